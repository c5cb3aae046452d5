"""How clocks move, fed at once, late, or again."""

import copy
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from farol.desk.sla import clocks, defaults, measure
from farol.desk.sla.events import ClockBreached, ClockWarned, PromiseBroken, PromiseKept
from farol.desk.sla.hours import Calendar
from farol.desk.sla.model import FIRST, NEXT, RESOLVE, Clock, Facts, Policy, Promise, Rules, State
from farol.desk.sla.tests.test_hours import office
from farol.kit.events import Event

START = datetime(2026, 6, 1, 8, tzinfo=UTC)
ALWAYS = Calendar(1, "24x7", "UTC", True)
RULES = Rules([Policy(**{**{f: getattr(p, f) for f in p.__struct_fields__}, "id": n, "calendar_id": 1}) for n, p in enumerate(defaults.POLICIES, 1)],
              {1: ALWAYS, 2: office()})
FACTS = Facts("Regular", "P3", "webchat", None)


def after(**delta: float) -> datetime:
    """A time after the ticket was opened."""
    return START + timedelta(**delta)


def new(rules: Rules = RULES) -> State:
    """A P3 ticket in the chat."""
    state = clocks.opened(7, START, FACTS, rules)
    clocks.said(state, rules, 2, START, "customer", None, "customer:1")
    return state


def one(state: State, kind: str) -> Clock:
    """The last clock of a kind."""
    return [c for c in state.clocks if c.kind == kind][-1]


def reply(state: State, seq: int, at: datetime, rules: Rules = RULES) -> list[Event]:
    """A person answers."""
    return clocks.said(state, rules, seq, at, "staff", None, "staff:1")


def status(state: State, seq: int, at: datetime, value: str, rules: Rules = RULES) -> list[Event]:
    """Somebody sets the status."""
    return clocks.changed(state, rules, seq, at, {"status": value}, "staff:1")


def test_only_a_person_gives_the_first_reply() -> None:
    state = new()
    assert one(state, FIRST).due_at == after(minutes=10)
    clocks.said(state, RULES, 3, after(minutes=1), "assistant", None, "assistant:0")
    clocks.said(state, RULES, 4, after(minutes=1), "system", None, "system:0")
    assert one(state, FIRST).met_at is None
    assert reply(state, 5, after(minutes=4)) == []
    assert (one(state, FIRST).met_at, one(state, FIRST).breached_at) == (after(minutes=4), None)


def test_the_next_reply_counts_from_the_first_words_nobody_answered() -> None:
    state = new()
    reply(state, 3, after(minutes=1))
    clocks.said(state, RULES, 4, after(minutes=20), "customer", None, "customer:1")
    clocks.said(state, RULES, 5, after(minutes=25), "customer", None, "customer:1")
    waiting = [c for c in state.clocks if c.kind == NEXT]
    assert [(c.turn, c.due_at) for c in waiting] == [(4, after(minutes=30))]
    reply(state, 6, after(minutes=29))
    clocks.said(state, RULES, 7, after(minutes=40), "customer", None, "customer:1")
    assert [(c.turn, c.met_at) for c in state.clocks if c.kind == NEXT] == [(4, after(minutes=29)), (7, None)]


def test_the_resolution_stops_and_goes_on() -> None:
    state = new()
    whole = one(state, RESOLVE).budget
    reply(state, 3, after(minutes=1))
    status(state, 4, after(hours=2), "resolved")
    assert (one(state, RESOLVE).met_at, clocks.soonest(state, after(hours=2))) == (after(hours=2), None)
    clocks.said(state, RULES, 5, after(hours=50), "customer", "open", "customer:1")
    assert (one(state, RESOLVE).met_at, one(state, RESOLVE).due_at) == (None, START + whole + timedelta(hours=48))
    assert one(state, NEXT).turn == 5
    status(state, 6, after(hours=51), "closed")
    assert one(state, RESOLVE).met_at == after(hours=51)
    assert one(state, NEXT).dropped_at == after(hours=51)


