"""Decisions of staff on posts and topics: each with its reason, kept, and told to the author."""

from farol.core.tickets.checks import check_told
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from .. import moderation_store, store, telling_store
from ..events import PostRuled, PostShown, TopicRuled
from ..problems import CategoryClosed, NotPossible, ReasonNeeded
from ..shapes import Locked, Own
from . import levels
from .posting import settle

_FROM = {"publish": ("held",), "refuse": ("held",), "hide": ("shown", "held"), "restore": ("hidden",), "keep": ("shown", "hidden")}
_TO = {"publish": "shown", "refuse": "hidden", "hide": "hidden", "restore": "shown"}
_TOLD = {"publish": "published", "refuse": "hidden", "hide": "hidden", "restore": "restored"}
_NEED_REASON = ("refuse", "hide", "lock", "move")
POST_VERBS = tuple(_FROM)
TOPIC_VERBS = ("lock", "unlock", "pin", "unpin", "move", "private")


async def rule_post(kit: Kit, actor: Actor, post_id: int, verb: str, why: str) -> None:
    """publish, refuse, hide, restore, or keep: its flags are settled and nothing is wrong with it.

    The first post carries its topic along. Raises NotFound, NotPossible, ReasonNeeded.
    """
    _reason(verb, why)
    async with transaction(kit.db) as tx:
        found = await store.own_locked(tx, post_id)
        if found is None:
            raise NotFound
        post, topic = found
        if post.state not in _FROM[verb]:
            raise NotPossible
        await check_told(tx, actor, why)
        await moderation_store.rule(tx, topic.id, post.id, verb, why, actor.id)
        await tx.execute(moderation_store.SETTLE, post.id)
        stream = f"forum:{topic.id}"
        seq = await emit(tx, stream, actor, PostRuled(post.n, verb, why))
        if verb != "keep":
            seq = await _move(tx, actor, post, topic, verb, why) or seq
    await wake(kit.bus, stream, seq)


async def _move(tx: Tx, actor: Actor, post: Own, topic: Locked, verb: str, why: str) -> int:
    await tx.execute(store.SET_STATE, post.id, _TO[verb], why if _TO[verb] == "hidden" else "")
    if post.n == 1:
        await tx.execute(store.TOPIC_STATE, topic.id, _TO[verb])
    await settle(tx, topic.id)
    if post.customer_id:
        await telling_store.tell(tx, [post.customer_id], topic.id, post.n, _TOLD[verb], why)
        await levels.refresh(tx, post.customer_id)
    return await emit(tx, f"forum:{topic.id}", actor, PostShown(post.n, False), public=True) if verb == "publish" else 0


async def rule_topic(kit: Kit, actor: Actor, topic_id: int, verb: str, why: str, to: str = "") -> None:
    """lock, unlock, pin, unpin, move (to a category), or private: its author is asked to go on in a ticket.

    Raises NotFound, NotPossible, ReasonNeeded, CategoryClosed.
    """
    _reason(verb, why)
    if verb == "move" and not await store.category_open(kit.db, to):
        raise CategoryClosed
    async with transaction(kit.db) as tx:
        topic = await store.locked(tx, topic_id)
        if topic is None:
            raise NotFound
        await check_told(tx, actor, why)
        if verb in ("lock", "unlock"):
            await tx.execute(moderation_store.LOCK, topic_id, verb == "lock")
        elif verb in ("pin", "unpin"):
            await tx.execute(moderation_store.PIN, topic_id, verb == "pin")
        elif verb == "move":
            await tx.execute(moderation_store.MOVE, topic_id, to)
        else:
            await _ask_private(tx, topic, why)
        await moderation_store.rule(tx, topic_id, None, verb, why, actor.id)
        stream = f"forum:{topic_id}"
        seq = await emit(tx, stream, actor, TopicRuled(verb, why, to))
    await wake(kit.bus, stream, seq)


async def _ask_private(tx: Tx, topic: Locked, why: str) -> None:
    if topic.customer_id is None or topic.ticket_id:
        raise NotPossible
    await tx.execute(moderation_store.ASK_PRIVATE, topic.id)
    await telling_store.tell(tx, [topic.customer_id], topic.id, 1, "private", why, mail=True)


def _reason(verb: str, why: str) -> None:
    if verb in _NEED_REASON and not why.strip():
        raise ReasonNeeded
