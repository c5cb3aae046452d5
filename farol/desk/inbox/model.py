"""What the console shows."""

from datetime import datetime
from typing import Any, Self

import msgspec

from farol.core.tickets.model import Marks, MessageView, Words
from farol.desk.sla.model import Due


class Person(msgspec.Struct, frozen=True):
    """A member of staff."""

    id: int
    name: str


class InboxCustomer(msgspec.Struct, frozen=True):
    """Who a row is about."""

    id: int
    name: str
    tier: str


class InboxRow(msgspec.Struct, frozen=True):
    """One ticket in a list. waiting_since: the oldest customer's words nobody answered. unread: customer's messages
    no member of staff has read. due: the soonest running clock or promise.
    stage: a named one inside the status."""

    id: int
    number: str
    subject: str
    status: str
    severity: str
    reason: str | None
    reason_label: dict[str, str] | None
    channel: str
    language: str
    owner: Person | None
    customer: InboxCustomer
    last_words: Words | None
    waiting_since: datetime | None
    opened_at: datetime
    updated_at: datetime
    seq: int
    version: int
    unread: int
    files: int
    due: Due | None
    tags: list[str]
    snoozed_until: datetime | None
    merged_into: int | None
    incident_id: int | None
    team_id: int | None
    stage: str | None

    def nobody(self) -> Self:
        """The row for somebody who may not know whose it is."""
        return msgspec.structs.replace(self, customer=InboxCustomer(self.customer.id, "", ""))


class OtherTicket(msgspec.Struct, frozen=True):
    """Another ticket of the same customer."""

    id: int
    number: str
    subject: str
    status: str
    opened_at: datetime


class CustomerPanel(msgspec.Struct, frozen=True):
    """The customer, masked. known: signed in at the exchange, not merely a visitor's word."""

    id: int
    uid_masked: str
    name: str
    email_masked: str
    phone_masked: str
    language: str
    time_zone: str
    tier: str
    known: bool
    created_at: datetime
    tickets: list[OtherTicket]

    def nobody(self) -> "CustomerPanel":
        """What is left for somebody who may not know who it is: the language to read in."""
        return msgspec.structs.replace(self, uid_masked="", name="", email_masked="", phone_masked="", tier="", tickets=[])


class TicketRow(InboxRow, frozen=True, kw_only=True):
    """A row with what only the open ticket needs. about: the deposit or withdrawal the customer asked about.
    fields: values of the custom fields by key."""

    about: dict[str, Any] | None
    first_reply_at: datetime | None
    resolved_at: datetime | None
    last_public_seq: int
    fields: dict[str, Any]


class Detail(msgspec.Struct, frozen=True):
    """The snapshot of a ticket; frames after ``seq`` continue it."""

    ticket: TicketRow
    customer: CustomerPanel
    messages: list[MessageView]
    more: bool
    marks: Marks
    seq: int
