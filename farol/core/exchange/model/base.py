"""What every noun of the core link is made of: words with a limit, decimal text, times with a zone, who asks and why."""

from datetime import datetime
from typing import Annotated, Generic, TypeVar

import msgspec
from msgspec import Meta

Amount = Annotated[str, Meta(pattern=r"\A-?[0-9]+(\.[0-9]+)?\Z", max_length=80)]
"""A decimal number as the core wrote it, of any precision; never a float, never rounded."""
Time = Annotated[datetime, Meta(tz=True)]
Word = Annotated[str, Meta(max_length=300, pattern=r"\A[^\x00]*\Z")]
Words = Annotated[list[Word], Meta(max_length=100)]
Count = Annotated[int, Meta(ge=0, le=2**53)]

T = TypeVar("T")


class Why(msgspec.Struct, frozen=True):
    """What justifies a request; the core may refuse without it and keeps it.

    contact: a ticket number, or ``self`` when the customer looks at their own things. purpose: why now.
    agent: who looks, such as ``staff:3`` or ``customer:12``.
    """

    contact: str
    purpose: str
    agent: str

    def headers(self) -> dict[str, str]:
        """As the core link's three headers."""
        return {
            "x-farol-contact-id": self.contact,
            "x-farol-purpose": self.purpose,
            "x-farol-agent": self.agent,
        }


class Page(msgspec.Struct, Generic[T], frozen=True):
    """One page of a list; ``next_cursor`` is empty on the last one."""

    items: Annotated[list[T], Meta(max_length=500)]
    next_cursor: Word | None = None


class Refusal(msgspec.Struct, frozen=True):
    """The body of every 4xx."""

    code: Word
    message: Annotated[str, Meta(max_length=4_000)] = ""
    retry_after_s: Count | None = None


class Capabilities(msgspec.Struct, frozen=True):
    """What a core has so far. reads: operationIds of the description; actions and events: their types.

    id_forms: how it writes the ids of deposits, withdrawals, orders and p2p orders, such as ``WD-##########``:
    # is a digit, @ a capital letter, * either.
    """

    version: Word
    reads: Words
    actions: Words = []
    events: Annotated[list[Word], Meta(max_length=300)] = []
    clock: Time | None = None
    locales: Words = []
    id_forms: Annotated[dict[Word, Words], Meta(max_length=20)] = {}


class Incident(msgspec.Struct, frozen=True):
    """Something that is wrong, was wrong or is planned at the exchange; ``text`` by language."""

    incident_id: Word
    state: Word
    affects: Annotated[list["Affected"], Meta(max_length=500)]
    begin: Time | None = None
    end: Time | None = None
    est_end: Time | None = None
    text: Annotated[dict[Word, Annotated[str, Meta(max_length=4_000)]], Meta(max_length=40)] = {}


class Affected(msgspec.Struct, frozen=True):
    """What an incident touches: a coin, network, feature, region or the whole platform."""

    kind: Word = ""
    value: Word = ""
