"""Routes on clocks and promises, for the console and for the customer; policies and calendars for who manages them."""

from datetime import datetime, timedelta
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from farol.core.tickets import store as tickets
from farol.core.tickets.api import Text, possible
from farol.core.tickets.visibility import BELONGS
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, patch, post, put

from . import actions, due_store, promise_store, rule_store, views
from .due_store import MOST_MEASURED, Attainment, Measured
from .shapes import CalendarBody, Calendars, Policies, PolicyBody, Saved, shown

BELONGS["promise_id"] = promise_store.TICKET_OF
Kind = Literal["first_reply", "next_reply", "resolve", "update"]
Severity = Literal["P0", "P1", "P2", "P3", "P4"]
Outcome = Literal["met", "breached", "running", "risk", "dropped"]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class PromiseBody(Body, frozen=True):
    """by: when the customer hears from us at the latest. words: a public reply that goes out with it; left out, only the time is shown."""

    client_id: UUID
    by: Moment
    words: Text = ""


class MoveBody(Body, frozen=True):
    """words: the public reply that tells the customer of the new time."""

    client_id: UUID
    by: Moment
    words: Text


class Report(msgspec.Struct, frozen=True):
    """SLA attainment of a period: met / (met + breached) of what fell due in it."""

    since: datetime
    until: datetime
    rows: list[Attainment]


class Tickets(msgspec.Struct, frozen=True):
    """The tickets behind a figure. more: there are others, due earlier."""

    tickets: list[Measured]
    more: bool


class NextUpdate(msgspec.Struct, frozen=True):
    """When the customer was told to hear again, if they were. broken: that moment passed without a word."""

    by: datetime | None
    broken: bool = False


@get("/tickets/{ticket_id:int}/clocks", can=Can.TICKET_SEE)
async def clocks(kit: Kit, ticket_id: int) -> views.Clocks:
    if not await tickets.existing(kit.db, [possible(ticket_id)]):
        raise NotFound
    async with kit.db.acquire() as connection:
        return await views.clocks(connection, ticket_id)


@post("/tickets/{ticket_id:int}/promises", can=Can.TICKET_REPLY)
async def make_promise(kit: Kit, actor: Actor, ticket_id: int, data: PromiseBody) -> views.PromiseView:
    limit("message", actor.ref, rate_per_s=5, burst=30)
    row = await actions.promise(kit, actor, possible(ticket_id), client_id=data.client_id, by=data.by, words=data.words)
    return views.promise(row, await promise_store.now(kit.db))


@patch("/promises/{promise_id:int}", can=Can.TICKET_REPLY)
async def move_promise(kit: Kit, actor: Actor, promise_id: int, data: MoveBody) -> views.PromiseView:
    limit("message", actor.ref, rate_per_s=5, burst=30)
    row = await actions.move(kit, actor, possible(promise_id), client_id=data.client_id, by=data.by, words=data.words)
    return views.promise(row, await promise_store.now(kit.db))


@get("/sla/calendars", can=Can.SLA_MANAGE)
async def calendars(kit: Kit) -> Calendars:
    return Calendars([shown(c) for c in await rule_store.calendars(kit.db)])


@post("/sla/calendars", can=Can.SLA_MANAGE)
async def add_calendar(kit: Kit, actor: Actor, data: CalendarBody) -> Saved:
    return Saved(await actions.save_calendar(kit, actor, data.calendar()))


@put("/sla/calendars/{calendar_id:int}", can=Can.SLA_MANAGE)
async def set_calendar(kit: Kit, actor: Actor, calendar_id: int, data: CalendarBody) -> Saved:
    return Saved(await actions.save_calendar(kit, actor, data.calendar(), possible(calendar_id)))


@delete("/sla/calendars/{calendar_id:int}", can=Can.SLA_MANAGE)
async def remove_calendar(kit: Kit, actor: Actor, calendar_id: int) -> None:
    await actions.remove_calendar(kit, actor, possible(calendar_id))


@get("/sla/policies", can=Can.SLA_MANAGE)
async def policies(kit: Kit) -> Policies:
    return Policies(await rule_store.policies(kit.db))


@post("/sla/policies", can=Can.SLA_MANAGE)
async def add_policy(kit: Kit, actor: Actor, data: PolicyBody) -> Saved:
    return Saved(await actions.save_policy(kit, actor, data.policy()))


@put("/sla/policies/{policy_id:int}", can=Can.SLA_MANAGE)
async def set_policy(kit: Kit, actor: Actor, policy_id: int, data: PolicyBody) -> Saved:
    return Saved(await actions.save_policy(kit, actor, data.policy(), possible(policy_id)))


@delete("/sla/policies/{policy_id:int}", can=Can.SLA_MANAGE)
async def remove_policy(kit: Kit, actor: Actor, policy_id: int) -> None:
    await actions.remove_policy(kit, actor, possible(policy_id))


@get("/sla/attainment", can=Can.SLA_MANAGE)
async def attainment(kit: Kit, days: int = 30) -> Report:
    since, until = await _period(kit, days)
    return Report(since, until, await due_store.attainment(kit.db, since, until))


@get("/sla/attainment/tickets", can=Can.SLA_MANAGE)
async def measured(kit: Kit, actor: Actor, kind: Kind, severity: Severity, outcome: Outcome, days: int = 30) -> Tickets:
    since, until = await _period(kit, days)
    found = await due_store.measured(kit.db, since, until, actor, kind=kind, severity=severity, outcome=outcome)
    return Tickets(found[:MOST_MEASURED], len(found) > MOST_MEASURED)


async def _period(kit: Kit, days: int) -> tuple[datetime, datetime]:
    until = await promise_store.now(kit.db)
    return until - timedelta(days=min(max(days, 1), 366)), until


@get("/tickets/{ticket_id:int}/promise", can=Can.OWN_TICKETS)
async def next_update(kit: Kit, actor: Actor, ticket_id: int) -> NextUpdate:
    if not await tickets.owned(kit.db, [possible(ticket_id)], actor.id):
        raise NotFound
    return NextUpdate(*await promise_store.next_update(kit.db, ticket_id))


routes = [clocks, make_promise, move_promise, calendars, add_calendar, set_calendar, remove_calendar, policies, add_policy, set_policy,
          remove_policy, attainment, measured]
for_customer = [next_update]
