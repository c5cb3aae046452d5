"""Nouns and figures of the editors' desk. No I/O."""

import math
from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

import msgspec

Z = 1.96
"""Two-sided 95 %."""
WEIGHT = {"P0": 16, "P1": 8, "P2": 4, "P3": 2, "P4": 1}
"""What one contact counts by its severity: each step of severity doubles it. A search counts like a ticket of ``P3``."""
SEARCHED = "P3"
Kind = Literal["search", "reason", "question"]
Why = Literal["search", "no_article", "unhelpful", "escalated", "no_answer"]
Verb = Literal["write", "synonym", "link", "not_ours"]


class Gap(msgspec.Struct, frozen=True):
    """Something people ask that nothing answers well. key: what it is decided by. title: a question, or a reason's code.

    why: no good hit in search; no article on the reason; its articles are voted unhelpful; escalated; no article answers these words.
    volume: how often; score: volume times severity, added up over the contacts. examples: masked words of who asked.
    articles: addresses of what there is on it. last_at: when it was asked last. week: how often in the last seven days.
    resolved: how many staff answered and resolved without sending an article; answer: one of those answers, masked, that is most like the
    others; tickets: of these, for a draft.
    """

    key: str
    kind: Kind
    title: str
    language: str
    why: list[Why]
    volume: int
    score: int
    severity: str
    examples: list[str]
    articles: list[str]
    escalations: int
    last_at: datetime
    week: int = 0
    resolved: int = 0
    answer: str = ""
    tickets: list[int] = []


class Begun(msgspec.Struct, frozen=True):
    """An article to be begun."""

    slug: str
    category: str
    language: str
    title: str


class Decision(msgspec.Struct, frozen=True):
    """What was decided about a gap, and how often it was asked since. synonyms: the key of the group that was made."""

    key: str
    verb: Verb
    title: str
    volume: int
    article_id: int | None
    synonyms: str | None
    note: str
    at: datetime
    by: str
    since: int = 0


class Share(msgspec.Struct, frozen=True):
    """A share of n with the Wilson bounds: where the true share lies with 95 % confidence.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209-212.
    """

    yes: int
    n: int

    @property
    def low(self) -> float:
        """The least it may be; 0 for n = 0."""
        return self._bound(-1)

    @property
    def high(self) -> float:
        """The most it may be; 1 for n = 0."""
        return self._bound(1)

    def _bound(self, side: int) -> float:
        if not self.n:
            return 0.0 if side < 0 else 1.0
        p, z2 = self.yes / self.n, Z * Z
        spread = Z * math.sqrt(p * (1 - p) / self.n + z2 / (4 * self.n * self.n))
        return min(1.0, max(0.0, (p + z2 / (2 * self.n) + side * spread) / (1 + z2 / self.n)))


class Vote(msgspec.Struct, frozen=True):
    """Whether an article helped: how many said yes, of how many, and the least share that stands with 95 % confidence."""

    yes: int
    n: int
    low: float

    @classmethod
    def of(cls, share: Share) -> "Vote":
        """As a screen shows it."""
        return cls(share.yes, share.n, round(share.low, 3))


class Finding(msgspec.Struct, frozen=True):
    """Something to look at in a text. code: see ``health.SAID``; line: of the body, from 1; what: the words there; core: what the
    exchange says instead, for a figure."""

    code: str
    what: str
    line: int = 0
    core: str = ""


class Part(msgspec.Struct, frozen=True):
    """What one matter takes off the score of an article."""

    code: str
    points: float


class Health(msgspec.Struct, frozen=True):
    """How one language of an article is. score: 100 less its parts, never below 0. led: tickets of the window whose own words search
    answers with this article first, so that it was there and did not do."""

    article_id: int
    slug: str
    language: str
    version: int
    title: str
    score: int
    parts: list[Part]
    helpful: Vote
    checked_on: date
    age_days: int
    review_on: date | None
    expires_on: date | None
    stale: bool
    led: int
    findings: list[Finding]


def weight(severity: str) -> int:
    """What one contact of that severity counts."""
    return WEIGHT.get(severity, WEIGHT[SEARCHED])


def worst(severities: Iterable[str]) -> str:
    """The most severe of them; that of a search for none."""
    return min((one for one in severities if one in WEIGHT), default=SEARCHED)
