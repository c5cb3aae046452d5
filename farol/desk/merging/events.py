"""What happens when a ticket is split. Merging is told by the events of tickets."""

from farol.kit.events import Event


class MessageCopied(Event, kind="message.copied", frozen=True):
    """Words said elsewhere stand here too, at this seq. Nobody said them now, so nothing that follows from words follows."""

    author_kind: str
    author_id: int
    internal: bool
    channel: str
    from_id: int
    from_seq: int


class TicketSplit(Event, kind="ticket.split", frozen=True):
    """A ticket was made of copies of another's messages; told on the streams of both. seqs: their places in the other one."""

    ticket_id: int
    number: str
    from_id: int
    from_number: str
    seqs: list[int]


class SplitUndone(Event, kind="ticket.split_undone", frozen=True):
    """The new ticket was taken back and goes on where it came from; told on the streams of both."""

    ticket_id: int
    number: str
    from_id: int
    from_number: str
