"""What a web process does beside serving: gives a new forum its places."""

from farol.kit.core import Kit

from . import moderation_store
from .shapes import PLACES


async def start(kit: Kit) -> None:
    """Adds the first places where there are none."""
    await moderation_store.begin(kit.db, PLACES)
