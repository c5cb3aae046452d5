"""What a process knows before it serves or works: which links words to customers may hold."""

from farol.kit.core import Kit

from .actions import know
from .links import hosts


async def start(kit: Kit) -> None:
    """Reads it from the settings."""
    know(hosts(kit.settings))
