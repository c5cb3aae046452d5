"""The announcements as every reader may see them, asked of the database at most once in two seconds a process."""

import asyncio
import time
from collections.abc import Sequence

from farol.kit.core import Kit

from . import store
from .model import Announcement

KEPT_S = 2.0
MOST = 200
"""Announcements the pages go back."""


class Board:
    """What this process last read, the newest first."""

    def __init__(self) -> None:
        self._found: Sequence[Announcement] = ()
        self._until = 0.0
        self._reading = asyncio.Lock()

    def expire(self) -> None:
        """Makes the next request read anew."""
        self._until = 0.0

    async def read(self, kit: Kit) -> Sequence[Announcement]:
        """The board; one request reads, the others wait for it."""
        if time.monotonic() >= self._until:
            async with self._reading:
                if time.monotonic() >= self._until:
                    self._found = tuple(await store.latest(kit.db, MOST))
                    self._until = time.monotonic() + KEPT_S
        return self._found


async def board(kit: Kit) -> Sequence[Announcement]:
    """What everybody is told, the newest first."""
    if not kit.has(Board):
        kit.put(Board())
    return await kit.get(Board).read(kit)
