"""Nouns of those who read along. No I/O."""

from datetime import datetime
from typing import Literal

import msgspec

MOST = 48
"""In one ticket, proposals and all."""
NAME = 80
State = Literal["proposed", "confirmed", "removed"]


class Reader(msgspec.Struct, frozen=True):
    """Somebody's mailbox beside a ticket. after_seq: nothing up to here is ever sent to them. language: of mails to them."""

    id: int
    ticket_id: int
    address: str
    name: str
    language: str
    state: State
    at: datetime
    confirmed_at: datetime | None
    after_seq: int


class Shown(msgspec.Struct, frozen=True):
    """One of them as the customer and the staff see them."""

    id: int
    address: str
    name: str
    state: State
    at: datetime
    confirmed_at: datetime | None


def shown(reader: Reader) -> Shown:
    """Without what is ours."""
    return Shown(reader.id, reader.address, reader.name, reader.state, reader.at, reader.confirmed_at)
