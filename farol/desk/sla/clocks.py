"""How clocks move: a fold over a ticket's events. No I/O, and no time but that of the events and the one asked for.

Before an event is taken in, the clocks are advanced to its time, so whether they were fed at once or hours later they end alike.
"""

from datetime import datetime

from farol.kit.events import Event

from . import measure, policy
from .events import ClockBreached, ClockWarned, PromiseBroken, PromiseKept
from .hours import END
from .model import (
    DONE,
    FIRST,
    NEXT,
    PENDING,
    RESOLVE,
    RESOLVED,
    UPDATE,
    Clock,
    Facts,
    Pause,
    Plan,
    Policy,
    Rules,
    State,
)

OPENING = 1
"""Seq of the event that opens a ticket."""


def opened(ticket_id: int, at: datetime, facts: Facts, rules: Rules) -> State:
    """A new ticket: the first reply and the resolution are due from here on."""
    state = State(ticket_id, at, at, facts)
    _begin_missing(state, rules, at)
    _refresh(state, rules)
    return state


def said(state: State, rules: Rules, seq: int, at: datetime, author: str, status: str | None, actor: str) -> list[Event]:
    """Public words. author: customer, staff, assistant or system; only people of the staff answer. status: when the words moved it."""
    told, at = _enter(state, rules, at)
    if status:
        _status(state, rules, seq, at, status, actor)
    if author == "customer" and state.waiting_since is None and state.answered_at is not None:
        state.waiting_since, state.waiting_seq = at, seq
        _begin_missing(state, rules, at)
    if author == "staff":
        state.answered_at = state.answered_at or at
        state.waiting_since = state.waiting_seq = None
        for clock in state.clocks:
            if clock.kind in (FIRST, NEXT):
                _meet(clock, at)
        told += keep(state, seq, at)
    _refresh(state, rules)
    return told


def changed(state: State, rules: Rules, seq: int, at: datetime, fields: dict[str, str | int | None], actor: str) -> list[Event]:
    """Fields of the ticket were set. A new severity or reason plans all open clocks anew, with what they have spent."""
    told, at = _enter(state, rules, at)
    severity, reason = fields.get("severity", state.facts.severity), fields.get("reason", state.facts.reason)
    facts = Facts(state.facts.tier, str(severity), state.facts.channel, None if reason is None else str(reason))
    if facts != state.facts:
        state.facts = facts
        _plan(state, rules, at)
    if fields.get("status"):
        _status(state, rules, seq, at, str(fields["status"]), actor)
    _refresh(state, rules)
    return told


def joined(state: State, rules: Rules, seq: int, at: datetime, since: datetime) -> list[Event]:
    """Somebody who waits in a ticket that was merged, or stands alone again, waits here, and has since then."""
    told, at = _enter(state, rules, at)
    if state.waiting_since is None and state.answered_at is not None:
        state.waiting_since, state.waiting_seq = min(since, at), seq
        _begin_missing(state, rules, at)
    _refresh(state, rules)
    return told


def advance(state: State, rules: Rules, to: datetime) -> list[Event]:
    """Everything that fell due before an instant, in order of its time; telling it twice is impossible."""
    told: list[tuple[datetime, Event]] = []
    for clock in state.clocks:
        if not clock.running or clock.due_at is None:
            continue
        passed = [p for p in measure.levels(clock, rules.calendars[clock.calendar_id], state.pauses) if p[1] < to]
        if passed:
            clock.warned, at = passed[-1]
            if clock.warned == 100:
                clock.breached_at = at
                told.append((at, ClockBreached(clock.kind, clock.turn, at)))
            else:
                told.append((at, ClockWarned(clock.kind, clock.turn, clock.warned, clock.due_at)))
    promise = state.promise
    if promise and promise.open and (coming := [p for p in measure.promise_levels(promise) if p[1] < to]):
        promise.warned, at = coming[-1]
        if promise.warned == 100:
            promise.broken_at = promise.by
            told.append((promise.by, PromiseBroken(promise.id, promise.by, promise.made_by)))
        else:
            told.append((at, ClockWarned(UPDATE, promise.seq, promise.warned, promise.by)))
    return [event for _, event in sorted(told, key=lambda pair: pair[0])]


def keep(state: State, seq: int, at: datetime) -> list[Event]:
    """Public words of staff keep a promise made before them, if they come by its time."""
    promise = state.promise
    if promise is None or seq <= promise.seq or at > promise.by or promise.kept_at is not None:
        return []
    promise.kept_at, promise.broken_at = at, None
    return [PromiseKept(promise.id, promise.by, at)]


