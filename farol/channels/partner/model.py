"""Nouns of the partner API. No I/O."""

import hashlib
import secrets
from datetime import datetime
from typing import Annotated, Literal

import msgspec

from farol.core.tickets.model import MessageView
from farol.kit.permission import Can

Scope = Literal["read", "write"]
MOST_KEYS = 50
PREFIX = "farol_pk_"
SHOWN = len(PREFIX) + 6
"""So many characters of a key are kept to tell it by."""
RIGHTS: dict[str, frozenset[Can]] = {
    "read": frozenset({Can.PARTNER_READ}),
    "write": frozenset({Can.PARTNER_READ, Can.PARTNER_WRITE}),
}
CHANNEL = "partner"


class Key(msgspec.Struct, frozen=True):
    """A key of one of the exchange's systems. shown: its first characters. scope: read, or write, which reads too."""

    id: int
    name: str
    shown: str
    scope: str
    made_at: datetime
    made_by: str
    used_at: datetime | None
    revoked_at: datetime | None


class Made(msgspec.Struct, frozen=True):
    """A new key. secret: to be copied now; it is not kept and never shown again."""

    key: Key
    secret: str


class PartnerTicket(msgspec.Struct, frozen=True):
    """A ticket as its customer may know it. customer: uid at the exchange, null for a visitor. waiting_since: since when the
    customer waits for us, null when nobody does. subject: secrets are masked."""

    number: str
    customer: str | None
    subject: str
    status: str
    severity: str
    reason: str | None
    channel: str
    language: str
    opened_at: datetime
    updated_at: datetime
    waiting_since: datetime | None
    first_reply_at: datetime | None
    resolved_at: datetime | None
    last_seq: int


class Page(msgspec.Struct, frozen=True):
    """Tickets, the one that changed last first. next: what to send as ``before`` for those after, null at the end."""

    tickets: Annotated[list[PartnerTicket], msgspec.Meta(max_length=100)]
    next: str | None


class Talk(msgspec.Struct, frozen=True):
    """Public messages after a seq, oldest first. more: whether there are later ones."""

    messages: Annotated[list[MessageView], msgspec.Meta(max_length=100)]
    more: bool


def new_secret() -> str:
    """A key: 256 random bits behind a prefix that scanners for leaked secrets can find."""
    return PREFIX + secrets.token_urlsafe(32)


def digest(secret: str) -> bytes:
    """How a key is stored. It is random, so one hash is enough."""
    return hashlib.sha256(secret.encode()).digest()
