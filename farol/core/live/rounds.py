"""What the hub does in rounds for the desk: places of waiting customers, and which staff are connected."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from farol.kit import db

from .feed import Feed
from .model import frame
from .socket import Socket

log = structlog.get_logger()
PLACES_S = 5.0
SEEN_S = 20.0
ANYWAY = 6
"""Every so many rounds a place is told although it is the same: what was lost or overtaken on the way is right again."""


class Rounds:
    """sockets and watchers are the hub's, read here and changed only there."""

    def __init__(self, feed: Feed, sockets: set[Socket], watchers: dict[int, set[Socket]]) -> None:
        self._feed, self._sockets, self._watchers = feed, sockets, watchers
        self._told: dict[int, bytes] = {}
        self._round = 0

    def start(self) -> list[asyncio.Task[None]]:
        """The running rounds; the hub ends them."""
        return [asyncio.create_task(self._every(PLACES_S, self.places)), asyncio.create_task(self._every(SEEN_S, self.seen))]

    async def places(self) -> None:
        """Tells customers their place in the queue when it is another than they were told, also that they wait no more."""
        self._round += 1
        anyway = self._round % ANYWAY == 0
        watched = {t: [s for s in sockets if not s.staff] for t, sockets in self._watchers.items()}
        waiting = [ticket for ticket, sockets in watched.items() if sockets]
        found = await self._feed.places(waiting) if waiting else {}
        told, self._told = self._told, {}
        for ticket in waiting:
            now = found.get(ticket) or (frame("place", ticket=ticket, place=None) if ticket in told else None)
            if now is None:
                continue
            self._told[ticket] = now
            if anyway or told.get(ticket) != now:
                for socket in watched[ticket]:
                    socket.put(now)

    async def seen(self) -> None:
        """Notes which staff have a connected screen, all of this process in one statement."""
        ids = {socket.actor.id for socket in self._sockets if socket.staff}
        if ids:
            await self._feed.seen(list(ids))

    async def _every(self, seconds: float, run: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await run()
            except db.LOST:
                log.warning("live.database_lost")
            except Exception:
                log.exception("live.round_failed")
            await asyncio.sleep(seconds)