def next_at(state: State, rules: Rules, now: datetime) -> datetime | None:
    """When ``advance`` has something to tell next, or a clock goes on because its pauses are used up."""
    open_ = [clock for clock in state.clocks if clock.running]
    times = [at for c in open_ for _, at in measure.levels(c, rules.calendars[c.calendar_id], state.pauses)[:1]]
    times += [stop[1] for c in open_ if (stop := measure.standing(c, state.pauses, now)) and stop[1] < END]
    if state.promise and state.promise.open:
        times += [at for _, at in measure.promise_levels(state.promise)[:1]]
    return min(times, default=None)


def soonest(state: State, now: datetime) -> tuple[str, datetime] | None:
    """What is due next: kind and time. Clocks that stand are left out; overdue ones stay until they are met."""
    found = [(c.due_at, c.kind) for c in state.clocks if c.due_at and not c.ended and not measure.standing(c, state.pauses, now)]
    if state.promise and state.promise.open:
        found.append((state.promise.by, UPDATE))
    at, kind = min(found, default=(None, ""))
    return (kind, at) if at else None


def _enter(state: State, rules: Rules, at: datetime) -> tuple[list[Event], datetime]:
    """Times of events may step back a little between transactions; a ticket's own time does not."""
    at = max(at, state.at)
    told = advance(state, rules, at)
    state.at = at
    return told, at


def _status(state: State, rules: Rules, seq: int, at: datetime, status: str, actor: str) -> None:
    was, state.status = state.status, status
    if was == status or (was in DONE and status in DONE):
        return
    for pause in state.pauses:
        pause.until = pause.until or at
    if status in DONE:
        state.waiting_since = state.waiting_seq = None
        for clock in state.clocks:
            if clock.kind == RESOLVE:
                _meet(clock, at)
            elif clock.kind == NEXT and not clock.ended:
                clock.dropped_at = at
        state.pauses.append(Pause(seq, at, None, RESOLVED, actor))
    elif status == "pending":
        state.pauses.append(Pause(seq, at, None, PENDING, actor))
    if was in DONE:
        for clock in state.clocks:
            if clock.kind == RESOLVE:
                clock.met_at = None
        _plan(state, rules, at)


def _meet(clock: Clock, at: datetime) -> None:
    """Met in time takes back a breach that was told before these words, written earlier, could be seen."""
    if clock.ended:
        return
    clock.met_at = at
    if clock.due_at and at <= clock.due_at:
        clock.breached_at = None


def _plan(state: State, rules: Rules, at: datetime) -> None:
    """Gives every open clock the budget that now holds, and begins those that are missing."""
    found = policy.choose(rules.policies, state.facts)
    for clock in state.clocks:
        if clock.met_at is None and clock.breached_at is None and not (clock.kind == NEXT and clock.dropped_at):
            _replan(state, rules, clock, found, at)
    _begin_missing(state, rules, at)


def _begin_missing(state: State, rules: Rules, at: datetime) -> None:
    found = policy.choose(rules.policies, state.facts)
    if found is None:
        return
    if state.answered_at is None:
        _begin(state, found, FIRST, state.opened_at, OPENING, at)
    _begin(state, found, RESOLVE, state.opened_at, OPENING, at)
    if state.waiting_since and state.waiting_seq:
        _begin(state, found, NEXT, state.waiting_since, state.waiting_seq, at)


def _begin(state: State, found: Policy, kind: str, start: datetime, turn: int, at: datetime) -> None:
    budget = found.budget(kind)
    if budget is None or any(c.kind == kind and (c.turn == turn or kind != NEXT) for c in state.clocks):
        return
    plan = Plan(at, found.id, found.name, policy.why(found, state.facts), budget, 0.0)
    state.clocks.append(Clock(kind, turn, found.id, found.calendar_id, found.pause_cap_s, start, budget, start, 0.0, [plan]))


def _replan(state: State, rules: Rules, clock: Clock, found: Policy | None, at: datetime) -> None:
    budget = found.budget(clock.kind) if found else None
    if found and budget and clock.dropped_at is None and clock.policy_id == found.id and clock.budget_s == budget:
        return
    calendar = rules.calendars[clock.calendar_id]
    clock.base_spent_s = measure.used(clock, calendar, state.pauses, at).total_seconds()
    clock.base_at = at
    if found is None or budget is None:
        clock.dropped_at = clock.dropped_at or at
        return
    clock.dropped_at = None
    clock.policy_id, clock.calendar_id, clock.pause_cap_s, clock.budget_s = found.id, found.calendar_id, found.pause_cap_s, budget
    clock.plans.append(Plan(at, found.id, found.name, policy.why(found, state.facts), budget, clock.base_spent_s))
    percent = measure.percent(clock, rules.calendars[clock.calendar_id], state.pauses, at)
    clock.warned = min(clock.warned, 80 if percent >= 80 else 50 if percent >= 50 else 0)


def _refresh(state: State, rules: Rules) -> None:
    for clock in state.clocks:
        if clock.running:
            clock.due_at = measure.reached(clock, rules.calendars[clock.calendar_id], state.pauses)
