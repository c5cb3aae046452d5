"""Housekeeping of connections."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import use_store


@every_s(86_400, "connections.prune")
async def prune(kit: Kit) -> None:
    """Forgets what was turned away long ago."""
    await use_store.prune(kit.db)
