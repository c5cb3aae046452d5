"""Nouns of the queue, and the rules that need no I/O: order, cost, skill."""

from datetime import datetime, timedelta

import msgspec

from farol.desk.languages import ANY
from farol.kit.i18n import covers

STATES = ("available", "busy", "away", "offline")
ON_SHIFT = ("available", "busy")
GONE_S = 60
"""Seconds without a connected screen after which an agent counts as offline."""
BACK_S = 600
"""Who lost their screen and has one again within this time is where they were."""
QUIET_S = 180
"""A conversation in which nobody waits and nobody wrote for this long holds no slot."""
MOST_BOUNCES = 2
"""Offers in a row that were not looked at; after that the agent is marked away."""
DECLINED_S = 120
"""Who gave a ticket back is not offered it again for this long."""
LIVE = ("webchat",)
CREDIT_S = 120
MOST_CREDIT_S = 600
LEVELS = {"P0": 3, "P1": 2}
"""The level a severity asks for; 1 where nothing is said."""
FALLBACK = "en"
LOWEST = "P4"
"""Put off while surge mode says so."""


class Team(msgspec.Struct, frozen=True):
    """Who answers for what. See the table for units."""

    id: int
    key: str
    zh: str
    en: str
    reasons: list[str]
    languages: list[str]
    slots: int
    bounce_s: int
    return_s: int
    fallback_s: int


class Skill(msgspec.Struct, frozen=True):
    """topic: the beginning of a reason code, empty for all. level: 1 learning, 2 able, 3 expert."""

    language: str
    topic: str
    level: int


class Waiting(msgspec.Struct, frozen=True):
    """A ticket in a team's queue. declined: who let an offer of it lapse; barred: who just gave it back."""

    id: int
    ticket: int
    severity: str
    language: str
    reason: str
    slots: int
    entered_at: datetime
    rank_at: datetime
    declined: frozenset[int] = frozenset()
    barred: frozenset[int] = frozenset()


class Agent(msgspec.Struct, frozen=True):
    """Somebody on shift. slots: carried at most; load: carried now; right: may answer customers."""

    id: int
    available: bool
    right: bool
    slots: int
    load: int
    idle_since: datetime
    skills: tuple[Skill, ...]

    def level(self, language: str, reason: str) -> int:
        """How well they answer this reason in this language, or in any; 0 not at all."""
        return max((s.level for s in self.skills if (language == ANY or covers(s.language, language)) and reason.startswith(s.topic)), default=0)


def credit(tier: str) -> timedelta:
    """Waiting time given to a tier: ``VIP 3`` counts as having come six minutes earlier, at most ten.

    It moves within a severity only, and no credit grows, so nobody waits for ever behind VIPs.
    """
    word, _, grade = tier.strip().partition(" ")
    if word.upper() != "VIP":
        return timedelta()
    level = int(grade) if grade.isascii() and grade.isdigit() else 1
    return timedelta(seconds=min(level * CREDIT_S, MOST_CREDIT_S))


def cost(severity: str, channel: str) -> int:
    """Slots that a ticket holds: a live conversation of P0 or P1 two, everything else one."""
    return 2 if channel in LIVE and severity in LEVELS else 1


def order(w: Waiting) -> tuple[str, datetime, int]:
    """The one order of a queue: severity, then waiting time with credit, then age of the ticket."""
    return w.severity, w.rank_at, w.ticket


def team_for(teams: list[Team], reason: str, language: str) -> Team | None:
    """The team whose beginning of the reason is longest; of those the one for this language before one for all."""
    fits = [(len(r), bool(t.languages), -t.id, t) for t in teams for r in t.reasons
            if reason.startswith(r) and (not t.languages or any(covers(known, language) for known in t.languages))]
    return max(fits, key=lambda fit: fit[:3])[3] if fits else None