def test_waiting_for_the_customer_pauses_up_to_the_cap() -> None:
    state = new()
    reply(state, 3, after(minutes=1))
    status(state, 4, after(hours=1), "pending")
    capped = START + timedelta(days=5 + 2)  # the cap and the budget
    assert one(state, RESOLVE).due_at == capped
    assert clocks.soonest(state, after(days=4)) is None
    assert clocks.soonest(state, after(days=5, hours=2)) == (RESOLVE, capped)
    assert measure.percent(one(state, RESOLVE), ALWAYS, state.pauses, after(days=4)) == 2
    early = copy.deepcopy(state)
    clocks.said(early, RULES, 5, after(hours=11), "customer", "open", "customer:1")
    assert one(early, RESOLVE).due_at == after(hours=48 + 10)
    status(state, 5, after(days=6), "open")
    assert one(state, RESOLVE).due_at == capped
    status(state, 6, after(days=6, hours=1), "pending")
    assert one(state, RESOLVE).due_at == capped, "a second pause finds nothing left of the cap"
    assert [(p.since, p.until, p.reason) for p in state.pauses] == [
        (after(hours=1), after(days=6), "pending"), (after(days=6, hours=1), None, "pending")]


def test_a_new_severity_plans_with_what_is_spent() -> None:
    state = new()
    clocks.changed(state, RULES, 3, after(minutes=2), {"severity": "P1"}, "staff:1")
    assert one(state, FIRST).due_at == after(minutes=5)
    clocks.changed(state, RULES, 4, after(minutes=3), {"severity": "P0"}, "staff:1")
    assert one(state, FIRST).due_at == after(minutes=3), "more is spent than P0 allows"
    told = clocks.advance(state, RULES, after(minutes=4))
    assert [e for e in told if isinstance(e, ClockBreached)] == [ClockBreached(FIRST, 1, after(minutes=3))]
    assert [p.budget_s for p in one(state, FIRST).plans] == [600, 300, 30]


def test_a_lower_severity_warns_again_when_it_is_time() -> None:
    state = new()
    clocks.changed(state, RULES, 3, START, {"severity": "P1"}, "staff:1")
    clocks.advance(state, RULES, after(minutes=4, seconds=30))
    assert one(state, FIRST).warned == 80
    clocks.changed(state, RULES, 4, after(minutes=4, seconds=40), {"severity": "P4"}, "staff:1")
    assert one(state, FIRST).warned == 0
    assert clocks.advance(state, RULES, after(hours=13)) == [ClockWarned(FIRST, 1, 50, after(days=1))]


def test_a_pause_before_a_clock_began_uses_nothing_of_its_cap() -> None:
    state = new()
    reply(state, 3, after(minutes=1))
    status(state, 4, after(hours=1), "pending")
    clocks.said(state, RULES, 5, after(days=4), "customer", "open", "customer:1")
    status(state, 6, after(days=4, minutes=5), "pending")
    status(state, 7, after(days=7), "open")
    assert one(state, NEXT).due_at == after(days=7, minutes=5)


def test_a_policy_of_the_office_hours_takes_over_what_is_left() -> None:
    rules = Rules([*RULES.policies, Policy(99, "Legal", 2, reasons=["leg"], first_reply_s=3600)], RULES.calendars)
    state = new(rules)
    at = datetime(2026, 6, 1, 8, 5, tzinfo=UTC)  # 10:05 in Berlin, a Monday
    clocks.changed(state, rules, 3, at, {"reason": "leg.complaint"}, "staff:1")
    assert one(state, FIRST).due_at == at + timedelta(minutes=55)
    assert one(state, RESOLVE).dropped_at == at, "this policy does not measure it"
    clocks.changed(state, rules, 4, at + timedelta(hours=1), {"reason": None}, "staff:1")
    assert (one(state, RESOLVE).dropped_at, one(state, RESOLVE).base_spent_s) == (None, 300.0)


def test_warnings_come_once_and_after_downtime_only_the_last() -> None:
    state = new()
    told: list[Event] = []
    for second in range(0, 700):
        told += clocks.advance(state, RULES, after(seconds=second))
    due = after(minutes=10)
    assert told == [ClockWarned(FIRST, 1, 50, due), ClockWarned(FIRST, 1, 80, due), ClockBreached(FIRST, 1, due)]
    late = new()
    assert clocks.advance(late, RULES, after(hours=1)) == [ClockBreached(FIRST, 1, due)]
    assert clocks.advance(late, RULES, after(hours=1)) == []
    assert one(late, FIRST) == one(state, FIRST)


def test_a_breach_is_found_by_the_reply_that_came_too_late() -> None:
    state = new()
    assert reply(state, 3, after(minutes=30)) == [ClockBreached(FIRST, 1, after(minutes=10))]
    assert (one(state, FIRST).met_at, one(state, FIRST).breached_at) == (after(minutes=30), after(minutes=10))


def test_a_reply_that_was_on_its_way_takes_a_breach_back() -> None:
    state = new()
    clocks.advance(state, RULES, after(minutes=11))
    reply(state, 3, after(minutes=9))
    assert (one(state, FIRST).met_at, one(state, FIRST).breached_at) == (after(minutes=9), None)


