"""What a worker runs for Telegram: fetching for bots that Telegram cannot call."""

from farol.kit.core import Kit

from .polling import Polling


async def start(kit: Kit) -> Polling:
    """Starts it."""
    return Polling(kit)
