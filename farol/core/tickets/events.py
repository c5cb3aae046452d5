"""What happens to a ticket. Stream: ``ticket:ID``; seq: the ticket's own."""

from farol.kit.events import Event


class TicketOpened(Event, kind="ticket.opened", frozen=True):
    """The customer has a number from here on."""

    number: str
    channel: str


class MessagePosted(Event, kind="message.posted", frozen=True):
    """Somebody said something; the words are in the message of the same seq. status: the ticket's, when it changed."""

    author_kind: str
    author_id: int
    internal: bool
    channel: str
    status: str | None = None


class TicketChanged(Event, kind="ticket.changed", frozen=True):
    """Fields were set; only those changed are present in ``fields``. version: the ticket's new one."""

    fields: dict[str, str | int | None]
    version: int


class TicketRead(Event, kind="ticket.read", frozen=True):
    """A side has read up to a seq. reader: customer or staff."""

    reader: str
    reader_id: int
    upto: int
