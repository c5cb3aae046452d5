"""The console's routes on opinions, and the one by which the exchange's own systems bring some in."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from farol.core.tickets.api import possible
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post, put

from . import store, watch_store
from .actions import answering, gathering, tending, watching
from .model import ANSWER, LONGEST, Item

Source = Literal["messenger", "instagram", "x", "discord", "telegram", "reddit", "app_store", "google_play", "review", "blog", "other"]
Brought = Literal["reddit", "app_store", "google_play", "review", "blog", "other"]
Mood = Literal["negative", "neutral", "positive"]
Topic = Annotated[str, msgspec.Meta(max_length=20, pattern="^[a-z]*$")]
Why = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]


class MarkBody(Body, frozen=True):
    """What it is about (a family of reasons, empty for none), and in which mood."""

    mood: Mood
    topic: Topic


class AssigneeBody(Body, frozen=True):
    """Who looks after it, None for nobody."""

    staff_id: Annotated[int, msgspec.Meta(ge=1, le=2**62)] | None


class StandingBody(Body, frozen=True):
    """Whether anything is to be done."""

    standing: Literal["open", "settled"]


class AnswerBody(Body, frozen=True):
    """Words for everybody. The same client_id is one answer. hold: they may lead elsewhere, and wait for who may release that."""

    client_id: UUID
    body: Annotated[str, msgspec.Meta(min_length=1, max_length=ANSWER)]
    hold: bool = False


class RulingBody(Body, frozen=True):
    """The second person's word on public words."""

    approve: bool
    why: Annotated[str, msgspec.Meta(max_length=500)] = ""


class MuteBody(Body, frozen=True):
    """Why this author is put aside."""

    why: Why


class OpinionBody(Body, frozen=True):
    """What somebody said elsewhere. external_id: names it, so that it is kept once; the link when left out."""

    source: Brought
    body: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST)]
    link: Annotated[str, msgspec.Meta(max_length=2000, pattern="^(https?://.*)?$")] = ""
    author: Annotated[str, msgspec.Meta(max_length=120)] = ""
    external_id: Annotated[str, msgspec.Meta(max_length=300)] = ""
    rating: Annotated[int, msgspec.Meta(ge=0, le=5)] = 0
    reach: Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)] = 0
    said_at: datetime | None = None


class WatchBody(Body, frozen=True):
    """A feed of RSS or Atom, over https."""

    source: Brought
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    url: Annotated[str, msgspec.Meta(min_length=9, max_length=2000, pattern="^https://")]


class Opinions(msgspec.Struct, frozen=True):
    """The newest first; more: ask again with ``before`` the last id."""

    opinions: list[store.Opinion]
    more: bool


class Whole(msgspec.Struct, frozen=True):
    """One with what was answered. sentences: what can be said in public, in its language."""

    opinion: store.Opinion
    answers: list[store.Answer]
    sentences: list[str]


class Made(msgspec.Struct, frozen=True):
    """What was made; None when it was known already."""

    id: int | None


class Figures(msgspec.Struct, frozen=True):
    """By source and mood."""

    days: int
    figures: list[store.Figure]


class Watches(msgspec.Struct, frozen=True):
    """Feeds that are asked."""

    watches: list[watch_store.Watch]


@get("/opinions", can=Can.OPINION_SEE)
async def listed(
    kit: Kit, standing: Literal["", "open", "settled", "muted", "removed"] = "", source: Source | Literal[""] = "", mood: Mood | Literal[""] = "",
    topic: Topic = "", assignee: int | None = None, before: int = 0, answers: Literal["", "waiting", "none"] = "",
) -> Opinions:  # fmt: skip
    """What was said in public."""
    found = await store.listed(kit.db, standing, source, mood, topic, possible(assignee) if assignee is not None else None, possible(before) if before else 0, answers)
    return Opinions(found, len(found) == 50)


@get("/opinions/figures", can=Can.OPINION_SEE)
async def figures(kit: Kit, days: Literal[1, 7, 30, 90] = 7) -> Figures:
    """How much was said, and in which mood."""
    return Figures(days, await store.figures(kit.db, days))


@get("/opinions/{opinion_id:int}", can=Can.OPINION_SEE)
async def whole(kit: Kit, opinion_id: int) -> Whole:
    """One of them."""
    found = await store.opinion(kit.db, possible(opinion_id))
    if found is None:
        raise NotFound
    return Whole(found, await store.answers(kit.db, found.id), list(answering.SENTENCES["zh" if found.language.startswith("zh") else "en"]))


