"""What a process has at hand: settings, database, bus, files, and the clients a feature puts in."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar, cast

import asyncpg
import structlog

from .bus import Bus
from .files import Files
from .settings import Settings

C = TypeVar("C")
log = structlog.get_logger()


class Kit:
    """Handed to every action, page, job and reaction; built once per process."""

    def __init__(self, settings: Settings, db: asyncpg.Pool, bus: Bus, files: Files) -> None:
        self.settings, self.db, self.bus, self.files = settings, db, bus, files
        self._parts: dict[type, Any] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def background(self, work: Coroutine[Any, Any, None]) -> None:
        """Runs until the process closes its kit. Work that fails is logged; it does not come back by itself."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("kit.background_failed", exc_info=error)

    async def quiet(self) -> None:
        """Ends all background work."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def put(self, part: object) -> None:
        """Registers a part by its class, for ``get``."""
        self._parts[type(part)] = part

    def get(self, kind: type[C]) -> C:
        """The registered part of that class. Raises KeyError when the process was built without it."""
        return cast(C, self._parts[kind])

    def has(self, kind: type) -> bool:
        """Whether a part of that class was registered."""
        return kind in self._parts
