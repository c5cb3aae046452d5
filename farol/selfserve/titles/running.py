"""The trials that run, as this process knows them: asked of the database at most once in two seconds."""

import asyncio
import time

from farol.kit.core import Kit

from . import store
from .store import Running

KEPT_S = 2.0
Trials = dict[tuple[str, str], Running]
"""By an article's address and language."""


class _Kept:
    """What this process last read."""

    def __init__(self) -> None:
        self._trials: Trials = {}
        self._until = 0.0
        self._reading = asyncio.Lock()

    async def read(self, kit: Kit) -> Trials:
        if time.monotonic() >= self._until:
            async with self._reading:
                if time.monotonic() >= self._until:
                    self._trials = {(one.slug, one.language): one for one in await store.running(kit.db)}
                    self._until = time.monotonic() + KEPT_S
        return self._trials

    def expire(self) -> None:
        self._until = 0.0


async def running(kit: Kit) -> Trials:
    """The trials now; after a change elsewhere, within two seconds."""
    return await _kept(kit).read(kit)


def expire(kit: Kit) -> None:
    """Makes this process look again: it has changed a trial itself."""
    _kept(kit).expire()


def _kept(kit: Kit) -> _Kept:
    if not kit.has(_Kept):
        kit.put(_Kept())
    return kit.get(_Kept)
