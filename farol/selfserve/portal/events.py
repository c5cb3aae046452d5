"""What a customer does with their ticket by themselves. Stream ``ticket:ID``."""

from farol.kit.events import Event


class TicketWithdrawn(Event, kind="ticket.withdrawn", frozen=True):
    """Its customer took it back; it is closed. was: its status before."""

    was: str


class WithdrawalUndone(Event, kind="ticket.withdrawal_undone", frozen=True):
    """Its customer changed their mind in time; it stands as before. status: that before."""

    status: str
