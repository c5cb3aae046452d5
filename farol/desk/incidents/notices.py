"""The open public incidents as every visitor may read them: asked of the database at most once in two seconds a process."""

import asyncio
import time

from farol.kit.core import Kit

from . import store
from .model import Notice

KEPT_S = 2.0


class Board:
    """What this process last read."""

    def __init__(self) -> None:
        self._found: list[Notice] = []
        self._until = 0.0
        self._reading = asyncio.Lock()

    def expire(self) -> None:
        """Makes the next request read anew."""
        self._until = 0.0

    async def read(self, kit: Kit) -> list[Notice]:
        """The board; one request reads, the others wait for it."""
        if time.monotonic() >= self._until:
            async with self._reading:
                if time.monotonic() >= self._until:
                    self._found = await store.notices(kit.db)
                    self._until = time.monotonic() + KEPT_S
        return self._found


async def board(kit: Kit) -> list[Notice]:
    """Open public incidents, the worst first."""
    if not kit.has(Board):
        kit.put(Board())
    return await kit.get(Board).read(kit)
