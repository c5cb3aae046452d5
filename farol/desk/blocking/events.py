"""What happens to blocks (stream of the ticket in which it was decided)."""

from datetime import datetime

from farol.kit.events import Event


class CustomerWasBlocked(Event, kind="customer.blocked", frozen=True):
    """Support does not listen to the ticket's customer from now on. until: None for no end."""

    block_id: int
    reason: str
    until: datetime | None


class CustomerUnblocked(Event, kind="customer.unblocked", frozen=True):
    """It listens again."""

    block_id: int
    why: str
