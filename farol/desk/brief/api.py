"""The routes of brief, hand-over and duty log."""

from typing import Annotated
from uuid import UUID

import msgspec

from farol.core.tickets.api import possible
from farol.core.tickets.model import LONGEST
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post

from . import actions, store, view
from .model import WORDS, Brief, Draft, Entry, Watch

Id = Annotated[int, msgspec.Meta(gt=0, le=2**53 - 1)]
MOST = 2**53 - 1


class WatchBody(Body, frozen=True):
    """What to look out for, and for how long."""

    words: Annotated[str, msgspec.Meta(max_length=WORDS)]
    hours: Annotated[float, msgspec.Meta(ge=0.5, le=24 * 14)] = 12


class HandBody(Body, frozen=True):
    """The note, and to whom: a colleague, a team's queue, or neither, which leaves the ticket in its own queue."""

    client_id: UUID
    words: Annotated[str, msgspec.Meta(max_length=LONGEST)]
    to: Id | None = None
    to_team: Annotated[str, msgspec.Meta(min_length=1, max_length=40)] | None = None


class LogBody(Body, frozen=True):
    """An entry; corrects: the one it corrects."""

    client_id: UUID
    words: Annotated[str, msgspec.Meta(max_length=LONGEST)]
    shift: Annotated[str, msgspec.Meta(max_length=60)] = ""
    corrects: Id | None = None


@get("/brief", can=Can.BRIEF_SEE)
async def show(kit: Kit, actor: Actor) -> Brief:
    """What I need at the start of my shift."""
    return await view.brief(kit, actor, clock.now())


@post("/brief/read", can=Can.BRIEF_SEE)
async def read(kit: Kit, actor: Actor) -> Brief:
    """I have read it."""
    limit("brief", actor.ref, rate_per_s=0.5, burst=10)
    await actions.read(kit, actor)
    return await view.brief(kit, actor, clock.now())


@post("/brief/watches", can=Can.BRIEF_WRITE)
async def post_watch(kit: Kit, actor: Actor, data: WatchBody) -> Watch:
    """Tells those on shift what to look out for."""
    return await actions.post_watch(kit, actor, data.words, data.hours)


@delete("/brief/watches/{watch_id:int}", can=Can.BRIEF_WRITE)
async def end_watch(kit: Kit, actor: Actor, watch_id: int) -> None:
    """It no longer matters."""
    if not 0 < watch_id <= MOST:
        raise NotFound
    await actions.end_watch(kit, actor, watch_id)


@get("/brief/handover", can=Can.BRIEF_SEE)
async def handover(kit: Kit, actor: Actor) -> list[Draft]:
    """My open tickets, each with a note for whoever has it next."""
    return await view.handover(kit.db, actor, clock.now())


@post("/brief/tickets/{ticket_id:int}/handover", can=Can.BRIEF_SEE)
async def hand_over(kit: Kit, actor: Actor, ticket_id: int, data: HandBody) -> None:
    """Gives my ticket on."""
    await actions.hand_over(kit, actor, possible(ticket_id), data.client_id, data.words, data.to, data.to_team)


@get("/brief/log", can=Can.BRIEF_WRITE)
async def log(kit: Kit, before: int = MOST) -> list[Entry]:
    """The duty log, newest first, thirty entries before one."""
    return await store.log(kit.db, min(max(before, 1), MOST))


@post("/brief/log", can=Can.BRIEF_WRITE)
async def write(kit: Kit, actor: Actor, data: LogBody) -> Entry:
    """Adds an entry to the duty log."""
    return await actions.write(kit, actor, data.client_id, data.shift, data.words, data.corrects)


routes = [show, read, post_watch, end_watch, handover, hand_over, log, write]
