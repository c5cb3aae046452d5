"""Nouns of an incident."""

from datetime import datetime
from typing import Any

import msgspec

STATES = ("investigating", "identified", "monitoring", "resolved")
BATCH = 200
"""Tickets looked at, or attached, in one transaction."""
SENT_AT_ONCE = 100
"""Tickets answered in one transaction: agents who write in one of them wait no longer than that takes."""
LONGEST = 4_000
"""Characters of an answer to all."""


class Scope(msgspec.Struct, frozen=True):
    """Which tickets are cases. An empty list asks nothing; every list that asks has to be met by one of its entries.

    coins: tickers. networks: names or codes. regions: beginnings of the customer's time zone, such as ``Asia/``.
    features: words of the product, such as ``P2P``. reasons: beginnings of reason codes. since, until: when it was opened.
    """

    coins: list[str] = []
    networks: list[str] = []
    regions: list[str] = []
    features: list[str] = []
    reasons: list[str] = []
    since: datetime | None = None
    until: datetime | None = None

    @property
    def asks(self) -> bool:
        """Whether it asks for anything at all; without, every ticket would be a case."""
        return bool(self.coins or self.networks or self.regions or self.features or self.reasons or self.since)


class Facts(msgspec.Struct, frozen=True):
    """What is known of a ticket when it is compared with a scope. words: subject, first words and fields."""

    id: int
    reason: str | None
    time_zone: str
    opened_at: datetime
    words: str


class Incident(msgspec.Struct, frozen=True):
    """An incident as stored, with the name of who declared it."""

    id: int
    zh: str
    en: str
    scope: Scope
    severity: str
    state: str
    public: bool
    words_zh: str
    words_en: str
    internal: str
    next_update_by: datetime | None
    declared_at: datetime
    declared_by: int
    by_name: str
    resolved_at: datetime | None
    version: int

    @property
    def open(self) -> bool:
        """Whether it goes on."""
        return self.state != "resolved"


class Notice(msgspec.Struct, frozen=True):
    """An open incident as everybody may read it. zh, en: its title; words: what is known, newest."""

    id: int
    zh: str
    en: str
    words_zh: str
    words_en: str
    state: str
    since: datetime
    next_update_by: datetime | None


class Ongoing(msgspec.Struct, frozen=True):
    """An open incident in one line. attached: its tickets."""

    id: int
    zh: str
    en: str
    state: str
    severity: str
    public: bool
    since: datetime
    next_update_by: datetime | None
    attached: int


class Update(msgspec.Struct, frozen=True):
    """One entry of the timeline."""

    id: int
    at: datetime
    by_id: int
    by_name: str
    public: bool
    state: str
    zh: str
    en: str
    next_update_by: datetime | None


class Counts(msgspec.Struct, frozen=True):
    """Tickets of an incident. waiting: of the attached ones, whose customer waits for an answer."""

    attached: int = 0
    proposed: int = 0
    waiting: int = 0


class Scan(msgspec.Struct, frozen=True):
    """How far the search for tickets is; ``total`` was counted when it began."""

    total: int
    seen: int
    attached: int
    proposed: int
    started_at: datetime
    finished_at: datetime | None


class Answer(msgspec.Struct, frozen=True):
    """A text sent to all, and how far it is. skipped: tickets closed meanwhile."""

    id: int
    kind: str
    resolve: bool
    zh: str
    en: str
    by_name: str
    at: datetime
    total: int
    sent: int
    skipped: int
    finished_at: datetime | None


class Case(msgspec.Struct, frozen=True):
    """A ticket of an incident, as listed."""

    id: int
    number: str
    subject: str
    status: str
    severity: str
    reason: str | None
    language: str
    customer: str
    owner: str | None
    opened_at: datetime
    waiting_since: datetime | None
    state: str
    how: str
    tell: bool


class Share(msgspec.Struct, frozen=True):
    """Tickets of one language that a text would go to, and which of the two variants they get."""

    language: str
    n: int
    variant: str


def scope_of(raw: Any) -> Scope:
    """A stored scope."""
    return msgspec.convert(raw, Scope)
