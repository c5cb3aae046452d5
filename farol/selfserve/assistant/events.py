"""What happens with the assistant. Streams: ``assistant:1`` for its settings, ``assistant_case:TICKET`` for what it does in a ticket."""

from farol.kit.events import Event


class AssistantSet(Event, kind="assistant.changed", frozen=True):
    """Switched on or off, or set anew."""

    active: bool
    channels: list[str]
    languages: list[str]
    to_people: list[str]
    misses: int
    version: int


class TurnTaken(Event, kind="assistant.turn_taken", frozen=True):
    """It did something about the customer's message of that seq. kind: as in ``model.MoveKind``."""

    seq: int
    reply_seq: int | None
    move: str
    reason: str
    language: str


class HandedOver(Event, kind="assistant.handed_over", frozen=True):
    """A person goes on from here. why: as in ``model.Summary``."""

    why: str
    reason: str
    language: str
