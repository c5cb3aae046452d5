"""When a clock is due, and how much of it is spent: its plan, its calendar and the ticket's pauses taken together."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from .hours import END, Calendar, Stop, due, spent
from .model import LEVELS, PENDING, Clock, Pause, Promise


def counted(clock: Clock, pauses: Iterable[Pause]) -> list[tuple[Pause, Stop]]:
    """The pauses in order, each with the time it counts for this clock. Waiting for the customer counts up to the cap, in all;
    a pause that has not ended is taken to last as long as it can."""
    left, found = timedelta(seconds=clock.pause_cap_s), []
    for pause in sorted(pauses, key=lambda p: p.seq):
        since, until = max(pause.since, clock.started_at), pause.until or END
        if pause.reason == PENDING:
            until = min(until, since + left)
            left -= max(until - since, timedelta())
        found.append((pause, (since, max(since, until))))
    return found


def stops(clock: Clock, pauses: Iterable[Pause]) -> list[Stop]:
    """The time in which this clock stands."""
    return [stop for _, stop in counted(clock, pauses) if stop[1] > stop[0]]


def standing(clock: Clock, pauses: Iterable[Pause], at: datetime) -> Stop | None:
    """The pause that holds this clock at an instant."""
    return next((stop for stop in stops(clock, pauses) if stop[0] <= at < stop[1]), None)


def reached(clock: Clock, calendar: Calendar, pauses: Iterable[Pause], share: float = 1.0) -> datetime | None:
    """When this share of the budget is spent; None while the ticket is resolved and would have to be reopened first."""
    left = clock.budget * share - timedelta(seconds=clock.base_spent_s)
    at = due(clock.base_at, left, calendar, stops(clock, pauses))
    return None if at >= END else at


def used(clock: Clock, calendar: Calendar, pauses: Iterable[Pause], at: datetime) -> timedelta:
    """What is spent of the budget at an instant."""
    if clock.dropped_at is not None:
        return timedelta(seconds=clock.base_spent_s)
    return timedelta(seconds=clock.base_spent_s) + spent(clock.base_at, at, calendar, stops(clock, pauses))


def percent(clock: Clock, calendar: Calendar, pauses: Iterable[Pause], at: datetime) -> int:
    """Spent of the budget in whole percent, more than 100 when overdue."""
    return int(used(clock, calendar, pauses, at) * 100 / clock.budget) if clock.budget_s else 100


def levels(clock: Clock, calendar: Calendar, pauses: Iterable[Pause]) -> list[tuple[int, datetime]]:
    """The warnings still to come, with their times."""
    kept = list(pauses)
    times = [(level, reached(clock, calendar, kept, level / 100)) for level in LEVELS if level > clock.warned]
    return [(level, at) for level, at in times if at is not None]


def promise_levels(promise: Promise) -> list[tuple[int, datetime]]:
    """The same for a promise, which runs day and night and is never paused."""
    whole = promise.by - promise.made_at
    return [(level, promise.made_at + whole * (level / 100)) for level in LEVELS if level > promise.warned]


def promise_percent(promise: Promise, at: datetime) -> int:
    """How much of the time until the promised moment has gone."""
    whole = promise.by - promise.made_at
    return max(int((at - promise.made_at) * 100 / whole), 0) if whole > timedelta() else 100
