"""What a web process knows before it serves: which links a reply may hold."""

from farol.kit.core import Kit

from .actions import know
from .links import hosts


async def start(kit: Kit) -> None:
    """Reads it from the settings."""
    know(hosts(kit.settings))
