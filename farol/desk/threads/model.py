"""Nouns of side threads. No I/O."""

import re
from datetime import datetime
from uuid import UUID

import msgspec

from farol.core.tickets.model import FileView

LONGEST = 4000
"""Characters in one message."""
TITLE = 120
MOST_PEOPLE = 30
"""People and teams taken in at once."""
MOST_MESSAGES = 500
"""Shown of one thread, the newest."""
HAND_WORDS = 200
MOST_OUTSIDE = 10
"""Outsiders in one thread."""
ADDRESS = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{1,63}")


class Person(msgspec.Struct, frozen=True):
    """A member of staff."""

    id: int
    name: str


class TeamName(msgspec.Struct, frozen=True):
    """A team that takes part."""

    key: str
    zh: str
    en: str


class Outsider(msgspec.Struct, frozen=True):
    """Somebody of outside who takes part by mail. gone: taken out again."""

    id: int
    address: str
    name: str
    gone: bool


class Letter(msgspec.Struct, frozen=True):
    """Words on their way to an outsider. state: queued, sent, failed or bounced; error: what the other server said."""

    id: int
    outsider_id: int
    state: str
    error: str


class Message(msgspec.Struct, frozen=True):
    """Something said in a thread, by a colleague (``author``) or by an outsider (``outside``).

    removed: kinds of secrets that were masked before it was stored. letters: to whom of outside it went.
    note: what of an outsider's mail is not here.
    """

    seq: int
    client_id: UUID
    author: Person | None
    body: str
    removed: list[str]
    at: datetime
    outside: Outsider | None = None
    letters: list[Letter] = []
    files: list[FileView] = []
    note: str = ""


class Thread(msgspec.Struct, frozen=True):
    """A thread as somebody sees it. kind: swarm, side or whisper; about: whom a whisper is with. unread: by whoever asks.
    last_words: the last thing said, shortened."""

    id: int
    ticket_id: int
    kind: str
    title: str
    about: Person | None
    people: list[Person]
    teams: list[TeamName]
    opened_at: datetime
    opened_by: Person
    closed_at: datetime | None
    closed_by: Person | None
    said_at: datetime | None
    last_words: str
    messages: int
    unread: int
    member: bool
    outside: list[Outsider] = []


class Glimpse(msgspec.Struct, frozen=True):
    """What a ticket is about, without its customer and without a word of theirs: for experts who may not open it.
    ticket_id: to open it; None for who may not."""

    ticket_id: int | None
    number: str
    reason: dict[str, str] | None
    severity: str
    status: str
    channel: str
    language: str
    opened_at: datetime
    waiting_since: datetime | None


class Hand(msgspec.Struct, frozen=True):
    """An agent asks for a lead."""

    id: int
    ticket_id: int
    number: str
    severity: str
    staff: Person
    words: str
    raised_at: datetime


class Hearer(msgspec.Struct, frozen=True):
    """Somebody who takes part. noticed: is given notices; of a team only those on shift are, unless nobody is."""

    id: int
    role: str
    noticed: bool


class Choice(msgspec.Struct, frozen=True):
    """Somebody who can be asked, and where they are."""

    id: int
    name: str
    role: str
    state: str


class TeamChoice(msgspec.Struct, frozen=True):
    """A team that can be asked. here: how many of it are on shift."""

    key: str
    zh: str
    en: str
    here: int


def permitted(address: str, domains: tuple[str, ...]) -> bool:
    """Whether an address lies in one of these domains; ``*.bank.example`` means all below it. No domain permits nothing."""
    host = address.rpartition("@")[2].casefold()
    return any(host.endswith(d[1:].casefold()) if d.startswith("*.") else host == d.casefold() for d in domains)
