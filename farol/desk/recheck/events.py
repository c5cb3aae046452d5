"""What happens to days of looking again. Stream ``ticket:ID``."""

from datetime import datetime

from farol.kit.events import Event


class RecheckSet(Event, kind="recheck.set", frozen=True):
    """Somebody looks again on this day; it replaces the one before."""

    recheck_id: int
    due_at: datetime
    words: str


class RecheckDropped(Event, kind="recheck.dropped", frozen=True):
    """Nobody needs to."""

    recheck_id: int


class RecheckDue(Event, kind="recheck.reached", frozen=True):
    """The day has come, and it is this member of staff's task."""

    recheck_id: int
    staff_id: int


class RecheckDone(Event, kind="recheck.done", frozen=True):
    """Whether the fix held. outcome: held, came_back or unknown."""

    recheck_id: int
    outcome: str
