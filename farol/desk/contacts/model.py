"""Nouns of the contact log."""

from datetime import datetime

import msgspec


class Promised(msgspec.Struct, frozen=True):
    """A promise made in that contact. state: open, kept or broken."""

    by: datetime
    state: str


class Contact(msgspec.Struct, frozen=True):
    """What one colleague told the customer in one ticket: from first to last words, how often, and what was promised.
    here: that colleague still works here, so the customer may get them again."""

    ticket_id: int
    number: str
    reason: dict[str, str] | None
    status: str
    staff_id: int
    name: str
    here: bool
    first_at: datetime
    last_at: datetime
    replies: int
    promises: list[Promised]
