"""Housekeeping of the radar."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import store
from .model import WITHIN_DAYS


@every_s(3600, "radar.prune")
async def prune(kit: Kit) -> None:
    """Forgets what is too old to be compared."""
    await kit.db.execute(store.PRUNE, 2 * WITHIN_DAYS)
