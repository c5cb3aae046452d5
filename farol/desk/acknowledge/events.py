"""What happens to what customers are told by itself. Stream: ``acknowledgement:1``."""

from farol.kit.events import Event


class AcknowledgementSet(Event, kind="acknowledgement.changed", frozen=True):
    """Switched on or off, or worded anew."""

    active: bool
    zh: str
    en: str
    version: int
