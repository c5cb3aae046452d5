"""What the radar sees. Stream: the newer ticket's."""

from farol.kit.events import Event


class LookalikeFound(Event, kind="lookalike.found", frozen=True):
    """It looks like an older ticket. ours: of the same customer; else a warning for staff."""

    lookalike_id: int
    other_id: int
    other_number: str
    why: str
    ours: bool


class LookalikeSettled(Event, kind="lookalike.settled", frozen=True):
    """A person looked: different, or open again."""

    lookalike_id: int
    other_id: int
    state: str
