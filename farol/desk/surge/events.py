"""What happens around surges. Stream ``surge:1``."""

from farol.kit.events import Event

STREAM = "surge:1"


class SurgeStarted(Event, kind="surge.started", frozen=True):
    """The desk works differently until then (RFC 3339), for this reason."""

    reason: str
    until: str
    slots: int | None


class SurgeEnded(Event, kind="surge.ended", frozen=True):
    """It works as usual again. why: by_hand or time."""

    why: str


class DialTurned(Event, kind="surge.dial_turned", frozen=True):
    """Everybody carries this many at once; None: as each team has it."""

    slots: int | None


class TopicRaised(Event, kind="surge.topic_raised", frozen=True):
    """A topic is far above its usual, and leads were told."""

    topic: str
    n: int
    usual: float
