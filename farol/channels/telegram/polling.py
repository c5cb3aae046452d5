"""Fetching updates, for places that Telegram cannot call: one process a bot, the offset moved only after everything before it is kept."""

import asyncio
from typing import Any

import asyncpg
import structlog

from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Failed, Refused, Revoked
from farol.channels.connections.model import Connection
from farol.channels.messengers import intake
from farol.channels.messengers.model import Update
from farol.kit import db
from farol.kit.core import Kit

from . import store
from .adapter import updated
from .calling import Conflict, call
from .model import CHANNEL, UPDATES, polls

log = structlog.get_logger()
WAIT_S = 25
AT_ONCE = 100
LOOK_EVERY_S = 2.0
LONGEST_PAUSE_S = 60.0


class Polling:
    """Every bot of ours that is fetched, one task each."""

    def __init__(self, kit: Kit, *, wait_s: int = WAIT_S, look_every_s: float = LOOK_EVERY_S) -> None:
        self._kit, self._wait_s, self._look_every_s = kit, wait_s, look_every_s
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._looking = asyncio.create_task(self._look())

    async def stop(self) -> None:
        """Fetches no more; what was fetched and not kept is given again."""
        tasks = [self._looking, *self._tasks.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _look(self) -> None:
        """Begins with bots that are to be fetched, and ends with those that no longer are."""
        while True:
            try:
                wanted = {one.id for one in await connections.of_channel(self._kit, CHANNEL) if polls(one)}
                for id_ in wanted - self._tasks.keys():
                    self._tasks[id_] = asyncio.create_task(self._bot(id_))
                for id_ in [id_ for id_, task in self._tasks.items() if id_ not in wanted or task.done()]:
                    self._tasks.pop(id_).cancel()
            except db.LOST:
                log.warning("telegram.database_lost")
            await asyncio.sleep(self._look_every_s)

    async def _bot(self, id_: int) -> None:
        """Ends when the lock is somebody else's or lost; the next look begins again."""
        try:
            own = await asyncpg.connect(self._kit.settings.database_url, server_settings={"application_name": "farol telegram"})
        except (*db.LOST, asyncpg.PostgresError, OSError):
            return
        try:
            if await store.lock(own, id_):
                await self._fetch(own, id_)
        except (*db.LOST, asyncpg.PostgresError, OSError):
            log.warning("telegram.database_lost")
        finally:
            own.terminate()

    async def _fetch(self, own: asyncpg.Connection, id_: int) -> None:
        pause = 1.0
        while (connection := await connections.known(self._kit, id_, fresh=True)) and connection.state == "active" and polls(connection):
            await store.alive(own)
            try:
                await once(self._kit, connection, self._wait_s)
                pause = 1.0
            except (Refused, Revoked) as failure:
                await connections.failed(self._kit, id_, failure)
                return
            except Failed as failure:
                await connections.failed(self._kit, id_, failure)
                pause = min(pause * 2, LONGEST_PAUSE_S)
                await asyncio.sleep(max(pause, getattr(failure, "after_s", 0.0)))


async def once(kit: Kit, connection: Connection, wait_s: int) -> int:
    """One fetch: everything in it is kept before the offset moves, and a button is acknowledged. Returns how many came.

    A webhook that is still set is taken away once; another fetcher of the same bot is Telegram's ``409`` and raises Conflict.
    """
    offset = int(connection.memory.get("offset", 0))
    values = {"timeout": wait_s, "limit": AT_ONCE, "allowed_updates": list(UPDATES), **({"offset": offset} if offset else {})}
    try:
        found = await call(kit, connection, "getUpdates", values, timeout_s=wait_s + 15)
    except Conflict as conflict:
        if "webhook" in conflict.said:
            await call(kit, connection, "deleteWebhook", {"drop_pending_updates": False})
        raise
    taken = [(one, update) for one in found if (update := await _taken(kit, connection, one))]
    if taken:
        await intake.keep(kit, connection, [update for _, update in taken])
    if found:
        upto = max(int(one["update_id"]) for one in found if isinstance(one, dict) and isinstance(one.get("update_id"), int))
        await connections.remember(kit, connection.id, offset=upto + 1)
    for one, _ in taken:
        if query := one.get("callback_query"):
            try:
                await call(kit, connection, "answerCallbackQuery", {"callback_query_id": str(query["id"])})
            except Refused:
                continue  # too old to be acknowledged
    return len(found)


async def _taken(kit: Kit, connection: Connection, one: Any) -> Update | None:
    try:
        return updated(one)
    except ValueError as error:
        await intake.park_raw(kit, connection, repr(one).encode("utf-8", "replace"), str(error))
        return None
