"""Opening a topic and replying. What is refused changes nothing, so the form can be sent again."""

from uuid import UUID

import msgspec

from farol.core.tickets.checks import Heard, check_heard, check_said
from farol.kit import clock, text
from farol.kit.core import Kit
from farol.kit.db import Tx, again, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotAllowed, NotFound

from .. import checking, store, telling_store
from ..events import PostShown, PostWritten, TopicOpened
from ..model import KINDS, Level
from ..problems import CategoryClosed, NameNeeded, Silenced, TopicLocked
from ..shapes import Policy, Written
from . import levels
from .joining import account

UNIQUE = ("forum_post_client", "event_stream_seq")
MOST_TOKENS = 1_000
CHANNEL = "community"


class Draft(msgspec.Struct, frozen=True):
    """A topic as the form sends it."""

    kind: str
    category: str
    language: str
    title: str
    body: str
    client_id: UUID


class Posted(msgspec.Struct, frozen=True):
    """Where a post went. held: why somebody reads it first, empty when it is shown; removed: kinds of secrets taken out."""

    topic_id: int
    n: int
    held: str
    removed: tuple[str, ...] = ()
    masked: tuple[str, ...] = ()


class _Voice(msgspec.Struct, frozen=True):
    """Who speaks: one of the two ids. level: of a member."""

    customer_id: int | None
    staff_id: int | None
    level: Level | None


async def open_topic(kit: Kit, actor: Actor, draft: Draft) -> Posted:
    """Opens a question or an idea; the same client_id opens it once. Its author follows it.

    Raises NotAMember, NameNeeded, Silenced, CategoryClosed, NothingSaid, TooLong, LinkLooksLikeOurs, LinkNotYet, TooFast,
    EnoughToday, SaidAlready, CustomerBlocked.
    """
    if draft.kind not in KINDS or not await store.category_open(kit.db, draft.category):
        raise CategoryClosed
    uid = await _may_write(kit, actor)
    policy, known = await checking.rules(kit, kit.db)
    title = checking.title(draft.title, uid, policy)
    post = checking.written(draft.client_id, draft.body, uid, policy)
    await heard(kit, actor, draft.client_id, f"{title}\n{post.said}")

    async def run() -> tuple[Posted, int]:
        async with transaction(kit.db) as tx:
            if found := await store.posted(tx, draft.client_id):
                return Posted(found["topic_id"], found["n"], "", post.removed), 0
            voice = await _voice(tx, actor)
            checking.judge_links(f"{draft.title}\n{post.said}", known, voice.level)
            await check_said(tx, actor, None, f"{draft.title}\n{post.said}")
            kept = await _held(tx, voice, post, policy, opens=True)
            tokens = text.tokens(f"{title}\n{kept.body}")[:MOST_TOKENS]
            topic_id: int = await tx.fetchval(
                store.OPEN, draft.kind, draft.category, draft.language, title, voice.customer_id, voice.staff_id, kept.state, list(dict.fromkeys(tokens)))
            await store.add_post(tx, topic_id, 1, kept, voice.customer_id, voice.staff_id)
            stream = f"forum:{topic_id}"
            seq = await emit(tx, stream, actor, TopicOpened(draft.kind, draft.category, kept.held), public=not kept.held)
            if voice.customer_id:
                await telling_store.follow(tx, topic_id, voice.customer_id, True)
            if not kept.held:
                seq = await _shown(tx, actor, voice, stream, 1)
            return Posted(topic_id, 1, kept.held, post.removed, post.masked), seq

    posted, seq = await again(run, *UNIQUE)
    if seq:
        await wake(kit.bus, f"forum:{posted.topic_id}", seq)
    return posted


async def reply(kit: Kit, actor: Actor, topic_id: int, body: str, client_id: UUID) -> Posted:
    """Adds a post to a topic one can see; the same client_id adds it once.

    Raises NotFound, TopicLocked, NotAMember, NameNeeded, Silenced and what the words are refused for.
    """
    uid = await _may_write(kit, actor)
    policy, known = await checking.rules(kit, kit.db)
    post = checking.written(client_id, body, uid, policy)
    await heard(kit, actor, client_id, post.said)

    async def run() -> tuple[Posted, int]:
        async with transaction(kit.db) as tx:
            if found := await store.posted(tx, client_id):
                return Posted(found["topic_id"], found["n"], "", post.removed), 0
            voice = await _voice(tx, actor)
            topic = await store.locked(tx, topic_id)
            if topic is None or (topic.state != "shown" and (not voice.customer_id or topic.customer_id != voice.customer_id)):
                raise NotFound
            if topic.locked_at and voice.customer_id:
                raise TopicLocked
            checking.judge_links(post.said, known, voice.level)
            await check_said(tx, actor, None, post.said)
            kept = await _held(tx, voice, post, policy, opens=False)
            n = await store.spend_n(tx, topic_id)
            await store.add_post(tx, topic_id, n, kept, voice.customer_id, voice.staff_id)
            stream = f"forum:{topic_id}"
            seq = await emit(tx, stream, actor, PostWritten(n, kept.held), public=not kept.held)
            if not kept.held:
                seq = await _shown(tx, actor, voice, stream, n)
                await settle(tx, topic_id)
            return Posted(topic_id, n, kept.held, post.removed, post.masked), seq

    posted, seq = await again(run, *UNIQUE)
    if seq:
        await wake(kit.bus, f"forum:{posted.topic_id}", seq)
    return posted


async def heard(kit: Kit, actor: Actor, client_id: UUID, words: str) -> None:
    """What a blocked customer writes here is kept as in a ticket, and an emergency and a complaint are taken. Raises CustomerBlocked."""
    if actor.kind == "customer":
        await check_heard(kit, Heard(actor.id, None, client_id, words, CHANNEL))


async def settle(tx: Tx, topic_id: int) -> None:
    """After what is shown of a topic changed: its counts, and what it is found by."""
    await store.count(tx, topic_id)
    title, bodies = await store.indexed(tx, topic_id)
    tokens = dict.fromkeys(text.tokens("\n".join([title, *bodies])))
    await store.index(tx, topic_id, list(tokens)[:MOST_TOKENS])


async def _may_write(kit: Kit, actor: Actor) -> str | None:
    """The uid of a customer who may be here at all; None for staff. Raises NotAMember, NotAllowed."""
    if actor.kind == "staff":
        if not actor.may(Can.COMMUNITY_ANSWER):
            raise NotAllowed
        return None
    return (await account(kit.db, actor)).uid


async def _voice(tx: Tx, actor: Actor) -> _Voice:
    """Who speaks, with no other post of theirs going on. Raises NameNeeded, Silenced."""
    if actor.kind == "staff":
        return _Voice(None, actor.id, None)
    known = await store.member_locked(tx, actor.id)
    if known is None:
        raise NameNeeded
    if now := await store.sanction(tx, actor.id, clock.now()):
        raise Silenced(until=now.until.strftime("%Y-%m-%d %H:%M UTC"), why=now.why)
    return _Voice(actor.id, None, await levels.refresh(tx, actor.id))


async def _held(tx: Tx, voice: _Voice, post: Written, policy: Policy, *, opens: bool) -> Written:
    if voice.customer_id is None or voice.level is None:
        return post
    return msgspec.structs.replace(post, held=await checking.held(tx, voice.customer_id, voice.level, post, clock.now(), opens=opens))


async def _shown(tx: Tx, actor: Actor, voice: _Voice, stream: str, n: int) -> int:
    return await emit(tx, stream, actor, PostShown(n, voice.staff_id is not None), public=True)
