"""Members and their levels, topics and posts, and the rules of each."""

from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

import msgspec

Level = Literal["new", "member", "trusted"]
Kind = Literal["question", "idea"]
KINDS: tuple[Kind, ...] = ("question", "idea")
LEVELS: tuple[Level, ...] = ("new", "member", "trusted")
FLAGS = ("scam", "impostor", "personal", "spam", "rude", "other")
STATUSES = ("open", "review", "planned", "shipped", "declined")
"""Of an idea. All but ``open`` are told to its voters; ``declined`` needs a reason."""
LONGEST = {"title": 120, "body": 8_000, "why": 500, "words": 500}
EDIT_FOR = timedelta(hours=24)
"""How long a post can be changed, and a deleted one brought back."""
NAME_FOR = timedelta(days=30)
"""How long a name stays before it can be changed again."""
HELD_FIRST = 2
"""A member's first posts, which somebody reads before they are shown."""
SAME_WITHIN = timedelta(hours=24)
"""In which nobody says the same twice."""
SAME_BY_OTHERS = 2
"""Other people who said the same within the hour: the next one is read first."""
HIDES = 3
"""Weight of flags that hides a post until staff have looked; never one of a trusted member or of staff."""
WEIGHT: dict[Level, int] = {"new": 0, "member": 1, "trusted": 2}
"""What a flag counts towards hiding. One of a new member still brings the post before staff."""


class Allowance(msgspec.Struct, frozen=True):
    """How much a level may post in 24 hours, and the pause between two posts in seconds."""

    topics: int
    replies: int
    pause_s: int


ALLOWANCE: dict[Level, Allowance] = {"new": Allowance(2, 10, 60), "member": Allowance(5, 40, 15), "trusted": Allowance(10, 100, 5)}


class Behaviour(msgspec.Struct, frozen=True):
    """What a level follows from. days: since joining; shown: posts that stand; accepted: answers; hidden: by staff, in days 30 and 90."""

    days: int
    shown: int
    accepted: int
    hidden_30: int
    hidden_90: int
    sanctioned_90: bool


def level_of(done: Behaviour) -> Level:
    """The level that follows from what somebody did. Nobody is given one by hand.

    member: 3 days and 5 posts that stand, none hidden by staff in 30 days. trusted: 30 days, 30 posts and 5 accepted answers,
    none hidden and no sanction in 90 days. Whoever no longer meets it falls back.
    """
    if done.days < 3 or done.shown < 5 or done.hidden_30:
        return "new"
    if done.days >= 30 and done.shown >= 30 and done.accepted >= 5 and not done.hidden_90 and not done.sanctioned_90:
        return "trusted"
    return "member"


class Member(msgspec.Struct, frozen=True):
    """A customer under the name they chose."""

    customer_id: int
    name: str
    level: Level
    joined_at: datetime
    named_at: datetime
    mail: bool


class Lately(msgspec.Struct, frozen=True):
    """What somebody posted in the last 24 hours, and whether these words were said. others: people who said them within the hour."""

    topics: int
    replies: int
    last_at: datetime | None
    said: bool
    others: int
    shown_ever: int


class Category(msgspec.Struct, frozen=True):
    """A place of the forum. topics: how many are shown there."""

    code: str
    place: int
    zh: str
    en: str
    closed: bool
    topics: int = 0


PLACES = (
    Category("deposits", 1, "充值与提币", "Deposits and withdrawals", False), Category("account", 2, "账户与安全", "Account and security", False),
    Category("identity", 3, "身份认证", "Identity (KYC)", False), Category("trading", 4, "交易与产品", "Trading and products", False),
    Category("p2p", 5, "C2C 与法币", "P2P and fiat", False), Category("api", 6, "API 与开发", "API and building", False),
    Category("ideas", 7, "产品建议", "Ideas", False),
)  # fmt: skip
"""Places that every forum begins with."""
ALLOWED = ("bitcoin.org", "ethereum.org", "wikipedia.org")
"""Hosts of others that may be linked until the exchange decides otherwise."""


class Policy(msgspec.Struct, frozen=True):
    """See the table: hosts that are ours, hosts that may be linked, and how ids are published."""

    official: list[str]
    allowed: list[str]
    ids: Literal["masked", "linked"]


class Topic(msgspec.Struct, frozen=True):
    """A topic as a list or a page needs it. author: the name shown; alias: of staff, when they opened it."""

    id: int
    kind: Kind
    category: str
    language: str
    title: str
    customer_id: int | None
    staff_id: int | None
    author: str | None
    level: Level | None
    alias: str | None
    state: str
    opened_at: datetime
    last_at: datetime
    last_n: int
    replies: int
    votes: int
    accepted: int | None
    locked_at: datetime | None
    pinned_at: datetime | None
    status: str
    status_why: str
    status_at: datetime | None
    private_asked_at: datetime | None
    ticket_id: int | None


class Post(msgspec.Struct, frozen=True):
    """A post as a page or the queue needs it. flags: weight of those nobody settled; flagged: how many there are."""

    id: int
    topic_id: int
    n: int
    customer_id: int | None
    staff_id: int | None
    author: str | None
    level: Level | None
    alias: str | None
    body: str
    masked: list[str]
    state: str
    why: str
    at: datetime
    edited_at: datetime | None
    edits: int
    removed_at: datetime | None
    flagged: int


class Own(msgspec.Struct, frozen=True):
    """A post locked for its author's change. said: their own words; kind and state of its topic."""

    id: int
    topic_id: int
    n: int
    customer_id: int | None
    said: str
    body: str
    state: str
    at: datetime
    removed_at: datetime | None
    removed_from: str | None


class Locked(msgspec.Struct, frozen=True):
    """A topic locked for a change."""

    id: int
    kind: Kind
    customer_id: int | None
    staff_id: int | None
    state: str
    last_n: int
    accepted: int | None
    locked_at: datetime | None
    status: str
    title: str
    ticket_id: int | None
    private_asked_at: datetime | None
    language: str


class Written(msgspec.Struct, frozen=True):
    """A post ready to be stored. said: without secrets; body: as published; removed: kinds of secrets; held: why somebody reads it first."""

    client_id: UUID
    said: str
    body: str
    masked: tuple[str, ...]
    removed: tuple[str, ...]
    trace: bytes
    held: str = ""

    @property
    def state(self) -> str:
        """held or shown."""
        return "held" if self.held else "shown"


class Sanction(msgspec.Struct, frozen=True):
    """A time in which a member may not write. lifted_at: when staff ended it early."""

    id: int
    why: str
    at: datetime
    until: datetime
    lifted_at: datetime | None


class Notice(msgspec.Struct, frozen=True):
    """Something a member is told. title: of its topic; words: a reason, or who."""

    id: int
    kind: str
    topic_id: int | None
    n: int | None
    title: str | None
    words: str
    at: datetime
    read_at: datetime | None


class Found(msgspec.Struct, frozen=True):
    """A topic that a search found. body: the words of its answer, else of its first post."""

    id: int
    kind: str
    title: str
    language: str
    body: str
    replies: int
    answered: bool
    score: float
