"""Nouns of merging and splitting, and who may be joined with whom. No I/O."""

from datetime import datetime

import msgspec

MOST_MERGED = 50
"""Tickets in one conversation."""
MOST_SPLIT = 100
"""Messages copied at once."""


class Name(msgspec.Struct, frozen=True):
    """A ticket as people quote it."""

    id: int
    number: str


class MergedTicket(msgspec.Struct, frozen=True):
    """A ticket whose words are shown in the one it was merged into, at the time they were said. into: the next in a chain.
    mailed: it is the same person's, from their mailbox."""

    id: int
    number: str
    subject: str
    channel: str
    into: int
    opened_at: datetime
    messages: int
    last_seq: int
    at: datetime
    by: str
    why: str
    mailed: bool


class SplitOff(msgspec.Struct, frozen=True):
    """A ticket made of copies of some messages. seqs: their places where they were said."""

    id: int
    number: str
    seqs: list[int]
    at: datetime
    by: str
    undoable: bool


class Joined(msgspec.Struct, frozen=True):
    """What a ticket was joined with: where it goes on, what came to it, what it was made of and what was made of it."""

    into: Name | None
    merged: list[MergedTicket]
    split_from: Name | None
    splits: list[SplitOff]


class Side(msgspec.Struct, frozen=True):
    """One of two tickets that are to be joined, read under lock."""

    id: int
    number: str
    customer_id: int
    uid: str | None
    email: str
    status: str
    stage: str | None
    waiting_since: datetime | None
    merged_into: int | None
    version: int


def of_one_mailbox(ticket: Side, into: Side) -> bool:
    """Whether the ticket is a visitor's and the other one belongs to the known customer of the same address."""
    return ticket.uid is None and into.uid is not None and bool(ticket.email) and ticket.email.casefold() == into.email.casefold()
