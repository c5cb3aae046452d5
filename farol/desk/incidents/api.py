"""The routes of incidents: for staff, for the customer of an attached ticket, and for everybody the open public ones."""

from typing import Literal

from farol.core.tickets import store as tickets_store
from farol.core.tickets import visibility
from farol.core.tickets.api import possible
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import delete, get, post, put

from . import actions, answer_store, store, ticket_store
from .model import Case, Counts, Incident, Notice, Share
from .notices import board
from .shapes import (
    AnswerBody,
    Attached,
    ChangeBody,
    DeclareBody,
    Look,
    Mine,
    ProposalsBody,
    ResolveBody,
    Row,
    ScopeBody,
    Sending,
    TellBody,
    TicketsBody,
    UpdateBody,
    Whole,
)

PAGE = 50


@get("/incidents", can=Can.INCIDENT_SEE)
async def listing(kit: Kit) -> list[Row]:
    """Open ones, the worst first, then those resolved within 30 days."""
    found = await store.open_ones(kit.db) + await store.lately(kit.db, clock.now())
    counts = await store.counts(kit.db, [i.id for i in found])
    return [Row(i, counts.get(i.id, Counts())) for i in found]


@post("/incidents", can=Can.INCIDENT_MANAGE)
async def declare(kit: Kit, actor: Actor, data: DeclareBody) -> Incident:
    """Declares one; its tickets are searched at once."""
    limit("incident", actor.ref, rate_per_s=0.5, burst=20)
    return await actions.declare(kit, actor, data.client_id, data.said())


@post("/incidents/preview", can=Can.INCIDENT_MANAGE)
async def look(kit: Kit, actor: Actor, data: ScopeBody) -> Look:
    """How many tickets a scope would find now."""
    limit("incident_look", actor.ref, rate_per_s=1, burst=20)
    return Look(*await actions.look(kit, data.scope()))


@get("/incidents/{incident_id:int}", can=Can.INCIDENT_SEE)
async def whole(kit: Kit, incident_id: int) -> Whole:
    """One incident with timeline, search and answers."""
    found = await store.incident(kit.db, possible(incident_id))
    if found is None:
        raise NotFound
    counts = await store.counts(kit.db, [found.id])
    return Whole(found, counts.get(found.id, Counts()), await store.scan(kit.db, found.id), await store.updates(kit.db, found.id),
                 await answer_store.answers(kit.db, found.id))


@put("/incidents/{incident_id:int}", can=Can.INCIDENT_MANAGE)
async def change(kit: Kit, actor: Actor, incident_id: int, data: ChangeBody) -> Incident:
    """Describes it anew."""
    return await actions.change(kit, actor, possible(incident_id), data.version, data.said())


@post("/incidents/{incident_id:int}/updates", can=Can.INCIDENT_MANAGE)
async def update(kit: Kit, actor: Actor, incident_id: int, data: UpdateBody) -> Incident:
    """Says something about it."""
    return await actions.update(kit, actor, possible(incident_id), state=data.state, public=data.public, zh=data.zh, en=data.en,
                                next_update_by=data.next_update_by)


@get("/incidents/{incident_id:int}/tickets", can=Can.INCIDENT_SEE)
async def tickets(
    kit: Kit, actor: Actor, incident_id: int, part: Literal["attached", "proposed", "detached"] = "attached", after: int = 0,
) -> list[Case]:
    """Its tickets by id, fifty at a time, after one."""
    upto = min(max(after, 0), 2**53 - 1)
    if await store.incident(kit.db, possible(incident_id)) is None:
        raise NotFound
    return await ticket_store.cases(kit.db, incident_id, part, upto, PAGE, visibility.viewer(actor))


@post("/incidents/{incident_id:int}/tickets", can=Can.INCIDENT_WORK)
async def attach(kit: Kit, actor: Actor, incident_id: int, data: TicketsBody) -> Attached:
    """These are cases of it."""
    ids = data.ids + (await ticket_store.by_number(kit.db, data.numbers) if data.numbers else [])
    seen = await visibility.seen(kit.db, actor, ids)
    if not seen:
        raise NotFound
    return Attached(await actions.attach(kit, actor, possible(incident_id), sorted(seen)))


@delete("/incidents/{incident_id:int}/tickets/{ticket_id:int}", can=Can.INCIDENT_WORK)
async def detach(kit: Kit, actor: Actor, incident_id: int, ticket_id: int) -> None:
    """This one is no case of it, and stays out."""
    await actions.detach(kit, actor, possible(incident_id), possible(ticket_id))


@post("/incidents/{incident_id:int}/proposals", can=Can.INCIDENT_MANAGE)
async def decide(kit: Kit, actor: Actor, incident_id: int, data: ProposalsBody) -> Attached:
    """All that may be cases are, or are not."""
    return Attached(await actions.decide(kit, actor, possible(incident_id), take=data.take))


@get("/incidents/{incident_id:int}/answers/preview", can=Can.INCIDENT_MANAGE)
async def preview(kit: Kit, incident_id: int, skip_answered: bool = True) -> list[Share]:
    """Who would get an answer, by language."""
    return await actions.preview(kit, possible(incident_id), skip_answered=skip_answered)


@post("/incidents/{incident_id:int}/answers", can=Can.INCIDENT_MANAGE)
async def answer(kit: Kit, actor: Actor, incident_id: int, data: AnswerBody) -> Sending:
    """Says one thing to all."""
    return Sending(*await actions.answer(kit, actor, possible(incident_id), data.client_id, data.zh, data.en,
                                         skip_answered=data.skip_answered))


@post("/incidents/{incident_id:int}/resolution", can=Can.INCIDENT_MANAGE)
async def resolve(kit: Kit, actor: Actor, incident_id: int, data: ResolveBody) -> Incident:
    """It is over."""
    return await actions.resolve(kit, actor, possible(incident_id), data.client_id, data.zh, data.en, tickets=data.tickets)


@get("/incidents", can=Can.ANYONE)
async def notices(kit: Kit) -> list[Notice]:
    """Open incidents that everybody may know of, the worst first."""
    return await board(kit)


@get("/tickets/{ticket_id:int}/incident", can=Can.OWN_TICKETS)
async def mine(kit: Kit, actor: Actor, ticket_id: int) -> Mine | None:
    """The incident my ticket belongs to; null when it belongs to none."""
    if not await tickets_store.owned(kit.db, [possible(ticket_id)], actor.id):
        raise NotFound
    found = await store.notice_of(kit.db, ticket_id, actor.id)
    return Mine(found[0] if found[2] else None, found[1]) if found else None


@post("/tickets/{ticket_id:int}/subscription", can=Can.OWN_TICKETS)
async def subscribe(kit: Kit, actor: Actor, ticket_id: int, data: TellBody) -> TellBody:
    """Tell me when it is solved, or do not."""
    limit("subscription", actor.ref, rate_per_s=0.5, burst=10)
    await actions.subscribe(kit, actor, possible(ticket_id), tell=data.tell)
    return data


routes = [listing, declare, look, whole, change, update, tickets, attach, detach, decide, preview, answer, resolve]
for_customer = [notices, mine, subscribe]
