"""What happens to the plan. Stream: ``shift:ID``."""

from datetime import datetime

from farol.kit.events import Event


class ShiftPlanned(Event, kind="shift.planned", frozen=True):
    """Somebody is to work from start to end: a new shift, or one that was moved."""

    staff_id: int
    starts_at: datetime
    ends_at: datetime
    note: str


class ShiftRemoved(Event, kind="shift.removed", frozen=True):
    """A shift is off the plan."""

    staff_id: int
