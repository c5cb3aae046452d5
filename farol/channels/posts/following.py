"""After it was sent: corrected and recalled words follow where the platform lets us edit or delete."""

import structlog

from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Failed, Refused
from farol.channels.messengers.adapter import ADAPTERS, Amends
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM

from . import model, store
from .events import PostFollowed

log = structlog.get_logger()
MOST_TRIES = 20
UNSENT = "nothing stands there"
SHORTER = "the correction has another number of messages than stand there; delete them by hand and post anew"


async def follow(kit: Kit, place_id: int) -> None:
    """Does what is due at one place. A platform that is away is asked again at the next turn."""
    async with transaction(kit.db) as tx:
        place = await store.to_follow(tx, place_id)
        if place is None:
            return
        post = await store.post(tx, place.post_id)
        assert post
        if place.follow == "recall":
            await store.drop_queued(tx, place)
        there = await store.messages(tx, place)
        became, error = await _do(kit, place, post, there)
        await store.settle(tx, place.id, became, error)
        if became not in ("reworded", "recalled", "cannot"):
            return
        seq = await emit(tx, f"post:{place.post_id}", SYSTEM, PostFollowed(place.id, became, error))
    await wake(kit.bus, f"post:{place.post_id}", seq)


async def _do(kit: Kit, place: store.Follow, post: model.PostView, there: list[str]) -> tuple[str, str]:
    connection = await connections.known(kit, place.connection_id)
    adapter = ADAPTERS.get(connection.channel) if connection else None
    if connection is None or adapter is None or not isinstance(adapter, Amends) or place.tries >= MOST_TRIES:
        return "cannot", "the platform lets nobody change what stands there"
    if not there:
        return ("recalled", UNSENT) if place.follow == "recall" else ("cannot", UNSENT)
    chat = model.chat_of(connection.channel, connection.account, place.chat)
    parts, _ = model.fitting(connection.channel, post.said(), place.language)
    if place.follow == "reword" and len(parts) != len(there):
        return "cannot", SHORTER
    try:
        for n, message in enumerate(there):
            if place.follow == "recall":
                await adapter.recall(kit, connection, chat, message)
            else:
                await adapter.reword(kit, connection, chat, message, parts[n])
    except Refused as refused:
        return "cannot", refused.said
    except Failed as failure:
        log.info("posts.later", place=place.id, said=failure.said)
        return place.follow, failure.said
    return ("recalled", "") if place.follow == "recall" else ("reworded", "")
