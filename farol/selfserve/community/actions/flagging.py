"""Customers say that a post is not right. Enough of them hide it until staff have looked."""

from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import Invalid, NotFound

from .. import checking, moderation_store, store
from ..events import PostFlagged
from ..model import FLAGS, HIDES, WEIGHT
from ..problems import OwnPost
from .joining import account
from .posting import settle


async def flag(kit: Kit, actor: Actor, post_id: int, why: str, words: str = "") -> int:
    """Flags a post; a second time changes nothing. Returns its topic. Raises NotFound, OwnPost, Invalid, NotAMember, TooLong."""
    await account(kit.db, actor)
    if why not in FLAGS:
        raise Invalid(errors=[{"field": "why", "why": "not one of the reasons"}])
    said = checking.line(words, "words") if words.strip() else ""
    async with transaction(kit.db) as tx:
        found = await store.own_locked(tx, post_id)
        if found is None or found[0].state != "shown" or found[1].state != "shown":
            raise NotFound
        post, topic = found
        if post.customer_id == actor.id:
            raise OwnPost
        flagger = await store.member(tx, actor.id)
        if not await moderation_store.flag(tx, post_id, actor.id, why, said, WEIGHT[flagger.level if flagger else "new"]):
            return topic.id
        level = await tx.fetchval(moderation_store.AUTHOR_LEVEL, post.customer_id)
        hides = post.customer_id is not None and level != "trusted" and await moderation_store.weight(tx, post_id) >= HIDES
        if hides:
            await tx.execute(store.SET_STATE, post_id, "held", "flags")
            if post.n == 1:
                await tx.execute(store.TOPIC_STATE, topic.id, "held")
            await settle(tx, topic.id)
        stream = f"forum:{topic.id}"
        seq = await emit(tx, stream, actor, PostFlagged(post.n, why, hides))
    await wake(kit.bus, stream, seq)
    return topic.id
