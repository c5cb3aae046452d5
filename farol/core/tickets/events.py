"""What happens to a ticket. Stream: ``ticket:ID``; seq: the ticket's own."""

from farol.kit.events import Event


class TicketOpened(Event, kind="ticket.opened", frozen=True):
    """The customer has a number from here on."""

    number: str
    channel: str


class MessagePosted(Event, kind="message.posted", frozen=True):
    """Somebody said something; the words are in the message of the same seq. status, owner_id: the ticket's, when the words
    changed it, with its new version. thanks: nothing but thanks, so that what was resolved stays so and nobody waits."""

    author_kind: str
    author_id: int
    internal: bool
    channel: str
    status: str | None = None
    owner_id: int | None = None
    version: int | None = None
    thanks: bool = False

    @property
    def answer(self) -> bool:
        """Whether these are public words of staff."""
        return self.author_kind == "staff" and not self.internal


class TicketChanged(Event, kind="ticket.changed", frozen=True):
    """Fields were set; only those changed are present in ``fields``. version: the ticket's new one.
    shown: what the customer reads of a stage, by language, empty for nothing."""

    fields: dict[str, str | int | None]
    version: int
    shown: dict[str, str] = {}


class TicketRead(Event, kind="ticket.read", frozen=True):
    """A side has read up to a seq. reader: customer or staff."""

    reader: str
    reader_id: int
    upto: int


class TicketMerged(Event, kind="ticket.merged", frozen=True):
    """A ticket goes on in another; told on the streams of both. version: that of the merged one. waiting_since: since when its
    customer waits (RFC 3339), empty when nobody does. messages: how many public ones it brings."""

    ticket_id: int
    number: str
    into_id: int
    into_number: str
    version: int
    waiting_since: str
    messages: int
    why: str


class TicketMoved(Event, kind="ticket.moved", frozen=True):
    """A visitor's ticket is a customer's from here on: the visitor proved to be them. channel: where."""

    visitor_id: int
    customer_id: int
    channel: str


class TicketUnmerged(Event, kind="ticket.unmerged", frozen=True):
    """A merge was taken back; told on the streams of both. version, status: those of the ticket that stands alone again.
    waiting_since: since when its customer waits, empty when nobody does."""

    ticket_id: int
    number: str
    into_id: int
    into_number: str
    version: int
    status: str
    waiting_since: str
