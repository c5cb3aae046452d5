"""Taking updates in: believed, masked, kept once, acknowledged; read soon after, by a job. No event is written for what is merely
kept: the row says it, and a burst stays one statement."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256

import msgspec
import structlog

from farol.channels.connections import actions as connections
from farol.channels.connections.model import Connection
from farol.core.shield import scrub
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.jobs import enqueue_all
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit

from . import in_store, jobs
from .adapter import ADAPTERS, Arrived, BadSignature, Taken
from .masking import masked
from .model import Update
from .problems import HookRefused

log = structlog.get_logger()
KNOWN_FOR = timedelta(days=30)
"""How long ids of updates are remembered; what happened earlier than that is refused, since nobody could say whether it is a copy."""
LONGEST_RAW = 60_000
LONGEST_ID = 300
REFUSED_PER_S, REFUSED_BURST = 20, 200


class Inbox:
    """Updates of this process share statements."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.arrivals = db.GroupCommit(self._keep, most=250, queue=20_000)

    async def _keep(self, items: list[in_store.Arrival]) -> list[bool]:
        async with db.transaction(self._kit.db) as tx:
            fresh = await in_store.keep(tx, items)
            due = dict.fromkeys((item.connection_id, item.chat) for item in items if (item.connection_id, item.external_id) in fresh)
            await enqueue_all(tx, jobs.read, [jobs.Read(connection, chat) for connection, chat in due])
        return [(item.connection_id, item.external_id) in fresh for item in items]


def inbox(kit: Kit) -> Inbox:
    """This process's one."""
    if not kit.has(Inbox):
        kit.put(Inbox(kit))
    return kit.get(Inbox)


async def keep(kit: Kit, connection: Connection, updates: Sequence[Update]) -> int:
    """Keeps what is new, for good; also for adapters that ask their platform, or listen to it. Returns how many were new."""
    fresh, stale = [], 0
    for update in updates:
        if update.at is not None and update.at < clock.now() - KNOWN_FOR:
            stale += 1
            continue
        body, removed = masked(update.body)
        fresh.append(in_store.Arrival(
            connection.id, _short(update.id), _short(update.chat), update.order, update.at, body, removed))
    if stale:
        await connections.refused(kit, connection.id, "stale", stale)
    if not fresh:
        return 0
    new = await asyncio.gather(*(inbox(kit).arrivals.put(one) for one in fresh))
    await connections.came(kit, connection.id)
    return sum(new)


async def receive(kit: Kit, channel: str, token: str, request: Arrived, ip: str) -> Taken:
    """A webhook's request. Returns what the platform wants to hear, once everything in it is kept for good.

    Raises NotFound for an address that is nobody's, HookRefused for what the platform did not make, Unavailable when too much waits.
    """
    adapter = ADAPTERS.get(channel)
    connection = await connections.known_by_token(kit, channel, token) if adapter else None
    if adapter is None or connection is None:
        limit("hook", ip, REFUSED_PER_S, REFUSED_BURST)
        raise NotFound
    try:
        taken = adapter.take(connection, request, clock.now())
    except BadSignature:
        limit("hook", ip, REFUSED_PER_S, REFUSED_BURST)
        await connections.refused(kit, connection.id, "refused")
        raise HookRefused from None
    except ValueError as error:
        await park_raw(kit, connection, request.body, str(error))
        return Taken()
    except Exception as error:
        # Signed by the platform, and of a form that its adapter did not expect: nothing of it may be lost.
        log.exception("messengers.adapter_broke", channel=channel)
        await park_raw(kit, connection, request.body, f"the adapter broke ({type(error).__name__})")
        return Taken()
    await keep(kit, connection, taken.updates)
    return taken


async def park_raw(kit: Kit, connection: Connection, body: bytes, why: str) -> None:
    """Keeps a request that the platform made and nobody can read, for an operator to look at."""
    said = scrub(body[:LONGEST_RAW].decode("utf-8", "replace").replace("\0", ""))
    arrival = in_store.Arrival(
        connection.id, f"unreadable:{sha256(body).hexdigest()}", "", 0, None, {"raw": said.text}, said.removed)
    async with db.transaction(kit.db) as tx:
        if not await in_store.keep(tx, [arrival], state="parked", reason=scrub(why).text[:500] or "unreadable"):
            return
    await connections.refused(kit, connection.id, "unreadable")
    log.warning("messengers.unreadable", channel=connection.channel, connection=connection.id)


def _short(name: str) -> str:
    """An id as it is kept: one that is too long for an index is told by its digest."""
    plain = name.replace("\0", "")
    return plain if len(plain) <= LONGEST_ID else sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def as_update(row: "in_store.Row") -> Update:
    """The update as its adapter made it."""
    return msgspec.convert(
        {"id": row.external_id, "chat": row.chat, "at": row.happened_at, "body": row.body, "order": row.place}, Update)
