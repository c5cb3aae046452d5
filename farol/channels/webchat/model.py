"""What the customer sees."""

import re
from datetime import datetime

import msgspec

from farol.core.exchange.shapes import Item
from farol.core.tickets.model import Marks, MessageView, Words

EMAIL = re.compile(r"[^\s@<>()\[\],;:\"\\]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}")


class Me(msgspec.Struct, frozen=True):
    """The person at the widget. known: the exchange vouches for them."""

    name: str
    language: str
    known: bool


class Session(msgspec.Struct, frozen=True):
    """A bearer token for the customer API."""

    token: str
    expires_at: datetime
    customer: Me


class Continues(msgspec.Struct, frozen=True):
    """The own ticket in which another one goes on."""

    id: int
    number: str


class OwnTicket(msgspec.Struct, frozen=True):
    """One of the customer's tickets. unread: answers they have not seen. continues_in: it was merged, and goes on there.
    stage: what is being done now, by language, beside the status."""

    id: int
    number: str
    subject: str
    status: str
    channel: str
    opened_at: datetime
    updated_at: datetime
    last_words: Words | None
    unread: int
    seq: int
    continues_in: Continues | None
    stage: dict[str, str] | None


class Home(msgspec.Struct, frozen=True):
    """What the widget shows first: recent things at the exchange, failing first, and open tickets."""

    customer: Me
    items: list[Item]
    tickets: list[OwnTicket]
    exchange_ok: bool


class Agent(msgspec.Struct, frozen=True):
    """Who answers, by the name customers know."""

    name: str


class OwnDetail(msgspec.Struct, frozen=True):
    """A ticket with its public conversation; frames after ``seq`` continue it."""

    ticket: OwnTicket
    messages: list[MessageView]
    more: bool
    marks: Marks
    seq: int
    agent: Agent | None
