"""Who has a ticket open, over all processes. Ephemeral: told through the bus, forgotten when not repeated."""

import os
import time
from collections import defaultdict

import msgspec

SUBJECT = "farol.presence"
LIFE_S = 75.0
REPEAT_S = 30.0


class Seen(msgspec.Struct, frozen=True):
    """What one process says of one ticket: whether the customer is there, and which staff (id, name)."""

    process: str
    ticket: int
    customer: bool
    staff: list[tuple[int, str]]


class Presence:
    """Merges what all processes say."""

    def __init__(self) -> None:
        self.process = f"{os.getpid()}-{time.monotonic_ns()}"
        self._said: dict[int, dict[str, tuple[float, Seen]]] = defaultdict(dict)

    def hear(self, seen: Seen) -> None:
        """Takes in one saying."""
        if not seen.customer and not seen.staff:
            self._said[seen.ticket].pop(seen.process, None)
            if not self._said[seen.ticket]:
                del self._said[seen.ticket]
        else:
            self._said[seen.ticket][seen.process] = (time.monotonic() + LIFE_S, seen)

    def customer(self, ticket: int) -> bool:
        """Whether the customer has the ticket open anywhere."""
        return any(seen.customer for seen in self._fresh(ticket))

    def staff(self, ticket: int) -> dict[int, str]:
        """Staff who have it open, by id."""
        return {id_: name for seen in self._fresh(ticket) for id_, name in seen.staff}

    def _fresh(self, ticket: int) -> list[Seen]:
        now = time.monotonic()
        return [seen for until, seen in self._said.get(ticket, {}).values() if until > now]

    def forget_stale(self) -> None:
        """Drops what was not repeated."""
        now = time.monotonic()
        for ticket in list(self._said):
            kept = {p: (until, seen) for p, (until, seen) in self._said[ticket].items() if until > now}
            if kept:
                self._said[ticket] = kept
            else:
                del self._said[ticket]
