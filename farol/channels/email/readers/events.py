"""What happens to those who read along. Stream: ``mail_readers:TICKET``."""

from farol.kit.events import Event


class ReadersProposed(Event, kind="mail_reader.proposed", frozen=True):
    """A mail named people beside the customer; nothing is sent to them."""

    ticket_id: int
    count: int


class ReaderConfirmed(Event, kind="mail_reader.confirmed", frozen=True):
    """The customer lets somebody read along from here on."""

    ticket_id: int
    reader_id: int


class ReaderRemoved(Event, kind="mail_reader.removed", frozen=True):
    """They are sent nothing more, and heard no more."""

    ticket_id: int
    reader_id: int
