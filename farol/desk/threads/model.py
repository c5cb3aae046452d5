"""Nouns of side threads. No I/O."""

from datetime import datetime
from uuid import UUID

import msgspec

LONGEST = 4000
"""Characters in one message."""
TITLE = 120
MOST_PEOPLE = 30
"""People and teams taken in at once."""
MOST_MESSAGES = 500
"""Shown of one thread, the newest."""
HAND_WORDS = 200


class Person(msgspec.Struct, frozen=True):
    """A member of staff."""

    id: int
    name: str


class TeamName(msgspec.Struct, frozen=True):
    """A team that takes part."""

    key: str
    zh: str
    en: str


class Message(msgspec.Struct, frozen=True):
    """Something said in a thread. removed: kinds of secrets that were masked before it was stored."""

    seq: int
    client_id: UUID
    author: Person
    body: str
    removed: list[str]
    at: datetime


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
