"""Corrections and recalls that are due, and words that were let out and do not stand on the help pages yet."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import following, store


@every_s(10, "posts.follow")
async def follow(kit: Kit) -> None:
    """Each place for itself."""
    for place_id in await store.due(kit.db):
        await following.follow(kit, place_id)
