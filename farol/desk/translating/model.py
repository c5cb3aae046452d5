"""Nouns of translating in a ticket. No I/O."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from farol.core.translation import Why
from farol.desk.guard.model import Finding

Way = Literal["opencc", "service", "model"]
MOST_READ = 10
"""Messages of one request; each may be a call of a service."""
AT_ONCE = 4
KEEP_H = 24
"""A translation that was not sent within this time is forgotten."""


class Reading(msgspec.Struct, frozen=True):
    """A message for somebody who cannot read it. words: None when there is only the original, ``why`` and ``says`` say why. It is kept nowhere."""

    seq: int
    words: str | None
    source: str
    by: str
    why: Why
    says: dict[str, str]


class Draft(msgspec.Struct, frozen=True):
    """A reply as its author wrote it, and what would go out. back: the translation translated back, to be held against the original;
    None when that could not be made. findings: what the guard says of the original, the translation, and the way back."""

    client_id: UUID
    source: str
    target: str
    original: str
    words: str | None
    by: str
    why: Why
    says: dict[str, str]
    back: str | None = None
    findings: list[Finding] = []


class Settled(msgspec.Struct, frozen=True):
    """What goes out, to the letter, with the reply of this id. edited: its author changed the machine's words. back: of the changed words."""

    client_id: UUID
    words: str
    edited: bool
    back: str | None


class Said(msgspec.Struct, frozen=True):
    """A translated reply that was sent: what its author wrote."""

    seq: int
    client_id: UUID
    source: str
    target: str
    original: str
    by: str
    edited: bool
    at: datetime
