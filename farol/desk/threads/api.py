"""Routes of side threads, raised hands and whispers."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec

from farol.core.tickets.api import Number, possible
from farol.core.tickets.visibility import viewer
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post, put

from . import actions, hand_store, outside_api, sight, store
from .model import (
    HAND_WORDS,
    LONGEST,
    MOST_OUTSIDE,
    MOST_PEOPLE,
    TITLE,
    Choice,
    Glimpse,
    Hand,
    Message,
    TeamChoice,
    Thread,
)

Text = Annotated[str, msgspec.Meta(max_length=LONGEST * 2)]
People = Annotated[list[Number], msgspec.Meta(max_length=MOST_PEOPLE)]
Keys = Annotated[list[Annotated[str, msgspec.Meta(min_length=1, max_length=40)]], msgspec.Meta(max_length=MOST_PEOPLE)]


class OpenBody(Body, frozen=True):
    """kind: swarm for experts, side for another department. people and teams: who is asked; body: the question.
    outside: a mail address that is asked too, or alone."""

    client_id: UUID
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=TITLE)]
    body: Text
    kind: Literal["swarm", "side"] = "swarm"
    people: People = []
    teams: Keys = []
    outside: Annotated[str, msgspec.Meta(max_length=320)] = ""


class SayBody(Body, frozen=True):
    """to: outsiders of the thread whom these words also go to by mail."""

    client_id: UUID
    body: Text
    to: Annotated[list[Number], msgspec.Meta(max_length=MOST_OUTSIDE)] = []


class WhisperBody(Body, frozen=True):
    """to: whom; left out, whoever raised a hand, else whoever has the ticket."""

    client_id: UUID
    body: Text
    to: Number | None = None


class InviteBody(Body, frozen=True):
    people: People = []
    teams: Keys = []


class SeenBody(Body, frozen=True):
    """Everything up to this seq was on screen."""

    seq: Number


class HandBody(Body, frozen=True):
    """What it is about; empty if one does not like to say."""

    words: Annotated[str, msgspec.Meta(max_length=HAND_WORDS * 2)]


class Opened(msgspec.Struct, frozen=True):
    id: int


class OfTicket(msgspec.Struct, frozen=True):
    """Threads beside a ticket, open ones first, and the hands that are up."""

    threads: list[Thread]
    hands: list[Hand]


class Listed(msgspec.Struct, frozen=True):
    """A thread with what its ticket is about."""

    thread: Thread
    about: Glimpse


class Mine(msgspec.Struct, frozen=True):
    """Threads I take part in. unread: how many open ones hold something new."""

    threads: list[Listed]
    unread: int


class Choices(msgspec.Struct, frozen=True):
    """Whom one can ask."""

    people: list[Choice]
    teams: list[TeamChoice]


class Shown(msgspec.Struct, frozen=True):
    """A thread with what was said in it."""

    thread: Thread
    about: Glimpse
    messages: list[Message]


class Hands(msgspec.Struct, frozen=True):
    hands: list[Hand]


@get("/tickets/{ticket_id:int}/threads", can=Can.TICKET_SEE)
async def of_ticket(kit: Kit, actor: Actor, ticket_id: int) -> OfTicket:
    await sight.need(kit.db, actor, possible(ticket_id))
    found = await store.of_ticket(kit.db, ticket_id, actor.id)
    return OfTicket([t for t in found if sight.along(actor, t)], await hand_store.hands(kit.db, ticket_id))


@post("/tickets/{ticket_id:int}/threads", can=Can.THREAD_WORK)
async def open_thread(kit: Kit, actor: Actor, ticket_id: int, data: OpenBody) -> Opened:
    limit("thread", actor.ref, rate_per_s=5, burst=30)
    if data.outside:
        outside_api.limit_mail(actor)
    return Opened(await actions.open_thread(
        kit, actor, possible(ticket_id), client_id=data.client_id, kind=data.kind, title=data.title, people=data.people, teams=data.teams,
        body=data.body, outside=data.outside))


@get("/threads/mine", can=Can.THREAD_WORK)
async def mine(kit: Kit, actor: Actor) -> Mine:
    found = await store.mine(kit.db, actor.id)
    about = await sight.glimpses(kit.db, actor, [t.ticket_id for t in found])
    return Mine([Listed(t, about[t.ticket_id]) for t in found], await store.unread(kit.db, actor.id))


@get("/threads/choices", can=Can.THREAD_WORK)
async def choices(kit: Kit) -> Choices:
    return Choices(*await store.choices(kit.db))


@get("/threads/{thread_id:int}", can=Can.THREAD_WORK)
async def shown(kit: Kit, actor: Actor, thread_id: int) -> Shown:
    found = await sight.readable(kit.db, actor, possible(thread_id))
    about = await sight.glimpses(kit.db, actor, [found.ticket_id])
    return Shown(found, about[found.ticket_id], await store.messages(kit.db, thread_id))


@post("/threads/{thread_id:int}/messages", can=Can.THREAD_WORK)
async def say(kit: Kit, actor: Actor, thread_id: int, data: SayBody) -> Message:
    limit("thread", actor.ref, rate_per_s=5, burst=30)
    if data.to:
        outside_api.limit_mail(actor)
    return await actions.say(kit, actor, possible(thread_id), client_id=data.client_id, body=data.body, to=data.to)


@put("/threads/{thread_id:int}/read", can=Can.THREAD_WORK)
async def read(kit: Kit, actor: Actor, thread_id: int, data: SeenBody) -> None:
    await actions.mark_read(kit, actor, possible(thread_id), data.seq)


@post("/threads/{thread_id:int}/people", can=Can.THREAD_WORK)
async def invite(kit: Kit, actor: Actor, thread_id: int, data: InviteBody) -> None:
    limit("thread", actor.ref, rate_per_s=5, burst=30)
    await actions.invite(kit, actor, possible(thread_id), data.people, data.teams)


@put("/threads/{thread_id:int}/closure", can=Can.THREAD_WORK)
async def close(kit: Kit, actor: Actor, thread_id: int) -> None:
    await actions.close(kit, actor, possible(thread_id))


@delete("/threads/{thread_id:int}/closure", can=Can.THREAD_WORK)
async def reopen(kit: Kit, actor: Actor, thread_id: int) -> None:
    await actions.reopen(kit, actor, possible(thread_id))


@post("/tickets/{ticket_id:int}/whispers", can=Can.WHISPER)
async def whisper(kit: Kit, actor: Actor, ticket_id: int, data: WhisperBody) -> Opened:
    limit("thread", actor.ref, rate_per_s=5, burst=30)
    return Opened(await actions.whisper(kit, actor, possible(ticket_id), client_id=data.client_id, body=data.body, to=data.to))


@put("/tickets/{ticket_id:int}/hand", can=Can.ESCALATION_START)
async def raise_hand(kit: Kit, actor: Actor, ticket_id: int, data: HandBody) -> None:
    limit("hand", actor.ref, rate_per_s=0.5, burst=10)
    await actions.raise_hand(kit, actor, possible(ticket_id), data.words)


@delete("/tickets/{ticket_id:int}/hand", can=Can.ESCALATION_START)
async def lower(kit: Kit, actor: Actor, ticket_id: int, staff_id: int | None = None) -> None:
    await actions.lower(kit, actor, possible(ticket_id), staff_id if staff_id is None else possible(staff_id))


@get("/hands", can=Can.WHISPER)
async def hands(kit: Kit, actor: Actor) -> Hands:
    return Hands(await hand_store.hands(kit.db, viewer=viewer(actor)))


routes = [
    of_ticket, open_thread, mine, choices, shown, say, read, invite, close, reopen, whisper, raise_hand, lower, hands, *outside_api.routes]
