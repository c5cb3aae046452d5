"""What happens to followers. Stream: the ticket's."""

from farol.kit.events import Event


class TicketFollowed(Event, kind="ticket.followed", frozen=True):
    """These colleagues follow from here on. why: asked or mentioned."""

    staff_ids: list[int]
    why: str


class TicketUnfollowed(Event, kind="ticket.unfollowed", frozen=True):
    """A colleague follows no more."""

    staff_ids: list[int]
