"""Who reads which mailbox: every worker asks for all, and a lock in the database gives each to one."""

import asyncio
import ssl
from collections.abc import Callable

import asyncpg
import structlog

from farol.channels.connections import actions as connections
from farol.channels.connections.model import Connection
from farol.kit.core import Kit
from farol.kit.db import LOST

from . import mailbox, mailbox_store
from .fetch import Follower, encryption

log = structlog.get_logger()
LOOK_S = 2.0
"""How often a worker looks for mailboxes that were connected, paused or changed, or that another worker left."""


class Watcher:
    """Runs in each worker."""

    def __init__(self, kit: Kit, context: Callable[[], ssl.SSLContext] = encryption) -> None:
        self._kit, self._context = kit, context
        self._running: dict[int, tuple[Connection, asyncio.Task[None]]] = {}
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begins looking."""
        self._task = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        """Ends all reading; what was fetched and not kept is fetched again by whoever is next."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    @property
    def reading(self) -> list[int]:
        """Connections this worker reads."""
        return sorted(self._running)

    async def _watch(self) -> None:
        while True:
            try:
                lock = await asyncpg.connect(self._kit.settings.database_url, server_settings={"application_name": "farol mailboxes"})
                try:
                    while True:
                        await mailbox_store.alive(lock)
                        await self._look(lock)
                        await asyncio.sleep(LOOK_S)
                finally:
                    await self._end(list(self._running))
                    await lock.close(timeout=2)
            except (*LOST, asyncpg.PostgresError, OSError) as error:
                log.warning("mailbox.database_lost", error=type(error).__name__)
            except Exception:
                log.exception("mailbox.watching_failed")
            await asyncio.sleep(LOOK_S)

    async def _look(self, lock: asyncpg.Connection) -> None:
        wanted = {each.id: each for each in await connections.of_channel(self._kit, mailbox.KEY) if each.value("imap_host")}
        over = [id_ for id_, (was, task) in self._running.items() if task.done() or id_ not in wanted or _changed(was, wanted[id_])]
        await self._end(over)
        for id_ in over:
            await mailbox_store.unlock(lock, id_)
        for id_, connection in wanted.items():
            if id_ not in self._running and await mailbox_store.lock(lock, id_):
                follower = Follower(self._kit, connection, self._context)
                self._running[id_] = connection, asyncio.create_task(follower.run())

    async def _end(self, ids: list[int]) -> None:
        tasks = [self._running.pop(id_)[1] for id_ in ids]
        for task in tasks:
            task.cancel()
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(ended, Exception):
                log.error("mailbox.ended", exc_info=ended)


def _changed(was: Connection, now: Connection) -> bool:
    return (was.settings, was.secrets) != (now.settings, now.secrets)
