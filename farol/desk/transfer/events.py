"""What happens to transfers. Stream ``ticket:ID``. The owner changes with ``ticket.changed``, in the transaction of the acceptance."""

from farol.kit.events import Event


class TransferOffered(Event, kind="ticket.transfer_offered", frozen=True):
    """A ticket is to go to a colleague or a team (its key); until they accept, the sender has it."""

    transfer_id: int
    from_id: int
    to_staff: int | None
    to_team: str | None
    summary: str


class TicketHandedToTeam(Event, kind="ticket.handed_to_team", frozen=True):
    """It went to a team's queue at once. from_id: who had it, else who sent it."""

    transfer_id: int
    from_id: int
    to_team: str


class TicketTransferred(Event, kind="ticket.transferred", frozen=True):
    """It was accepted. times: how often this ticket has changed hands so."""

    transfer_id: int
    from_id: int
    to_id: int
    to_team: str | None
    times: int


class TransferReturned(Event, kind="ticket.transfer_returned", frozen=True):
    """It was not accepted; the sender keeps it."""

    transfer_id: int
    from_id: int
    by_id: int
    why: str


class TransferWithdrawn(Event, kind="ticket.transfer_withdrawn", frozen=True):
    """The sender took it back, or the ticket went another way. why: withdrawn or overtaken."""

    transfer_id: int
    why: str
