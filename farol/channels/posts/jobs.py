"""Corrections and recalls that are due, and words that were let out and do not stand on the help pages yet."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import following, store, telling


@every_s(10, "posts.follow")
async def follow(kit: Kit) -> None:
    """Each post and each place for itself."""
    for post_id in await store.untold(kit.db):
        await telling.tell(kit, post_id)
    for place_id in await store.due(kit.db):
        await following.follow(kit, place_id)
