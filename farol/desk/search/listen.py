"""What a worker does for search beside the log: keeps the index."""

from farol.kit.core import Kit

from .index import Keeper


async def start(kit: Kit) -> Keeper:
    """Begins to follow the log."""
    return Keeper(kit)
