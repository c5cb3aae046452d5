"""Asks a venue once a minute and keeps its last answer, with its age."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from farol.kit import clock

from .translate import Told, networks

EVERY_S, AT_MOST_S = 60.0, 45.0
log = logging.getLogger(__name__)


class Venue(Protocol):
    """What is used of a ccxt exchange."""

    id: str
    has: dict[str, Any]

    async def fetch_status(self) -> dict[str, Any]: ...

    async def fetch_currencies(self) -> dict[str, Any]: ...

    async def close(self) -> None: ...


class Feed:
    """told: the last good answer, None before the first. at: when it came. status: ok, maintenance or what the venue says."""

    def __init__(self, venue: Venue, now: Callable[[], datetime] = clock.now) -> None:
        self._venue, self._now = venue, now
        self.told: Told | None = None
        self.at: datetime | None = None
        self.status = ""
        self.failed_since: datetime | None = None

    @property
    def name(self) -> str:
        """The venue's id at ccxt."""
        return self._venue.id

    async def run(self) -> None:
        """For ever."""
        while True:
            await self.ask()
            await asyncio.sleep(EVERY_S)

    async def ask(self) -> bool:
        """One round; whether it brought anything. What a venue cannot answer leaves the last answer standing."""
        try:
            async with asyncio.timeout(AT_MOST_S):
                status = (await self._venue.fetch_status()).get("status") if self._venue.has.get("fetchStatus") else ""
                currencies = await self._venue.fetch_currencies()
        except Exception as error:  # a venue fails in as many ways as there are venues, and none may end the process
            log.warning("%s does not answer: %s", self.name, type(error).__name__)
            self.failed_since = self.failed_since or self._now()
            return False
        self.status = str(status or "")
        now = self._now()
        told = networks(self.name, currencies or {}, now)
        if not told.entries:
            log.warning("%s tells no networks without a key", self.name)
            self.failed_since = self.failed_since or now
            return False
        self.told, self.at, self.failed_since = told, now, None
        return True

    async def close(self) -> None:
        """Closes the venue's connections."""
        await self._venue.close()
