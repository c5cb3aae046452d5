"""What happens to clocks and promises (stream ``ticket:ID``), and to what they are measured by (``sla_policy:ID``, ``sla_calendar:ID``)."""

from datetime import datetime

from farol.kit.events import Event


class ClockWarned(Event, kind="clock.warned", frozen=True):
    """Half (50) or most (80 %) of a clock is spent. clock: first_reply, next_reply, resolve, or update for a promise.
    Told once each; when several passed while nobody worked, only the last."""

    clock: str
    turn: int
    percent: int
    due_at: datetime


class ClockBreached(Event, kind="clock.breached", frozen=True):
    """All of a clock is spent and it was not met. due_at: when that was, however late it is told. Told once."""

    clock: str
    turn: int
    due_at: datetime


class PromiseMade(Event, kind="promise.made", frozen=True):
    """The customer was told when to expect words again."""

    promise_id: int
    by: datetime


class PromiseMoved(Event, kind="promise.moved", frozen=True):
    """The customer was told in time that it will be another moment. message_seq: the words that said so."""

    promise_id: int
    was: datetime
    by: datetime
    message_seq: int


class PromiseKept(Event, kind="promise.kept", frozen=True):
    """Staff wrote before the promised moment."""

    promise_id: int
    by: datetime
    kept_at: datetime


class PromiseBroken(Event, kind="promise.broken", frozen=True):
    """The promised moment passed without a word. staff_id: who had promised."""

    promise_id: int
    by: datetime
    staff_id: int


class PolicySaved(Event, kind="sla.policy_saved", frozen=True):
    """A policy was made or changed; clocks that run already keep their plan until their ticket changes."""

    name: str
    fields: dict[str, list[str] | int | None]


class PolicyRemoved(Event, kind="sla.policy_removed", frozen=True):
    """A policy no longer matches anything."""

    name: str


class CalendarSaved(Event, kind="sla.calendar_saved", frozen=True):
    """A calendar was made or changed."""

    name: str
    zone: str
    always: bool
    hours: list[dict[str, int]]
    holidays: list[str]


class CalendarRemoved(Event, kind="sla.calendar_removed", frozen=True):
    """A calendar can no longer be chosen."""

    name: str
