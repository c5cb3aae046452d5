"""Members, topics and posts, as statements bring them."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from .model import Kind, Level


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
