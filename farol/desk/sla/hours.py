"""Business time: calendars of open hours in a time zone, and arithmetic that counts open seconds only.

Everything goes in and comes out in UTC. Wall times map to instants by one rising function, so no second is counted
twice: an hour that happens twice begins at its first pass, one that does not happen begins when the clocks jump.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec

DAY = 24 * 60
END = datetime(9999, 1, 1, tzinfo=UTC)
HORIZON_DAYS = 366 * 60
"""The longest budget on the emptiest calendar that is allowed ends within sixty years."""

Stop = tuple[datetime, datetime]
"""Time that does not count, [since, until)."""


class Span(msgspec.Struct, frozen=True, order=True):
    """Open hours on a weekday. day: 0 is Monday; open, close: minutes after midnight, 0 <= open < close <= 1440."""

    day: int
    open: int
    close: int


class Calendar(msgspec.Struct, frozen=True):
    """When a team works. always: day and night, hours and holidays do not matter. zone: an IANA name."""

    id: int
    name: str
    zone: str
    always: bool
    hours: tuple[Span, ...] = ()
    holidays: frozenset[date] = frozenset()


class Piece(NamedTuple):
    """A stretch of time [since, until). kind: open, closed or paused; only open time counts."""

    kind: str
    since: datetime
    until: datetime


def due(start: datetime, budget: timedelta, calendar: Calendar, stops: Sequence[Stop] = ()) -> datetime:
    """The first instant at which the budget is spent. stops: in order, none over another."""
    left = budget
    if left <= timedelta():
        return start
    for piece in pieces(calendar, start, stops):
        if piece.kind == "open":
            if piece.until - piece.since >= left:
                return piece.since + left
            left -= piece.until - piece.since
    return END


def spent(start: datetime, until: datetime, calendar: Calendar, stops: Sequence[Stop] = ()) -> timedelta:
    """How much counted between two instants; nothing when until is before start."""
    total = timedelta()
    for piece in pieces(calendar, start, stops):
        if piece.since >= until:
            break
        if piece.kind == "open":
            total += min(piece.until, until) - piece.since
    return total


def pieces(calendar: Calendar, start: datetime, stops: Sequence[Stop] = ()) -> Iterator[Piece]:
    """All time from start to ``END``, cut where it opens, closes, or stops."""
    coming = [stop for stop in stops if stop[1] > start and stop[1] > stop[0]]
    for piece in _timeline(calendar, start):
        at = piece.since
        while at < piece.until:
            while coming and coming[0][1] <= at:
                coming.pop(0)
            since, until = coming[0] if coming else (END, END)
            if since <= at:
                upto = min(until, piece.until)
                yield Piece("paused", at, upto)
            else:
                upto = min(since, piece.until)
                yield Piece(piece.kind, at, upto)
            at = upto


def _timeline(calendar: Calendar, start: datetime) -> Iterator[Piece]:
    if calendar.always:
        yield Piece("open", start, END)
        return
    at = start
    for since, until in _open(calendar, start):
        if until <= at:
            continue
        if since > at:
            yield Piece("closed", at, since)
        yield Piece("open", max(since, at), until)
        at = until
    yield Piece("closed", at, END)


def _open(calendar: Calendar, start: datetime) -> Iterator[Stop]:
    zone = ZoneInfo(calendar.zone)
    week: dict[int, list[Span]] = {}
    for span in sorted(calendar.hours):
        week.setdefault(span.day, []).append(span)
    day = start.astimezone(zone).date()
    for _ in range(HORIZON_DAYS):
        if day not in calendar.holidays:
            for span in week.get(day.weekday(), ()):
                yield _instant(calendar.zone, day, span.open), _instant(calendar.zone, day, span.close)
        day += timedelta(days=1)


@lru_cache(maxsize=20_000)
def _instant(name: str, day: date, minutes: int) -> datetime:
    """When a wall clock first shows this or more."""
    zone = ZoneInfo(name)
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    found = wall.replace(tzinfo=zone).astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None) == wall:
        return found
    before, after = wall.replace(tzinfo=zone, fold=1).astimezone(UTC), found  # the clocks jump between these two
    new = after.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=int((after - before).total_seconds()) // 2)
        if middle.astimezone(zone).utcoffset() == new:
            after = middle
        else:
            before = middle
    return after
