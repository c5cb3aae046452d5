"""What happens to links. Both tickets have the event, each in its own words."""

from farol.kit.events import Event


class TicketLinked(Event, kind="ticket.linked", frozen=True):
    """side: how this ticket reads it (see ``model.Side``). other, number: the ticket at the other end."""

    link_id: int
    side: str
    other: int
    number: str


class TicketUnlinked(Event, kind="ticket.unlinked", frozen=True):
    """The link is gone."""

    link_id: int
    side: str
    other: int
    number: str
