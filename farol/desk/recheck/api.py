"""Routes of looking again."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from farol.core.tickets import visibility
from farol.core.tickets.api import possible
from farol.desk.threads.model import Glimpse
from farol.desk.threads.store import glimpses
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post, put

from . import actions, store
from .model import WORDS, Recheck


class SetBody(Body, frozen=True):
    """at: when to look again; words: at what."""

    at: Annotated[datetime, msgspec.Meta(tz=True)]
    words: Annotated[str, msgspec.Meta(max_length=WORDS * 2)] = ""


class AnswerBody(Body, frozen=True):
    outcome: Literal["held", "came_back", "unknown"]


class OfTicket(msgspec.Struct, frozen=True):
    """Newest first; one of them at most is open."""

    rechecks: list[Recheck]


class Listed(msgspec.Struct, frozen=True):
    recheck: Recheck
    about: Glimpse


class Mine(msgspec.Struct, frozen=True):
    """Those whose day has come and that are my task."""

    rechecks: list[Listed]


class Saved(msgspec.Struct, frozen=True):
    id: int


@get("/tickets/{ticket_id:int}/rechecks", can=Can.TICKET_SEE)
async def of_ticket(kit: Kit, ticket_id: int) -> OfTicket:
    return OfTicket(await store.of_ticket(kit.db, possible(ticket_id)))


@put("/tickets/{ticket_id:int}/recheck", can=Can.TICKET_NOTE)
async def set_day(kit: Kit, actor: Actor, ticket_id: int, data: SetBody) -> Saved:
    limit("recheck", actor.ref, rate_per_s=1, burst=20)
    return Saved(await actions.set_day(kit, actor, possible(ticket_id), data.at, data.words))


@delete("/tickets/{ticket_id:int}/recheck", can=Can.TICKET_NOTE)
async def drop(kit: Kit, actor: Actor, ticket_id: int) -> None:
    await actions.drop(kit, actor, possible(ticket_id))


@get("/rechecks", can=Can.TICKET_NOTE)
async def mine(kit: Kit, actor: Actor) -> Mine:
    found = await store.mine(kit.db, actor.id)
    ids = [r.ticket_id for r in found]
    about = await glimpses(kit.db, ids, await visibility.seen(kit.db, actor, ids)) if ids else {}
    return Mine([Listed(r, about[r.ticket_id]) for r in found])


@post("/rechecks/{recheck_id:int}/outcome", can=Can.TICKET_NOTE)
async def answer(kit: Kit, actor: Actor, recheck_id: int, data: AnswerBody) -> None:
    await actions.answer(kit, actor, possible(recheck_id), data.outcome)


routes = [of_ticket, set_day, drop, mine, answer]
