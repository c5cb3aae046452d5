"""Nouns of webhooks and how often they are tried. No I/O."""

import base64
import random
import secrets
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

from farol.channels.partner.model import PartnerTicket

Kind = Literal["ticket.opened", "ticket.changed", "ticket.merged", "ticket.unmerged", "message.posted", "webhook.tested"]
KINDS: tuple[str, ...] = ("ticket.opened", "ticket.changed", "ticket.merged", "ticket.unmerged", "message.posted")
"""What an endpoint may ask for. ``webhook.tested`` is said when somebody presses the button, whatever was asked for."""
MOST = 50
GIVE_UP = timedelta(hours=72)
PAUSES_S = (5, 30, 120, 600, 1800, 3600, 2 * 3600, 4 * 3600, 8 * 3600)
"""Between one try and the next; the last goes on until 72 h are over."""
JITTER = 0.2
LONGEST_WAIT_S = 3600
"""A ``Retry-After`` beyond it is not waited for."""
TOGETHER = 4
"""On their way to one endpoint at once; one while nothing reaches it."""
TIMEOUT_S = 10.0
MOST_SAID = 500
OLD_SECRET_FOR = timedelta(hours=24)
KEEP = timedelta(days=30)


class Webhook(msgspec.Struct, frozen=True):
    """An endpoint. why: why it is off. trouble_since: nothing has reached it since; null when all is well."""

    id: int
    name: str
    url: str
    kinds: list[str]
    state: str
    why: str
    made_at: datetime
    made_by: str
    trouble_since: datetime | None
    waiting: int
    delivered_day: int
    failed_day: int
    old_secret_until: datetime | None


class Secret(msgspec.Struct, frozen=True):
    """An endpoint with the secret that signs what it is told: to be copied now."""

    webhook: Webhook
    secret: str


class Delivery(msgspec.Struct, frozen=True):
    """One thing to be told. id: for us; uid: what the receiver sees as ``webhook-id``. status: of the last answer, null for none."""

    id: int
    webhook_id: int
    uid: UUID
    kind: str
    state: str
    tries: int
    at: datetime
    due_at: datetime
    settled_at: datetime | None
    status: int | None
    said: str
    replay_of: int | None


class Try(msgspec.Struct, frozen=True):
    """One attempt. status: null when nothing answered. said: the beginning of the answer, or what went wrong."""

    n: int
    at: datetime
    status: int | None
    took_ms: int
    said: str


class Told(msgspec.Struct, frozen=True):
    """A delivery whole: what is sent, and each try."""

    delivery: Delivery
    body: str
    tries: Annotated[list[Try], msgspec.Meta(max_length=200)]


class Notice(msgspec.Struct, frozen=True):
    """The body. type: one of ``KINDS``. data: the ticket as it is now, the place in its log as ``seq``, and what else belongs to the kind."""

    type: str
    timestamp: datetime
    data: dict[str, Any]


def new_secret() -> str:
    """256 random bits, in the form of Standard Webhooks."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()


def pause_s(tries: int, asked_s: float = 0.0) -> float:
    """Seconds until the next try after so many; asked_s: what the receiver asked for. With jitter, so that not all come back at once."""
    pause = PAUSES_S[min(tries, len(PAUSES_S)) - 1] * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311
    return max(pause, min(asked_s, LONGEST_WAIT_S))


def body_of(kind: str, at: datetime, ticket: PartnerTicket, seq: int, more: dict[str, Any]) -> str:
    """The JSON that is sent; the same bytes at every try."""
    data = {"ticket": msgspec.to_builtins(ticket), "seq": seq, **more}
    return msgspec.json.encode(Notice(kind, at, data)).decode()
