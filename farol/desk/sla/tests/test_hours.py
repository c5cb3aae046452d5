"""Business time: over midnight, holidays and the clocks of the year."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from farol.desk.sla.hours import DAY, END, Calendar, Span, due, pieces, spent

ALWAYS = Calendar(1, "24x7", "UTC", True)
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Asia/Beirut", "UTC")
YEAR = (datetime(2026, 1, 1), datetime(2027, 1, 1))
seconds = st.integers(0, 10 * 86_400).map(lambda s: timedelta(seconds=s))
instants = st.datetimes(*YEAR).map(lambda t: t.replace(tzinfo=UTC))


def office(zone: str = "Europe/Berlin", *, holidays: tuple[date, ...] = (), opens: int = 9, closes: int = 17) -> Calendar:
    """Monday to Friday."""
    return Calendar(2, "office", zone, False, tuple(Span(d, opens * 60, closes * 60) for d in range(5)), frozenset(holidays))


def local(zone: str, *parts: int, fold: int = 0) -> datetime:
    """A wall time as an instant."""
    return datetime(*parts, tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)  # type: ignore[misc,arg-type]


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """Any weekly hours with at least an open hour, in a zone whose clocks change."""
    cuts = draw(st.lists(st.tuples(st.integers(0, 6), st.lists(st.integers(0, DAY), min_size=2, max_size=6, unique=True)), min_size=1, max_size=7,
                         unique_by=lambda pair: pair[0]))
    spans = [Span(day, *sorted(marks)[i:i + 2]) for day, marks in cuts for i in range(0, len(marks) - 1, 2)]
    spans.append(Span(draw(st.integers(0, 6)), 0, 60)) if sum(s.close - s.open for s in spans) < 60 else None
    if sum(s.close - s.open for s in spans) < 60 or len({s.day for s in spans}) != len({c[0] for c in cuts}):
        spans = [Span(2, 600, 700)]
    holidays = draw(st.frozensets(st.dates(*(y.date() for y in YEAR)), max_size=5))
    return Calendar(3, "any", draw(st.sampled_from(ZONES)), False, tuple(sorted(spans)), holidays)


@st.composite
def stops(draw: st.DrawFn) -> list[tuple[datetime, datetime]]:
    """Some pauses, in order and apart."""
    marks = sorted(draw(st.lists(instants, max_size=6, unique=True)))
    return [(marks[i], marks[i + 1]) for i in range(0, len(marks) - 1, 2)]


def slow(calendar: Calendar, start: datetime, until: datetime) -> int:
    """Open minutes, by looking at the wall every minute: the rule itself, for calendars without a doubled hour."""
    zone, count, at = ZoneInfo(calendar.zone), 0, start
    while at < until:
        wall = at.astimezone(zone)
        minute = wall.hour * 60 + wall.minute
        open_ = any(s.day == wall.weekday() and s.open <= minute < s.close for s in calendar.hours)
        count += open_ and wall.date() not in calendar.holidays
        at += timedelta(minutes=1)
    return count


@settings(max_examples=150, deadline=None)
@given(calendars(), instants, seconds, stops())
def test_due_and_spent_agree(calendar: Calendar, start: datetime, budget: timedelta, paused: list[tuple[datetime, datetime]]) -> None:
    at = due(start, budget, calendar, paused)
    assert at >= start + budget
    assert spent(start, at, calendar, paused) == budget
    if budget:
        assert spent(start, at - timedelta(microseconds=1), calendar, paused) < budget


@settings(max_examples=150, deadline=None)
@given(calendars(), instants, seconds, seconds, stops())
def test_time_adds_up(calendar: Calendar, start: datetime, one: timedelta, two: timedelta, paused: list[tuple[datetime, datetime]]) -> None:
    middle, end = start + one, start + one + two
    whole = spent(start, end, calendar, paused)
    assert timedelta() <= whole <= one + two
    assert spent(start, middle, calendar, paused) + spent(middle, end, calendar, paused) == whole
    assert due(due(start, one, calendar, paused), two, calendar, paused) == due(start, one + two, calendar, paused)


@settings(max_examples=60, deadline=None)
@given(calendars(), instants)
def test_pieces_leave_no_gap(calendar: Calendar, start: datetime) -> None:
    at = start
    for piece in pieces(calendar, start, [(start + timedelta(hours=5), start + timedelta(hours=9))]):
        assert piece.since == at < piece.until
        at = piece.until
        if at > start + timedelta(days=30):
            return


@settings(max_examples=25, deadline=None)
@given(instants, st.sampled_from(ZONES), st.integers(0, 5), st.integers(6, 23))
def test_it_counts_what_the_wall_shows(start: datetime, zone: str, opens: int, closes: int) -> None:
    calendar = office(zone, opens=opens if opens < 1 or opens > 3 else 4, closes=closes)
    start = start.replace(second=0, microsecond=0)
    until = start + timedelta(days=3)
    assert spent(start, until, calendar) == timedelta(minutes=slow(calendar, start, until))


@given(instants, seconds)
def test_always_open_is_plain_time(start: datetime, budget: timedelta) -> None:
    assert due(start, budget, ALWAYS) == start + budget


@pytest.mark.parametrize(("zone", "monday"), [("Europe/Berlin", (2026, 3, 30)), ("America/New_York", (2026, 3, 9)),
                                              ("Europe/Berlin", (2026, 10, 26)), ("America/New_York", (2026, 11, 2))])
def test_a_weekend_in_which_the_clocks_change_costs_nothing(zone: str, monday: tuple[int, int, int]) -> None:
    day = datetime(*monday)
    friday = (day - timedelta(days=3)).timetuple()[:3]
    assert due(local(zone, *friday, 16), timedelta(hours=2), office(zone)) == local(zone, *monday, 10)


@pytest.mark.parametrize(("zone", "day", "hours"), [("Europe/Berlin", (2026, 3, 29), 23), ("Europe/Berlin", (2026, 10, 25), 25),
                                                    ("America/New_York", (2026, 3, 8), 23), ("America/New_York", (2026, 11, 1), 25)])
def test_a_whole_day_is_as_long_as_it_is(zone: str, day: tuple[int, int, int], hours: int) -> None:
    nonstop = Calendar(4, "every hour of the week", zone, False, tuple(Span(d, 0, DAY) for d in range(7)))
    start = local(zone, *day)
    end = local(zone, *(datetime(*day) + timedelta(days=1)).timetuple()[:3])
    assert end - start == timedelta(hours=hours) == spent(start, end, nonstop)


def test_a_shift_that_begins_in_the_missing_hour_begins_when_the_clocks_jump() -> None:
    night = Calendar(5, "night", "Europe/Berlin", False, (Span(6, 150, 240),))  # Sunday 02:30 to 04:00
    start = local("Europe/Berlin", 2026, 3, 29)
    assert due(start, timedelta(minutes=1), night) == datetime(2026, 3, 29, 1, 1, tzinfo=UTC)
    assert spent(start, start + timedelta(hours=12), night) == timedelta(hours=1)


def test_over_midnight_and_a_holiday() -> None:
    late = Calendar(6, "late", "Asia/Shanghai", False, (Span(0, 22 * 60, DAY), Span(1, 0, 6 * 60)))
    start = local("Asia/Shanghai", 2026, 9, 28, 23)
    assert due(start, timedelta(hours=5), late) == local("Asia/Shanghai", 2026, 9, 29, 4)
    closed = office("Asia/Shanghai", holidays=tuple(date(2026, 10, d) for d in range(1, 8)))
    assert due(local("Asia/Shanghai", 2026, 9, 30, 16), timedelta(hours=2), closed) == local("Asia/Shanghai", 2026, 10, 8, 10)


def test_a_budget_that_ends_with_the_day_is_due_at_closing() -> None:
    start = local("Europe/Berlin", 2026, 6, 1, 9)
    assert due(start, timedelta(hours=8), office()) == local("Europe/Berlin", 2026, 6, 1, 17)
    assert due(start, timedelta(hours=8, seconds=1), office()) == local("Europe/Berlin", 2026, 6, 2, 9, 0, 1)


def test_a_pause_without_end_never_comes_due() -> None:
    start = datetime(2026, 6, 1, tzinfo=UTC)
    assert due(start, timedelta(hours=1), ALWAYS, [(start + timedelta(minutes=30), END)]) == END
    assert due(start, timedelta(minutes=30), ALWAYS, [(start + timedelta(minutes=30), END)]) == start + timedelta(minutes=30)