@put("/opinions/{opinion_id:int}/mark", can=Can.OPINION_ANSWER)
async def mark(kit: Kit, actor: Actor, opinion_id: int, data: MarkBody) -> None:
    """Says what it is about."""
    await tending.mark(kit, actor, possible(opinion_id), data.mood, data.topic)


@put("/opinions/{opinion_id:int}/assignee", can=Can.OPINION_ANSWER)
async def assign(kit: Kit, actor: Actor, opinion_id: int, data: AssigneeBody) -> None:
    """Gives it to somebody."""
    await tending.assign(kit, actor, possible(opinion_id), data.staff_id)


@put("/opinions/{opinion_id:int}/standing", can=Can.OPINION_ANSWER)
async def settle(kit: Kit, actor: Actor, opinion_id: int, data: StandingBody) -> None:
    """Settles it, or opens it again."""
    await tending.settle(kit, actor, possible(opinion_id), data.standing == "settled")


@post("/opinions/{opinion_id:int}/answers", can=Can.OPINION_ANSWER)
async def answer(kit: Kit, actor: Actor, opinion_id: int, data: AnswerBody) -> Made:
    """Writes public words; a second person lets them out."""
    limit("opinion_answer", actor.ref, rate_per_s=1, burst=20)
    return Made(await answering.ask(kit, actor, possible(opinion_id), data.body.strip(), data.client_id, hold=data.hold))


@post("/opinions/answers/{answer_id:int}/ruling", can=Can.OPINION_ANSWER)
async def rule(kit: Kit, actor: Actor, answer_id: int, data: RulingBody) -> None:
    """Lets a colleague's public words out, or does not."""
    await answering.rule(kit, actor, possible(answer_id), data.approve, data.why.strip())


@post("/opinions/{opinion_id:int}/ticket", can=Can.OPINION_ANSWER)
async def ticket(kit: Kit, actor: Actor, opinion_id: int) -> Made:
    """Makes a ticket of it."""
    limit("opinion_ticket", actor.ref, rate_per_s=1, burst=20)
    return Made(await tending.make_ticket(kit, actor, possible(opinion_id)))


@post("/opinions/{opinion_id:int}/mute", can=Can.OPINION_MANAGE)
async def mute(kit: Kit, actor: Actor, opinion_id: int, data: MuteBody) -> None:
    """Puts its author aside."""
    await tending.mute(kit, actor, possible(opinion_id), data.why.strip(), True)


@delete("/opinions/{opinion_id:int}/mute", can=Can.OPINION_MANAGE)
async def unmute(kit: Kit, actor: Actor, opinion_id: int) -> None:
    """No longer."""
    await tending.mute(kit, actor, possible(opinion_id), "", False)


@post("/opinions", can=Can.OPINION_ANSWER)
async def paste(kit: Kit, actor: Actor, data: OpinionBody) -> Made:
    """Brings in what stands somewhere that is not watched."""
    limit("opinion_paste", actor.ref, rate_per_s=2, burst=60)
    return Made(await gathering.take_in(kit, _item(data)))


@get("/opinions/watches", can=Can.OPINION_SEE)
async def watches(kit: Kit) -> Watches:
    """Feeds."""
    return Watches(await watch_store.watches(kit.db))


@post("/opinions/watches", can=Can.OPINION_MANAGE)
async def add_watch(kit: Kit, actor: Actor, data: WatchBody) -> Made:
    """Adds a feed once it answers."""
    limit("opinion_watch", actor.ref, rate_per_s=0.2, burst=10)
    return Made(await watching.add(kit, actor, data.source, data.name.strip(), data.url))


@delete("/opinions/watches/{watch_id:int}", can=Can.OPINION_MANAGE)
async def end_watch(kit: Kit, actor: Actor, watch_id: int) -> None:
    """Ends one."""
    await watching.end(kit, actor, possible(watch_id))


@post("/opinions", can=Can.PARTNER_WRITE)
async def bring(kit: Kit, actor: Actor, data: OpinionBody) -> Made:
    """Brings in what the exchange's own systems found. The same external_id, or link, is one."""
    limit("opinion_bring", actor.ref, rate_per_s=20, burst=500)
    return Made(await gathering.take_in(kit, _item(data)))


def _item(data: OpinionBody) -> Item:
    now = clock.now()
    said_at = data.said_at if data.said_at and data.said_at.tzinfo and data.said_at < now else now
    name = data.external_id.strip() or data.link or f"{data.author}\x1f{data.body}"[:300]
    return Item(data.source, name[:300], data.body.strip() or "(…)", said_at, data.author.strip(), data.author.strip(), data.link, data.rating, data.reach)


routes = [listed, figures, whole, mark, assign, settle, answer, rule, ticket, mute, unmute, paste, watches, add_watch, end_watch]
for_partner = [bring]
