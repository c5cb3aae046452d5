"""What a web process does beside serving: reads the shelf before the first visitor comes."""

from farol.kit.core import Kit

from . import manual
from .shelf import shelf


async def start(kit: Kit) -> None:
    """Loads the published articles and listens for new ones. A file about the API that is wrong stops the start."""
    if file := manual.shipped(kit):
        manual.read(file)
    await shelf(kit)
