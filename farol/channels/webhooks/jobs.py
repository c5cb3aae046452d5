"""Housekeeping of webhooks."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import delivery_store
from .model import KEEP


@every_s(3600, "webhooks.prune")
async def prune(kit: Kit) -> None:
    """Forgets deliveries that ended a month ago."""
    await delivery_store.prune(kit.db, KEEP)
