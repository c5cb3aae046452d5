"""Nouns of drafts. No I/O."""

from datetime import datetime
from typing import Literal

import msgspec

Mode = Literal["reply", "note"]
KEEP_DAYS = 30
FRESH_H = 24
"""For so long colleagues see it."""


class Older(msgspec.Struct, frozen=True):
    """What another tab of the same person had written, and a newer one overwrote."""

    body: str
    at: datetime


class DraftView(msgspec.Struct, frozen=True):
    """Something unfinished. rev: counts its savings; a tab says on which it stands."""

    mode: str
    body: str
    rev: int
    saved_at: datetime
    older: Older | None


class Writer(msgspec.Struct, frozen=True):
    """A colleague's draft."""

    staff_id: int
    name: str
    mode: str
    body: str
    saved_at: datetime


class Drafts(msgspec.Struct, frozen=True):
    """What I am writing in a ticket, and what colleagues are."""

    mine: list[DraftView]
    others: list[Writer]


class Saved(msgspec.Struct, frozen=True):
    """It is kept. older: what stood there from another tab. removed: kinds of secrets that were masked."""

    rev: int
    saved_at: datetime
    older: Older | None
    removed: list[str]
