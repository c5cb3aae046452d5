"""What happens to tickets that are put aside. Stream: the ticket's; rules: ``pending_rule:1``."""

from datetime import datetime

from farol.kit.events import Event


class TicketSnoozed(Event, kind="ticket.snoozed", frozen=True):
    """Out of the lists until then."""

    until: datetime
    note: str


class TicketWoken(Event, kind="ticket.woken", frozen=True):
    """Back in the lists. why: time, customer (wrote), status (resolved or closed) or asked."""

    until: datetime
    why: str


class CustomerReminded(Event, kind="pending.reminded", frozen=True):
    """The customer, who had been silent for so long, was asked once more. message_seq: the words."""

    silent_h: int
    message_seq: int


class WaitEnded(Event, kind="pending.ended", frozen=True):
    """The customer stayed silent and the ticket was resolved; they can write and open it again. message_seq: the words."""

    message_seq: int


class PendingRuleSet(Event, kind="pending.rule_set", frozen=True):
    """How long customers are waited for from now on."""

    remind_h: int
    resolve_d: int
    severities: list[str]
