"""What happens to customers. Stream: ``customer:ID``."""

from farol.kit.events import Event


class CustomerEntered(Event, kind="customer.entered", frozen=True):
    """A session began. proof: ``exchange`` (signed identity) or ``none`` (a visitor's word)."""

    proof: str
    origin: str


class CustomerLeft(Event, kind="customer.left", frozen=True):
    """A session was ended by its owner."""
