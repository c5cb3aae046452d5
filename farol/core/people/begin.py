"""What a web process begins: it listens for sessions that another process ended."""

from farol.kit.core import Kit

from .actions.session import ENDED, forget


async def start(kit: Kit) -> None:
    """An ended session is then refused at once everywhere; without the bus within a second."""
    await kit.bus.subscribe(ENDED, forget)
