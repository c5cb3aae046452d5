"""Ideas: one vote of each customer, and what becomes of them."""

from farol.core.tickets.checks import check_told
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import Invalid, NotFound

from .. import moderation_store, store, telling_store
from ..events import IdeaMoved, IdeaVoted, TopicFollowed
from ..model import STATUSES
from ..problems import NotAnIdea, ReasonNeeded
from .joining import account


async def vote(kit: Kit, actor: Actor, topic_id: int, on: bool) -> None:
    """Gives the customer's vote to an idea or takes it back; twice changes nothing. Raises NotAMember, NotFound, NotAnIdea."""
    await account(kit.db, actor)
    stream = f"forum:{topic_id}"
    async with transaction(kit.db) as tx:
        topic = await store.locked(tx, topic_id)
        if topic is None or topic.state != "shown":
            raise NotFound
        if topic.kind != "idea":
            raise NotAnIdea
        if not await telling_store.vote(tx, topic_id, actor.id, on):
            return
        seq = await emit(tx, stream, actor, IdeaVoted(on))
    await wake(kit.bus, stream, seq)


async def follow(kit: Kit, actor: Actor, topic_id: int, on: bool) -> None:
    """Whether the customer hears of replies. Raises NotAMember, NotFound."""
    await account(kit.db, actor)
    stream = f"forum:{topic_id}"
    async with transaction(kit.db) as tx:
        topic = await store.locked(tx, topic_id)
        if topic is None or (on and topic.state != "shown"):
            raise NotFound
        if not await telling_store.follow(tx, topic_id, actor.id, on):
            return
        seq = await emit(tx, stream, actor, TopicFollowed(on))
    await wake(kit.bus, stream, seq)


async def move(kit: Kit, actor: Actor, topic_id: int, status: str, why: str) -> None:
    """Says what becomes of an idea. Its voters hear of it by a reaction. Raises NotFound, NotAnIdea, ReasonNeeded, Invalid."""
    if status not in STATUSES:
        raise Invalid(errors=[{"field": "status", "why": "not one of the statuses"}])
    if status == "declined" and not why.strip():
        raise ReasonNeeded
    stream = f"forum:{topic_id}"
    async with transaction(kit.db) as tx:
        topic = await store.locked(tx, topic_id)
        if topic is None:
            raise NotFound
        if topic.kind != "idea":
            raise NotAnIdea
        await check_told(tx, actor, why)
        await tx.execute(moderation_store.SET_STATUS, topic_id, status, why.strip())
        seq = await emit(tx, stream, actor, IdeaMoved(topic.status, status, why.strip()), public=True)
    await wake(kit.bus, stream, seq)
