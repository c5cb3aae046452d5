"""Nouns of a ticket as people see them."""

import re
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

STATUSES = ("open", "pending", "resolved", "closed")
SEVERITIES = ("P0", "P1", "P2", "P3", "P4")
LONGEST = 10_000
"""Characters in one message."""
MOST_FILES = 10
WORDS = 160
"""Characters of a message shown in a list."""
SUBJECT = 120
_ID = re.compile(r"[0-9A-Za-z]{24,}")


class Author(msgspec.Struct, frozen=True):
    """kind: customer, staff, assistant or system. Customers see id 0 and staff by alias."""

    kind: str
    id: int
    name: str


class FileView(msgspec.Struct, frozen=True):
    """An attachment as shown. state: checking, ready, opaque (download only) or refused."""

    id: UUID
    name: str
    media_type: str
    size: int
    state: str
    width: int | None
    height: int | None
    preview: bool


class MessageView(msgspec.Struct, frozen=True):
    """One message. removed: kinds of secrets that were masked before it was stored."""

    seq: int
    client_id: UUID
    author: Author
    internal: bool
    channel: str
    language: str
    body: str
    files: list[FileView]
    removed: list[str]
    at: datetime


class Mark(msgspec.Struct, frozen=True):
    """How far a side has read."""

    seq: int
    at: datetime


class Marks(msgspec.Struct, frozen=True):
    """Read marks of both sides; for staff, of whoever read furthest."""

    customer: Mark | None
    staff: Mark | None


class Words(msgspec.Struct, frozen=True):
    """The last thing said, shortened."""

    author_kind: str
    text: str
    at: datetime


class Draft(msgspec.Struct, frozen=True):
    """A message on its way into the store. seen: last public seq its author had on screen, None to not compare.
    thanks: nothing but thanks or goodbye. takes: its author has the ticket from now on, if nobody has.
    answers: words of the assistant after which the customer waits for nobody."""

    ticket_id: int
    client_id: UUID
    author_kind: str
    author_id: int
    body: str
    internal: bool
    channel: str
    files: tuple[UUID, ...]
    removed: tuple[str, ...]
    seen: int | None
    thanks: bool = False
    takes: bool = False
    answers: bool = False


class Outcome(msgspec.Struct, frozen=True):
    """What became of a draft: new, again, conflict, stale, closed or refused; with seq and time when stored.
    status, owner_id: the ticket's, where the words changed it."""

    outcome: str
    seq: int | None
    at: datetime | None
    status: str | None = None
    owner_id: int | None = None


class Posted(msgspec.Struct, frozen=True, omit_defaults=True):
    """Acknowledgement of a message that is committed. notice: what to do now, when a secret was removed.
    ticket: where it stands, when that is another than it was sent to, because that one was merged; its seq is of there."""

    seq: int
    at: datetime
    outcome: str
    removed: list[str]
    notice: str | None
    ticket: int | None = None


class Opened(msgspec.Struct, frozen=True):
    """Acknowledgement of a new ticket and its first message."""

    id: int
    number: str
    posted: Posted


class Stage(msgspec.Struct, frozen=True):
    """A named stage inside a status (``category``). shown_zh, shown_en: what the customer reads, empty for nothing."""

    key: str
    category: str
    zh: str
    en: str
    shown_zh: str
    shown_en: str

    @property
    def shown(self) -> dict[str, str]:
        """The customer's words by language. Empty when there are none."""
        return shown_words(self.shown_zh, self.shown_en)


class Change(msgspec.Struct, frozen=True):
    """Fields of a ticket to set; UNSET leaves one as it is. stage: a named one, which brings its status; null for none.
    A status that is set by itself leaves the stage behind."""

    status: str | msgspec.UnsetType = msgspec.UNSET
    owner_id: int | msgspec.UnsetType | None = msgspec.UNSET
    reason: str | msgspec.UnsetType | None = msgspec.UNSET
    severity: str | msgspec.UnsetType = msgspec.UNSET
    subject: str | msgspec.UnsetType = msgspec.UNSET
    stage: str | msgspec.UnsetType | None = msgspec.UNSET

    def fields(self) -> dict[str, Any]:
        """Only what is set."""
        return {name: value for name, value in msgspec.structs.asdict(self).items() if value is not msgspec.UNSET}


def shown_words(zh: str | None, en: str | None) -> dict[str, str]:
    """A stage's words for the customer by language; a missing language takes the other's. Empty when there are none."""
    either = zh or en
    return {"zh": zh or either, "en": en or either} if either else {}


def headline(text: str) -> str:
    """What a ticket is called after its first words: ids and addresses, which nobody reads, keep only their ends."""
    return shorten(_ID.sub(lambda found: f"{found[0][:6]}…{found[0][-4:]}", text), SUBJECT)


def shorten(text: str, most: int = WORDS) -> str:
    """One line of at most ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
