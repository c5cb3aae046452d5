"""Nouns of looking again. No I/O."""

from datetime import datetime, timedelta

import msgspec

from farol.desk.threads.model import Person

FURTHEST = timedelta(days=90)
WORDS = 500
OUTCOMES = ("held", "came_back", "unknown")


class Recheck(msgspec.Struct, frozen=True):
    """A day on which somebody looks again whether the fix held. staff: whose task it is, once the day has come.
    outcome: held, came_back, unknown, or dropped; None while open."""

    id: int
    ticket_id: int
    due_at: datetime
    words: str
    set_by: Person
    at: datetime
    staff: Person | None
    told_at: datetime | None
    done_at: datetime | None
    done_by: Person | None
    outcome: str | None
