"""How events of the exchange wait, and what an operator sees of them."""

from datetime import datetime, timedelta
from typing import NamedTuple

import msgspec

MOST_BODY = 256 * 1024
"""Bytes of one webhook."""
PAGE = 100
"""Events asked for at once."""
AT_ONCE, OF_EACH = 20, 25
"""Things, and events of each, that one transaction says: what writes long holds up every reader of the event log."""
MOST_PAGES = 20
"""Pages one run of the repair reads; what is left is read by the next, which follows at once."""
LEASE = timedelta(minutes=2)
"""How long one worker may read the list before another may take over."""
SETTLE_S = 3.0
"""How long a gap may close by itself before the list is asked."""
NO_LIST = timedelta(seconds=60)
"""After this a gap is passed over at an exchange that offers no list."""
BEFORE_BEGIN = timedelta(hours=1)
"""How far before the first contact events are still taken."""
KEPT = timedelta(days=30)
ENTITIES_KEPT = timedelta(days=90)


class Thing(NamedTuple):
    """What events are about; their order counts within it."""

    kind: str
    id: str


class Row(msgspec.Struct, frozen=True):
    """An event that waits for its turn."""

    id: str
    type: str
    entity_kind: str
    entity_id: str
    seq: int
    uid: str | None
    at: datetime
    data: dict[str, object]

    @property
    def thing(self) -> Thing:
        """What it is about."""
        return Thing(self.entity_kind, self.entity_id)


class Turn(msgspec.Struct, frozen=True):
    """What can be said of one thing now. ``applied``: up to where it is said then; None: nowhere to begin yet.

    late: events whose place was passed before. missing: (first, last) of those passed over now.
    """

    say: list[Row]
    late: list[Row]
    missing: list[tuple[int, int]]
    applied: int | None


def turn(applied: int | None, waiting: list[Row], sure: int) -> Turn:
    """What of the waiting events, which come in order of seq, has its turn.

    ``sure``: up to this seq nothing earlier is to come any more. Without a place to begin, 1 is one, and so is
    the first event that is sure: what happened to the thing before is before our time.
    """
    say: list[Row] = []
    late: list[Row] = []
    missing: list[tuple[int, int]] = []
    for row in waiting:
        if applied is not None and row.seq <= applied:
            late.append(row)
            continue
        expected = 1 if applied is None else applied + 1
        if row.seq != expected:
            if row.seq > sure:
                break
            if applied is not None:
                missing.append((expected, row.seq - 1))
        say.append(row)
        applied = row.seq
    return Turn(say, late, missing, applied)


class Gap(msgspec.Struct, frozen=True):
    """A thing whose next event is missing: said up to ``said``, held from ``held`` on. said: None, nothing yet."""

    kind: str
    id: str
    said: int | None
    held: int
    waiting: int
    since: datetime


class Lost(msgspec.Struct, frozen=True):
    """Events passed over. why: ``not_listed`` (the exchange no longer has them) or ``no_list`` (it offers none)."""

    kind: str
    id: str
    first: int
    last: int
    why: str
    at: datetime


class Refused(msgspec.Struct, frozen=True):
    """Webhooks turned away for one reason (see ``exchange.webhooks.Reason``; also too_large and unreadable)."""

    reason: str
    day: int
    week: int
    last_at: datetime


class ListState(msgspec.Struct, frozen=True):
    """How the reading of the exchange's list goes.

    read_at: the last try; complete_at: when its end was last reached; unreadable: entries passed over since the
    beginning. problem: empty, ``exchange_down``, ``exchange_refused``, ``exchange_not_offered``, ``stuck`` (an entry
    without a readable id) or ``stopped`` (the worker that read was).
    """

    read_at: datetime | None = None
    complete_at: datetime | None = None
    problem: str = ""
    unreadable: int = 0


class Arrivals(msgspec.Struct, frozen=True):
    """How many events came, by webhook and from the list, and when the last webhook did."""

    last_webhook: datetime | None
    last_listed: datetime | None
    hour: int
    day: int


class Arrived(msgspec.Struct, frozen=True):
    """Events of one type within thirty days: the last arrival, and how many came in a day."""

    type: str
    last_at: datetime
    day: int


class Overview(msgspec.Struct, frozen=True):
    """The operator's view. secrets: how many sign now; 0: no webhook is taken. types: by name."""

    secrets: int
    arrivals: Arrivals
    types: list[Arrived]
    reading: ListState
    waiting: int
    gaps: list[Gap]
    lost: list[Lost]
    refused: list[Refused]
