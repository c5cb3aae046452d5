"""Housekeeping of groups."""

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import store
from .model import KEEP


@every_s(1800, "groups.prune")
async def prune(kit: Kit) -> None:
    """Forgets traces after a day, doors after an hour, deeds after three months."""
    await store.prune(kit.db, clock.now() - KEEP)
