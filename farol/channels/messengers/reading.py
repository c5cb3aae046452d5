"""Reading a chat's updates, oldest first, one process at a time. What cannot be read is put aside and the others go on."""

import msgspec
import structlog

from farol.channels.connections import actions as connections
from farol.channels.connections.model import Connection
from farol.core.shield import scrub
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.jobs import enqueue
from farol.kit.permission import SYSTEM

from . import handling, in_store, jobs
from .adapter import ADAPTERS
from .events import UpdateParked
from .in_store import Row
from .intake import as_update
from .model import Happening, Said
from .turn import LEASE_S, renewed

log = structlog.get_logger()
AT_ONCE = 50
MOST_TRIES = 6
"""About two minutes: then an update that does not go through is put aside, and the chat goes on."""
ALBUM_S = 1.5
"""How long the rest of an album is waited for."""


class Group(msgspec.Struct, frozen=True):
    """Updates that are one: mostly one, or the pictures of an album."""

    rows: list[Row]
    happenings: list[Happening]


async def read_chat(kit: Kit, connection_id: int, chat: str) -> None:
    """Reads until nothing waits. Another process that has the chat reads for us; what it missed, the sweep finds."""
    while True:
        if not await in_store.claim(kit.db, connection_id, chat, LEASE_S):
            return
        try:
            async with renewed(lambda: in_store.renew(kit.db, connection_id, chat, LEASE_S)):
                wait_s = await _read(kit, connection_id, chat)
        finally:
            await in_store.release(kit.db, connection_id, chat)
        if wait_s is not None:
            if wait_s > 0:
                await enqueue(kit.db, jobs.read, jobs.Read(connection_id, chat), delay_s=wait_s)
            return
        # What came between the last look and the release found us in the way.
        if not await in_store.next_of(kit.db, connection_id, chat, 1):
            return


async def _read(kit: Kit, connection_id: int, chat: str) -> float | None:
    """Everything that waits, in order. None: done; else seconds until the chat is to be read again, 0 when somebody will say so."""
    while rows := await in_store.next_of(kit.db, connection_id, chat, AT_ONCE):
        connection = await connections.known(kit, connection_id)
        if connection is None or connection.state == "removed" or connection.channel not in ADAPTERS:
            await in_store.settle(kit.db, [row.id for row in rows], "dropped", "no such connection")
            continue
        if connection.state == "paused":
            return 0.0
        for group in await _groups(kit, connection, rows):
            if not group.rows[0].ready:
                return max(group.rows[0].wait_s, 0.1)
            if (wait_s := _unfinished(group, rows)) > 0:
                return wait_s
            if not await _one(kit, connection, group):
                return float(min(2 ** group.rows[0].tries, 60))
    return None


def _unfinished(group: Group, rows: list[Row]) -> float:
    """Seconds to wait for the rest of an album that is at the end of what came."""
    said = group.happenings[0] if group.happenings else None
    if isinstance(said, Said) and said.album and group.rows[-1].id == rows[-1].id:
        return max(0.0, ALBUM_S - (clock.now() - group.rows[-1].at).total_seconds())
    return 0.0


async def _groups(kit: Kit, connection: Connection, rows: list[Row]) -> list[Group]:
    """What the updates say; those that say nothing that can be understood are put aside here."""
    groups: list[Group] = []
    for row in rows:
        try:
            happenings = ADAPTERS[connection.channel].read(connection, as_update(row))
        except ValueError as error:
            await park(kit, connection.id, [row], str(error) or "unreadable")
            continue
        except Exception as error:
            log.exception("messengers.adapter_broke", channel=connection.channel, update=row.id)
            await park(kit, connection.id, [row], f"the adapter broke ({type(error).__name__})")
            continue
        last = groups[-1].happenings[0] if groups and groups[-1].happenings else None
        new = happenings[0] if len(happenings) == 1 else None
        if isinstance(last, Said) and isinstance(new, Said) and last.album and last.album == new.album and last.who.id == new.who.id and not new.edited:
            groups[-1] = Group([*groups[-1].rows, row], [*groups[-1].happenings, new])
        else:
            groups.append(Group([row], list(happenings)))
    return groups


async def _one(kit: Kit, connection: Connection, group: Group) -> bool:
    """Whether the chat can go on: the group is handled, or put aside."""
    ids = [row.id for row in group.rows]
    try:
        await handling.handle(kit, connection, group.rows, group.happenings)
    except db.LOST:
        raise
    except Exception as error:
        why = scrub(f"{type(error).__name__}: {error}").text[:300]
        tries = await in_store.fail(kit.db, ids, why)
        log.warning("messengers.update_failed", channel=connection.channel, update=ids[0], tries=tries, why=why)
        if tries < MOST_TRIES:
            return False
        await park(kit, connection.id, group.rows, why)
        return True
    await in_store.settle(kit.db, ids, "read")
    return True


async def park(kit: Kit, connection_id: int, rows: list[Row], why: str) -> None:
    """Puts updates aside for an operator."""
    reason = scrub(why).text[:500]
    stream = f"connection:{connection_id}"
    async with transaction(kit.db) as tx:
        await in_store.settle(tx, [row.id for row in rows], "parked", reason)
        seq = await emit(tx, stream, SYSTEM, UpdateParked(rows[0].id, reason))
    await connections.refused(kit, connection_id, "unreadable")
    await wake(kit.bus, stream, seq)