def test_time_never_runs_backwards() -> None:
    state = new()
    reply(state, 3, after(minutes=5))
    clocks.said(state, RULES, 4, after(minutes=4), "customer", None, "customer:1")
    assert one(state, NEXT).started_at == after(minutes=5)


def test_a_promise_is_kept_by_words_after_it_or_broken() -> None:
    state = new()
    reply(state, 3, after(minutes=1))
    state.promise = Promise(1, 7, 3, after(minutes=1), after(hours=1), 4, 3)
    broken = copy.deepcopy(state)
    assert clocks.keep(state, 3, after(minutes=1)) == [], "the words it was made with do not keep it"
    assert reply(state, 5, after(hours=1))[-1:] == [PromiseKept(1, after(hours=1), after(hours=1))]
    told = clocks.advance(broken, RULES, after(hours=1, seconds=1))
    assert told[-1:] == [PromiseBroken(1, after(hours=1), 3)]
    assert reply(broken, 5, after(hours=2)) == []


def test_nobody_is_measured_by_no_policy() -> None:
    state = clocks.opened(7, START, FACTS, Rules([], {}))
    assert (state.clocks, clocks.next_at(state, Rules([], {}), START), clocks.soonest(state, START)) == ([], None, None)


moves = st.lists(st.tuples(st.integers(1, 400_000), st.sampled_from(
    ["customer", "staff", "assistant", "pending", "open", "resolved", "closed", "P0", "P1", "P2", "P4", "legal"])), max_size=25)


def feed(state: State, rules: Rules, seq: int, at: datetime, move: str) -> list[Event]:
    """One event."""
    if move in ("customer", "staff", "assistant"):
        woken = "open" if move == "customer" and state.status in ("pending", "resolved") else None
        return clocks.said(state, rules, seq, at, move, woken, f"{move}:1")
    fields: dict[str, Any] = {"severity": move} if move[0] == "P" else {"reason": "leg.complaint"} if move == "legal" else {"status": move}
    return clocks.changed(state, rules, seq, at, fields, "staff:1")


BOTH = Rules([*RULES.policies, Policy(99, "Legal", 2, reasons=["leg"], first_reply_s=3600, resolve_s=864_000)], RULES.calendars)


@settings(max_examples=200, deadline=None)
@given(moves, st.lists(st.integers(1, 9_000_000), max_size=30))
def test_clocks_fed_late_end_like_clocks_fed_at_once(script: list[tuple[int, str]], looks: list[int]) -> None:
    """At once: somebody looks at the time between the events. Late: all events after a long downtime."""
    live, late, at = new(BOTH), new(BOTH), START
    breaches: dict[str, list[Event]] = {"live": [], "late": []}
    times = sorted(START + timedelta(microseconds=look * 1_000_003) for look in looks)
    for seq, (wait, move) in enumerate(script, 3):
        for look in [t for t in times if at < t <= at + timedelta(seconds=wait)]:
            breaches["live"] += clocks.advance(live, BOTH, look)
        at += timedelta(seconds=wait)
        breaches["live"] += feed(live, BOTH, seq, at, move)
        breaches["late"] += feed(late, BOTH, seq, at, move)
    end = at + timedelta(days=60)
    breaches["live"] += clocks.advance(live, BOTH, end)
    breaches["late"] += clocks.advance(late, BOTH, end)
    assert live == late
    only = {name: [e for e in found if isinstance(e, ClockBreached)] for name, found in breaches.items()}
    assert only["live"] == only["late"]
    assert len(set(only["live"])) == len(only["live"])
    for clock in live.clocks:
        assert clock.base_spent_s >= 0
        assert clock.due_at is None or clock.due_at >= clock.base_at


@settings(max_examples=100, deadline=None)
@given(moves)
def test_a_breach_is_due_when_it_says(script: list[tuple[int, str]]) -> None:
    """What is spent when a clock is breached is its budget, whatever happened before."""
    state, at = new(BOTH), START
    for seq, (wait, move) in enumerate(script, 3):
        at += timedelta(seconds=wait)
        feed(state, BOTH, seq, at, move)
        for clock in state.clocks:
            if clock.running and clock.due_at:
                calendar = BOTH.calendars[clock.calendar_id]
                used = measure.used(clock, calendar, state.pauses, clock.due_at).total_seconds()
                assert abs(used - max(clock.budget_s, clock.base_spent_s)) < 1e-3
