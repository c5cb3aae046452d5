"""Nouns of replies on their way. No I/O."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

LIVE_S = 3
"""A customer who is there waits no longer than this."""
KEEP_H = 24
"""For so long a sent one is known, so that sending it again is harmless."""
State = Literal["held", "sent", "stale", "failed", "taken"]


class FileName(msgspec.Struct, frozen=True):
    """An attachment, as a composer shows it."""

    id: UUID
    name: str
    media_type: str
    size: int
    state: str


class Outgoing(msgspec.Struct, frozen=True):
    """A reply on its way.

    held: it waits until ``due_at`` · sent: it stands in the ticket as ``seq`` · stale: somebody wrote after ``seen`` and nothing
    was sent · failed: refused, ``why`` is the code of the problem · taken: back with its author. status: set together with it.
    """

    client_id: UUID
    ticket_id: int
    body: str
    files: list[FileName]
    removed: list[str]
    seen: int | None
    status: str | None
    held_at: datetime
    due_at: datetime
    state: State
    why: str
    seq: int | None


class Written(msgspec.Struct, frozen=True):
    """What its author sends. live: the customer has the ticket open."""

    client_id: UUID
    body: str
    files: list[UUID]
    seen: int | None
    status: str | None
    live: bool


def wait_s(chosen_s: int, *, live: bool) -> int:
    """How long it waits."""
    return min(chosen_s, LIVE_S) if live else chosen_s
