"""What a web process does beside serving: reads the shelf before the first visitor comes."""

from farol.kit.core import Kit

from .shelf import shelf


async def start(kit: Kit) -> None:
    """Loads the published articles and listens for new ones."""
    await shelf(kit)
