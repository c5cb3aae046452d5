"""Times and rules of what is put aside."""

from datetime import datetime, timedelta

import msgspec

from farol.core.tickets.model import SEVERITIES

LONGEST = timedelta(days=366)
"""How far ahead a ticket can be put aside."""
NOTE = 300
"""Characters of the note on a ticket that is put aside."""
CHANNEL = "webchat"


class Snooze(msgspec.Struct, frozen=True):
    """Until when a ticket is put aside, by whom and why."""

    until: datetime
    by: str
    note: str
    at: datetime


class Waiting(msgspec.Struct, frozen=True):
    """Since when a ticket waits for its customer under the rules, and what comes next: a reminder, or the end."""

    since: datetime
    reminded_at: datetime | None
    next_at: datetime


class Aside(msgspec.Struct, frozen=True):
    """Why a ticket is not worked on now; None for what does not hold."""

    snooze: Snooze | None
    waiting: Waiting | None


class Rule(msgspec.Struct, frozen=True):
    """After ``remind_h`` hours a customer who is waited for is reminded; ``resolve_d`` days after that the ticket is resolved.
    severities: of the tickets it holds for."""

    remind_h: int
    resolve_d: int
    severities: list[str]

    @property
    def remind(self) -> timedelta:
        return timedelta(hours=self.remind_h)

    @property
    def resolve(self) -> timedelta:
        return timedelta(days=self.resolve_d)


DEFAULT = Rule(24, 3, [each for each in SEVERITIES if each not in ("P0", "P1")])
"""Until somebody sets another. A theft or money that is stuck is never resolved because its customer is silent."""
