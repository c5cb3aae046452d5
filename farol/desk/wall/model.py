"""What the wall shows. Times are seconds where a name ends in ``_s``; tickets are named by their numbers."""

from datetime import datetime

import msgspec

from farol.desk.incidents.model import Ongoing
from farol.desk.surge.api import Surge
from farol.desk.threads.model import Hand

SOON_MIN, HOUR_MIN = 15, 60
RISK_MIN = 15
"""A promise within this is at risk."""
STEP_S = 900


class Emergencies(msgspec.Struct, frozen=True):
    """Open P0. The rest is of the one that has been open longest: since when, its ticket, and who has it."""

    open: int
    since: datetime | None = None
    ticket_id: int | None = None
    number: str = ""
    subject: str = ""
    customer: str = ""
    owner: str | None = None


class Figures(msgspec.Struct, frozen=True):
    """The row of figures. kept, broken: promises that fell due today."""

    emergencies: Emergencies
    waiting: int
    waiting_before: int
    longest_s: int | None
    longest_team: str | None
    longest_over_s: int | None
    promises: int
    at_risk: int
    kept: int
    broken: int


class Queue(msgspec.Struct, frozen=True):
    """One team's queue. promised_s: how long its longest waiting may wait by its policy; ninety_s: 9 in 10 were taken within,
    in the last hour; left: went away in the last hour; free: agents with room, of those on shift."""

    key: str
    zh: str
    en: str
    languages: list[str]
    waiting: int
    longest_s: int | None
    promised_s: int | None
    ninety_s: int | None
    left: int
    free: int
    shift: int


class Member(msgspec.Struct, frozen=True):
    """Somebody on shift, or lately. hand: what they need help with, None when none is up."""

    id: int
    name: str
    role: str
    state: str
    since: datetime
    note: str
    languages: list[str]
    used: int
    of: int
    hand: Hand | None


class Edge(msgspec.Struct, frozen=True):
    """A clock or promise that is next to break. kind: first_reply, next_reply, resolve or update (a promise)."""

    ticket_id: int
    number: str
    subject: str
    severity: str
    kind: str
    due_at: datetime
    owner_id: int | None
    owner: str | None
    team_zh: str | None
    team_en: str | None


class Contacts(msgspec.Struct, frozen=True):
    """Contacts per quarter of an hour since ``since``, the last one under way; low and high: usual on this weekday, whole day.

    Both are empty for a desk that has no such day behind it.
    """

    since: datetime
    counts: list[int]
    low: list[float]
    high: list[float]


class Wall(msgspec.Struct, frozen=True):
    """Everything at once, as it was at ``at``."""

    at: datetime
    figures: Figures
    queues: list[Queue]
    crew: list[Member]
    edge: list[Edge]
    contacts: Contacts
    surge: Surge
    incidents: list[Ongoing]
    slots: int


class Candidate(msgspec.Struct, frozen=True):
    """Somebody a waiting ticket can be given to. able: has the skill; used and of: what they carry."""

    id: int
    name: str
    role: str
    state: str
    able: bool
    used: int
    of: int
