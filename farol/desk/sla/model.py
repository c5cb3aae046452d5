"""Nouns of service levels: policies, the clocks of a ticket, its pauses, and what was promised."""

from datetime import datetime, timedelta

import msgspec

from .hours import Calendar

FIRST, NEXT, RESOLVE, UPDATE = "first_reply", "next_reply", "resolve", "update"
KINDS = (FIRST, NEXT, RESOLVE, UPDATE)
"""``update`` is the clock of a promise to write again; the others run by policy."""
LEVELS = (50, 80, 100)
PAUSE_CAP_S = 5 * 86_400
LONGEST_BUDGET_S = 90 * 86_400
PENDING, RESOLVED = "pending", "resolved"
DONE = ("resolved", "closed")


class Facts(msgspec.Struct, frozen=True):
    """What a policy is chosen by."""

    tier: str
    severity: str
    channel: str
    reason: str | None


class Policy(msgspec.Struct, frozen=True):
    """Budgets in seconds for the tickets it matches; None: this is not measured. A list that is None matches everything.

    tiers: ``VIP`` also means ``VIP 3``. reasons: a leaf (``dep.suspended``) or a whole branch (``dep``).
    update_s: how far ahead a promise to write again may reach. pause_cap_s: the most that waiting for the customer may hold a clock.
    """

    id: int
    name: str
    calendar_id: int
    tiers: list[str] | None = None
    severities: list[str] | None = None
    channels: list[str] | None = None
    reasons: list[str] | None = None
    first_reply_s: int | None = None
    next_reply_s: int | None = None
    resolve_s: int | None = None
    update_s: int | None = None
    pause_cap_s: int = PAUSE_CAP_S

    def budget(self, kind: str) -> int | None:
        """Seconds for a kind of clock."""
        found: int | None = getattr(self, f"{kind}_s")
        return found


class Rules(msgspec.Struct, frozen=True):
    """Everything in force. calendars: by id, with those that were removed, which old clocks still run by."""

    policies: list[Policy]
    calendars: dict[int, Calendar]


class Pause(msgspec.Struct):
    """A time in which a ticket's clocks stood. reason: pending (capped) or resolved. actor: who set the status."""

    seq: int
    since: datetime
    until: datetime | None
    reason: str
    actor: str


class Plan(msgspec.Struct, frozen=True):
    """A budget as it was given: at the start, or anew after a change. spent_s: what was spent before."""

    at: datetime
    policy_id: int
    policy: str
    why: dict[str, str]
    budget_s: int
    spent_s: float


class Clock(msgspec.Struct):
    """One measured wait. turn: seq of the event that began it. base_at, base_spent_s: counting goes on from there since the
    last plan. warned: 0, 50, 80 or 100. due_at is None while the ticket is resolved. dropped_at: no longer measured."""

    kind: str
    turn: int
    policy_id: int
    calendar_id: int
    pause_cap_s: int
    started_at: datetime
    budget_s: int
    base_at: datetime
    base_spent_s: float
    plans: list[Plan]
    due_at: datetime | None = None
    met_at: datetime | None = None
    breached_at: datetime | None = None
    dropped_at: datetime | None = None
    warned: int = 0

    @property
    def ended(self) -> bool:
        """Whether nothing more is waited for."""
        return self.met_at is not None or self.dropped_at is not None

    @property
    def running(self) -> bool:
        """Whether it can still be breached."""
        return not self.ended and self.breached_at is None

    @property
    def budget(self) -> timedelta:
        """The whole budget."""
        return timedelta(seconds=self.budget_s)


class Promise(msgspec.Struct):
    """"I will write again by then." seq: of the event that made or last moved it; later public words of staff keep it."""

    id: int
    ticket_id: int
    made_by: int
    made_at: datetime
    by: datetime
    seq: int
    message_seq: int | None
    moves: int = 0
    kept_at: datetime | None = None
    broken_at: datetime | None = None
    warned: int = 0

    @property
    def open(self) -> bool:
        """Whether it is still to be kept."""
        return self.kept_at is None and self.broken_at is None


class State(msgspec.Struct):
    """A ticket's service levels after the last event that was taken in. at: that event's time, never going back."""

    ticket_id: int
    at: datetime
    opened_at: datetime
    facts: Facts
    status: str = "open"
    answered_at: datetime | None = None
    waiting_since: datetime | None = None
    waiting_seq: int | None = None
    clocks: list[Clock] = msgspec.field(default_factory=list)
    pauses: list[Pause] = msgspec.field(default_factory=list)
    promise: Promise | None = None


class Due(msgspec.Struct, frozen=True):
    """The next thing due on a ticket. percent: of the budget that is spent, above 100 when overdue."""

    kind: str
    at: datetime
    percent: int
