"""Nouns of the brief and the hand-over."""

from datetime import datetime, timedelta

import msgspec

from farol.desk.incidents.model import Ongoing
from farol.desk.surge.model import Mode

FIRST = timedelta(hours=24)
"""How far back "since your last shift" goes for who never read a brief."""
SHIFT = timedelta(hours=12)
"""A brief read longer ago was read on another shift."""
FURTHEST = timedelta(days=30)
WORDS = 2_000
SAID = 160
"""Characters of the last words shown in a draft."""


class Watch(msgspec.Struct, frozen=True):
    """Something to look out for, until it no longer matters."""

    id: int
    words: str
    at: datetime
    by_name: str
    until: datetime


class Changed(msgspec.Struct, frozen=True):
    """Something in how the desk works is new. kind: article, macro, policy or ladder; what: saved or removed; zh, en: its name."""

    kind: str
    what: str
    zh: str
    en: str
    by_name: str
    at: datetime


class Due(msgspec.Struct, frozen=True):
    """A promise on a ticket of one's own."""

    ticket_id: int
    number: str
    subject: str
    severity: str
    by: datetime


class Handed(msgspec.Struct, frozen=True):
    """A ticket that somebody gave on, with their note."""

    id: int
    ticket_id: int
    number: str
    subject: str
    from_name: str
    words: str
    at: datetime
    read_at: datetime | None


class Brief(msgspec.Struct, frozen=True):
    """All of it. since: what "changed" counts from; read_at: when it was last marked as read."""

    since: datetime
    read_at: datetime | None
    incidents: list[Ongoing]
    mode: Mode | None
    watches: list[Watch]
    changed: list[Changed]
    promises: list[Due]
    handed: list[Handed]


class Open(msgspec.Struct, frozen=True):
    """A ticket of one's own at the end of a shift. promised: by when its customer hears again."""

    ticket_id: int
    number: str
    subject: str
    status: str
    severity: str
    language: str
    customer: str
    waiting_since: datetime | None
    promised: datetime | None
    said_by: str | None
    said: str | None
    said_at: datetime | None


class Draft(msgspec.Struct, frozen=True):
    """A ticket with the note drafted for whoever has it next."""

    ticket: Open
    words: str


class Entry(msgspec.Struct, frozen=True):
    """One entry of the duty log. incidents: those open when it was written; corrects: the entry it corrects."""

    id: int
    shift: str
    words: str
    at: datetime
    by_id: int
    by_name: str
    corrects: int | None
    incidents: list[dict[str, int | str]]
