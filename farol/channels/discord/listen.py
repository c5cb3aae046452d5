"""Every bot's gateway is listened to by one process: whoever holds its advisory lock. Another takes over when that one ends."""

import asyncio
from contextlib import suppress
from typing import Any

import asyncpg
import structlog

from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Failed, Refused, Revoked
from farol.channels.connections.model import Connection
from farol.channels.messengers import intake
from farol.channels.messengers.model import Update
from farol.kit.core import Kit

from .gateway import Gateway
from .model import CHANNEL

log = structlog.get_logger()
LOOK_S = 5.0
LOCK = "select pg_try_advisory_lock(hashtextextended('discord:' || $1, 0))"
UNLOCK = "select pg_advisory_unlock(hashtextextended('discord:' || $1, 0))"


class Listening:
    """One session of PostgreSQL holds the locks; when it breaks, every gateway stops and is sought anew."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._running: dict[int, tuple[str, asyncio.Task[None]]] = {}
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Ends every gateway; where each was is kept."""
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    async def _run(self) -> None:
        while True:
            try:
                held = await asyncpg.connect(self._kit.settings.database_url)
                try:
                    while True:
                        await self._look(held)
                        await asyncio.sleep(LOOK_S)
                finally:
                    await self._end(list(self._running))
                    await held.close(timeout=5)
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                log.warning("discord.no_lock", why=type(error).__name__)
                await asyncio.sleep(LOOK_S)

    async def _look(self, held: Any) -> None:
        """Begins what is new and free, ends what was paused, changed or removed."""
        wanted = {one.id: one for one in await connections.of_channel(self._kit, CHANNEL)}
        over = [id_ for id_, (form, task) in self._running.items() if task.done() or id_ not in wanted or form != _form(wanted[id_])]
        await self._end(over)
        for id_ in over:
            await held.fetchval(UNLOCK, str(id_))
        for id_, connection in wanted.items():
            if id_ not in self._running and await held.fetchval(LOCK, str(id_)):
                self._running[id_] = (_form(connection), asyncio.create_task(self._listen(connection)))

    async def _listen(self, connection: Connection) -> None:
        kit = self._kit

        async def keep(updates: list[Update]) -> None:
            await intake.keep(kit, connection, updates)

        async def remember(memory: dict[str, Any]) -> None:
            await connections.remember(kit, connection.id, **memory)

        try:
            await Gateway(kit, connection, keep, remember).run()
        except Refused as failure:
            # Wrong set-up heals no more by itself than a token that was taken back.
            await connections.failed(kit, connection.id, Revoked(failure.said))
        except Failed as failure:
            await connections.failed(kit, connection.id, failure)

    async def _end(self, ids: list[int]) -> None:
        tasks = [self._running.pop(id_)[1] for id_ in ids]
        for task in tasks:
            task.cancel()
        for found in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(found, Exception):
                log.error("discord.gateway_broke", exc_info=found)


def _form(connection: Connection) -> str:
    """What, when it changes, makes another listener of it."""
    return f"{connection.value('bot_token')}\x1f{connection.value('application_id')}"


async def start(kit: Kit) -> Listening:
    """Starts it."""
    return Listening(kit)
