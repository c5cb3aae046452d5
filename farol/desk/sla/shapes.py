"""Bodies of the routes on calendars and policies, and what they answer."""

from datetime import date
from typing import Annotated

import msgspec

from farol.kit.web import Body

from .hours import DAY, Calendar, Span
from .model import LONGEST_BUDGET_S, PAUSE_CAP_S, Policy
from .problems import CalendarInvalid

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
Word = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
Words = Annotated[list[Word], msgspec.Meta(max_length=100)]
Seconds = Annotated[int, msgspec.Meta(ge=1, le=LONGEST_BUDGET_S)]
Wall = Annotated[str, msgspec.Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")]
Weekday = Annotated[int, msgspec.Meta(ge=0, le=6)]


class SpanBody(Body, frozen=True):
    """Open hours. day: 0 is Monday; open, close: ``09:00``; a close at or before open is on the next day; ``24:00`` is midnight."""

    day: Weekday
    open: Wall
    close: Wall


class CalendarBody(Body, frozen=True):
    """always: day and night; then hours and holidays do not matter. holidays: closed days, as ``2026-10-01``."""

    name: Name
    zone: Annotated[str, msgspec.Meta(max_length=60)]
    always: bool = False
    hours: Annotated[list[SpanBody], msgspec.Meta(max_length=100)] = []
    holidays: Annotated[list[date], msgspec.Meta(max_length=1000)] = []

    def calendar(self) -> Calendar:
        """The calendar meant. Raises CalendarInvalid."""
        spans = [] if self.always else [part for span in self.hours for part in _parts(span)]
        return Calendar(0, self.name.strip() or _nameless(), self.zone, self.always, tuple(sorted(spans)),
                        frozenset() if self.always else frozenset(self.holidays))


def _nameless() -> str:
    raise CalendarInvalid(why="it needs a name")


def _parts(body: SpanBody) -> list[Span]:
    """A span over midnight is two."""
    opens, closes = _minutes(body.open), _minutes(body.close)
    if opens < closes:
        return [Span(body.day, opens, closes)]
    parts = [(body.day, opens, DAY), ((body.day + 1) % 7, 0, closes)]
    return [Span(*part) for part in parts if part[1] < part[2]]


def _minutes(wall: str) -> int:
    return int(wall[:2]) * 60 + int(wall[3:])


class SpanView(msgspec.Struct, frozen=True):
    """Open hours of a weekday, as walls show them."""

    day: int
    open: str
    close: str


class CalendarView(msgspec.Struct, frozen=True):
    """A calendar to choose."""

    id: int
    name: str
    zone: str
    always: bool
    hours: list[SpanView]
    holidays: list[date]


def shown(calendar: Calendar) -> CalendarView:
    """A calendar as screens show it."""
    hours = [SpanView(s.day, _wall(s.open), _wall(s.close)) for s in sorted(calendar.hours)]
    return CalendarView(calendar.id, calendar.name, calendar.zone, calendar.always, hours, sorted(calendar.holidays))


def _wall(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


class PolicyBody(Body, frozen=True):
    """Conditions left out match everything; limits left out are not measured. See ``Policy``."""

    name: Name
    calendar_id: Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
    tiers: Words | None = None
    severities: Words | None = None
    channels: Words | None = None
    reasons: Words | None = None
    first_reply_s: Seconds | None = None
    next_reply_s: Seconds | None = None
    resolve_s: Seconds | None = None
    update_s: Seconds | None = None
    pause_cap_s: Annotated[int, msgspec.Meta(ge=0, le=LONGEST_BUDGET_S)] = PAUSE_CAP_S

    def policy(self) -> Policy:
        """The policy meant."""
        return Policy(0, **msgspec.structs.asdict(self))


class Saved(msgspec.Struct, frozen=True):
    """What was made or changed."""

    id: int


class Calendars(msgspec.Struct, frozen=True):
    """All calendars, by name."""

    calendars: list[CalendarView]


class Policies(msgspec.Struct, frozen=True):
    """All policies, oldest first."""

    policies: list[Policy]
