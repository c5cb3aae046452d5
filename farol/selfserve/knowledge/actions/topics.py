"""The tree of topics: made, named, moved, removed. It never holds a circle."""

import asyncpg

from farol.core.tickets.checks import check_told
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import Conflict, NotFound

from .. import store, topic_store
from ..events import TopicRemoved, TopicSaved
from ..problems import TopicCircle, TopicInUse, TopicTaken, TopicTooDeep

DEEPEST = 4


async def save_topic(kit: Kit, actor: Actor, code: str, parent: str, zh: str, en: str, place: int, version: int = 0) -> int:
    """Makes a topic, or changes the one that was read at this version; a code stays as it was made. Returns the version now.

    Raises NotFound, Conflict, TopicTaken, TopicCircle, TopicTooDeep.
    """
    try:
        async with transaction(kit.db) as tx:
            await check_told(tx, actor, zh, en)
            await topic_store.lock(tx)
            topic_id: int | None = await tx.fetchval(topic_store.ID, code)
            if version and topic_id is None:
                raise NotFound
            parent_id = await _parent(tx, parent, topic_id if version else None)
            if not version:
                topic_id = await tx.fetchval(topic_store.ADD, code, parent_id, zh, en, place)
            elif await tx.fetchval(topic_store.SET, topic_id, version, parent_id, zh, en, place) is None:
                raise Conflict
            await store.bump(tx)
            seq = await emit(tx, f"topic:{topic_id}", actor, TopicSaved(code, parent, zh, en))
    except asyncpg.UniqueViolationError:
        raise TopicTaken from None
    await wake(kit.bus, f"topic:{topic_id}", seq)
    return version + 1


async def _parent(tx: Tx, parent: str, topic_id: int | None) -> int | None:
    if not parent:
        return None
    parent_id: int | None = await tx.fetchval(topic_store.ID, parent)
    if parent_id is None:
        raise NotFound
    above = await topic_store.above(tx, parent_id)
    if topic_id in above:
        raise TopicCircle
    below = await tx.fetchval(topic_store.BELOW, topic_id) if topic_id else 0
    if len(above) + 1 + below > DEEPEST:
        raise TopicTooDeep(most=DEEPEST)
    return parent_id


async def remove_topic(kit: Kit, actor: Actor, code: str) -> None:
    """Removes a topic that holds neither articles nor topics. Raises NotFound, TopicInUse."""
    async with transaction(kit.db) as tx:
        await topic_store.lock(tx)
        topic_id: int | None = await tx.fetchval(topic_store.ID, code)
        if topic_id is None:
            raise NotFound
        if await tx.fetchval(topic_store.USED, topic_id):
            raise TopicInUse
        await tx.execute(topic_store.REMOVE, topic_id)
        await store.bump(tx)
        seq = await emit(tx, f"topic:{topic_id}", actor, TopicRemoved(code))
    await wake(kit.bus, f"topic:{topic_id}", seq)
