"""Who saw a title and who opened the article, held in this process and written together, so that no page waits for a count.

A visitor is the digest of one day (``knowledge.visitors``): the same person tomorrow is another visitor, may see another title, and
counts again. No cookie is set and nothing personal is kept.
"""

import asyncio
import time
from collections import OrderedDict

import structlog

from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.ratelimit import buckets

from . import count_store
from .count_store import Seen

log = structlog.get_logger()
WRITE_EVERY_S = 10.0
RIPE_S = 15.0
"""How long an opening waits, so that every process has written by then who saw the title."""
MOST_HELD, MOST_KNOWN = 20_000, 200_000
"""Counts remembered until the next writing, and visitors known to be counted already; beyond, a count is lost, of any title alike."""
PER_ADDRESS_S, PER_ADDRESS_BURST = 0.2, 60
"""How many visitors one address adds: the numbers must not be one person's to write."""
Key = tuple[int, bytes]


class Notebook:
    """What this process has yet to write. Losing it loses a count, nothing else."""

    def __init__(self) -> None:
        self._day = clock.now().date()
        self._known: OrderedDict[Key, None] = OrderedDict()
        self._seen: list[Seen] = []
        self._opened: OrderedDict[Seen, float] = OrderedDict()
        self._writing = asyncio.Lock()

    def saw(self, trial_id: int, place: int, visitor: bytes, address: str) -> None:
        """Remembers that a visitor saw a title in a list. address: only to count each for a number of visitors."""
        self._turn()
        key = (trial_id, visitor)
        if key in self._known or len(self._seen) >= MOST_HELD:
            return
        self._known[key] = None
        if len(self._known) > MOST_KNOWN:
            self._known.popitem(last=False)
        if not buckets.take("title_seen", address, PER_ADDRESS_S, PER_ADDRESS_BURST):
            self._seen.append(Seen(trial_id, self._day, visitor, place))

    def opened(self, trial_id: int, visitor: bytes) -> None:
        """Remembers that a visitor came to the article from a list."""
        self._turn()
        if len(self._opened) < MOST_HELD:
            self._opened.setdefault(Seen(trial_id, self._day, visitor, 0), time.monotonic())

    async def write(self, kit: Kit, *, now: float | None = None) -> None:
        """Writes who saw a title, and those openings that have waited long enough: at most two statements."""
        async with self._writing:
            seen, self._seen = self._seen, []
            before = (time.monotonic() if now is None else now) - RIPE_S
            ripe = [one for one, at in self._opened.items() if at <= before]
            for one in ripe:
                del self._opened[one]
            if seen:
                await count_store.seen(kit.db, seen)
            if ripe:
                await count_store.opened(kit.db, ripe)

    async def keep_writing(self, kit: Kit) -> None:
        """Until the process ends."""
        while True:
            await asyncio.sleep(WRITE_EVERY_S)
            try:
                await self.write(kit)
            except db.LOST:
                log.warning("titles.counts_not_written")

    def _turn(self) -> None:
        if (today := clock.now().date()) != self._day:
            self._day = today
            self._known.clear()


def notebook(kit: Kit) -> Notebook:
    """This process's."""
    if not kit.has(Notebook):
        kit.put(Notebook())
    return kit.get(Notebook)
