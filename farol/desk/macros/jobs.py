"""Housekeeping of macros."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import store


@every_s(3600, "macros.prune")
async def prune(kit: Kit) -> None:
    """What was planned and never sent is forgotten after a day."""
    await kit.db.execute(store.PRUNE)
