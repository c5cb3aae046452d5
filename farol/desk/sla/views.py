"""What screens show of service levels."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads

from . import explain, measure, promise_store, rule_store, store
from .model import Clock, Promise, State
from .promise_store import Row

MOST = 60
"""Clocks shown of one ticket, the newest."""


class PolicyName(msgspec.Struct, frozen=True):
    """The policy of a clock."""

    id: int
    name: str


class CalendarName(msgspec.Struct, frozen=True):
    """The calendar of a clock."""

    id: int
    name: str
    zone: str
    always: bool


class ClockView(msgspec.Struct, frozen=True):
    """One clock. state: running, paused, overdue, met, late, resolved (stands until reopened) or dropped."""

    kind: str
    turn: int
    state: str
    started_at: datetime
    due_at: datetime | None
    budget_s: int
    spent_s: int
    percent: int
    warned: int
    met_at: datetime | None
    breached_at: datetime | None
    dropped_at: datetime | None
    policy: PolicyName
    calendar: CalendarName
    steps: list[explain.Step]


class PauseView(msgspec.Struct, frozen=True):
    """A time in which the clocks stood. reason: pending or resolved; actor: ``staff:3``."""

    since: datetime
    until: datetime | None
    reason: str
    actor: str


class Maker(msgspec.Struct, frozen=True):
    """Who promised."""

    id: int
    name: str


class PromiseView(msgspec.Struct, frozen=True):
    """A promise to write again. state: open, kept or broken. message_seq: the words it was given with."""

    id: int
    ticket_id: int
    state: str
    by: datetime
    made_at: datetime
    made_by: Maker
    message_seq: int | None
    moves: int
    percent: int
    kept_at: datetime | None
    broken_at: datetime | None


class Clocks(msgspec.Struct, frozen=True):
    """Everything measured on a ticket, by the database's time ``now``."""

    now: datetime
    clocks: list[ClockView]
    pauses: list[PauseView]
    promises: list[PromiseView]


async def clocks(db: Reads, ticket_id: int) -> Clocks:
    """A ticket's clocks with their explanation; empty before the first was begun."""
    now = await promise_store.now(db)
    state = await store.seen(db, ticket_id)
    promises = [promise(row, now) for row in await promise_store.of_ticket(db, ticket_id)]
    if state is None:
        return Clocks(now, [], [], promises)
    calendars = {c.id: c for c in await rule_store.calendars(db, removed=True)}
    shown = []
    for clock in state.clocks[-MOST:]:
        calendar = calendars[clock.calendar_id]
        at = clock.met_at or now
        shown.append(ClockView(
            clock.kind, clock.turn, _state(clock, state, now), clock.started_at, clock.due_at, clock.budget_s,
            int(measure.used(clock, calendar, state.pauses, at).total_seconds()), measure.percent(clock, calendar, state.pauses, at),
            clock.warned, clock.met_at, clock.breached_at, clock.dropped_at, PolicyName(clock.policy_id, clock.plans[-1].policy),
            CalendarName(calendar.id, calendar.name, calendar.zone, calendar.always), explain.steps(clock, calendar, state.pauses, now)))
    return Clocks(now, shown, [PauseView(p.since, p.until, p.reason, p.actor) for p in state.pauses], promises)


def _state(clock: Clock, state: State, now: datetime) -> str:
    if clock.dropped_at:
        return "dropped"
    if clock.met_at:
        return "met" if clock.breached_at is None else "late"
    if clock.breached_at:
        return "overdue"
    if clock.due_at is None:
        return "resolved"
    return "paused" if measure.standing(clock, state.pauses, now) else "running"


def promise(row: Row, now: datetime) -> PromiseView:
    """A stored promise as shown."""
    state = "kept" if row.kept_at else "broken" if row.broken_at else "open"
    running = Promise(row.id, row.ticket_id, row.made_by, row.made_at, row.by, row.seq, row.message_seq)
    percent = measure.promise_percent(running, row.kept_at or now)
    return PromiseView(row.id, row.ticket_id, state, row.by, row.made_at, Maker(row.made_by, row.by_name), row.message_seq, row.moves,
                       percent, row.kept_at, row.broken_at)

