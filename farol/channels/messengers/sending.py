"""Sending into a chat: in order, one process at a time, at the platform's pace, until it is gone or cannot go.

At least once: when an answer is lost, the same parcel goes again under the same key, by which platforms that know keys drop the copy.
At most once where a copy would stand in public and the platform knows no keys: it is ``unknown`` then, until somebody has looked.
"""

import asyncio
from datetime import timedelta

import msgspec
import structlog

from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Away, Failed, Refused, Revoked
from farol.channels.connections.kinds import KINDS
from farol.channels.connections.model import Connection, Kind
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import wake
from farol.kit.jobs import enqueue
from farol.kit.ratelimit import buckets

from . import jobs, once_store, out_store
from .adapter import ADAPTERS
from .model import Chat, Parcel, Template
from .moving import moved, tell
from .out_store import Known, Waiting
from .turn import LEASE_S, renewed

log = structlog.get_logger()
SEND_S = 60.0
GIVE_UP = timedelta(days=3)
LONGEST_PAUSE_S = 300.0
HELD_S = 3600.0
"""How often words are looked at that wait for the customer to write; when they do, they go at once."""
PATIENCE_S = 3.0
"""A turn that comes within this is waited for; else the job comes back."""


async def send_chat(kit: Kit, chat_id: int) -> None:
    """Sends what waits in the chat, oldest first."""
    while True:
        if not await out_store.claim(kit.db, chat_id, LEASE_S):
            return
        try:
            async with renewed(lambda: out_store.renew(kit.db, chat_id, LEASE_S)):
                wait_s = await _send(kit, chat_id)
        finally:
            await out_store.release(kit.db, chat_id)
        if wait_s is not None:
            if wait_s > 0:
                await enqueue(kit.db, jobs.send, jobs.Send(chat_id), delay_s=wait_s)
            return
        if await out_store.next_of(kit.db, chat_id) is None:
            return


async def _send(kit: Kit, chat_id: int) -> float | None:
    """None: nothing is left; else seconds until the next try, 0 when somebody will say so."""
    while waiting := await out_store.next_of(kit.db, chat_id):
        if waiting.wait_s > 0:
            return waiting.wait_s
        connection = await connections.known(kit, waiting.connection_id)
        if why := _hopeless(connection, waiting):
            await _failed(kit, connection, waiting, why)
            continue
        assert connection
        if connection.state != "active":
            return 0.0
        if (wait_s := _pace(connection, waiting)) > PATIENCE_S:
            await out_store.hold(kit.db, waiting.id, wait_s)
            return wait_s
        if wait_s:
            await asyncio.sleep(wait_s)
            continue
        if (pause := await _try(kit, connection, waiting)) is not None:
            return pause
    return None


def _hopeless(connection: Connection | None, waiting: Waiting) -> str:
    """Why it can never go, by a name that screens have words for; empty: it can."""
    if connection is None or connection.state == "removed" or connection.channel not in ADAPTERS:
        return "gone"
    if clock.now() - waiting.at > GIVE_UP:
        return "given_up"
    if waiting.ticket_id is None:
        return "blocked" if waiting.here is False else ""
    if not waiting.theirs:
        return "not_theirs"
    return "blocked" if waiting.here is False else "asked" if waiting.stopped else ""


def _pace(connection: Connection, waiting: Waiting) -> float:
    """Seconds until the platform's limits let the next one through."""
    limits = KINDS[connection.channel].kind.limits
    wait_s = buckets.take("chat_out", f"{waiting.chat_id}", limits.chat_rate_per_s, max(1.0, limits.chat_rate_per_s))
    return wait_s or buckets.take("connection_out", f"{connection.id}", limits.rate_per_s, float(max(1, limits.burst)))


async def _try(kit: Kit, connection: Connection, waiting: Waiting) -> float | None:
    """Sends one. None: it went, or never will; else the pause until the next try, 0 when the connection waits for people."""
    kind = KINDS[connection.channel].kind
    parcel = msgspec.convert(waiting.parcel, Parcel)
    over = _window_over(kind, waiting)
    if over and not (approved := template(connection, waiting)):
        await _failed(kit, connection, waiting, "window")
        return None
    if over and waiting.templated_at and (waiting.said_at is None or waiting.templated_at > waiting.said_at):
        # They were asked to write; our words wait until they do, and are mailed meanwhile like all that is unread.
        await out_store.hold(kit.db, waiting.id, HELD_S)
        return HELD_S
    if over:
        parcel = Parcel(f"{parcel.key}.template", "", template=approved)
    if kind.costs and (over or not kind.limits.window_h) and not await connections.may_spend(kit.db, connection.id):
        await _failed(kit, connection, waiting, "spent")
        return None
    if parcel.once and waiting.begun_at:
        await _unknown(kit, connection, waiting, "stopped while it was being sent")
        return None
    if parcel.once:
        await once_store.begin(kit.db, waiting.id)
    chat = Chat(waiting.chat, waiting.room, waiting.title, waiting.parent)  # type: ignore[arg-type]
    try:
        async with asyncio.timeout(SEND_S):
            receipt = await ADAPTERS[connection.channel].send(kit, connection, chat, parcel)
    except Revoked as failure:
        await connections.failed(kit, connection.id, failure)
        await out_store.put_off(kit.db, waiting.id, failure.said, 0)
        return 0.0
    except Refused as failure:
        await connections.failed(kit, connection.id, failure)
        await moved(kit, _known(waiting), "failed", connection.channel, failure.said)
        return None
    except (Failed, TimeoutError) as failure:
        told = failure if isinstance(failure, Failed) else Away("no answer in time", lost=True)
        if parcel.once and isinstance(told, Away) and told.lost:
            await connections.failed(kit, connection.id, told)
            await _unknown(kit, connection, waiting, told.said)
            return None
        return await _later(kit, connection, waiting, told)
    except Exception as error:
        log.exception("messengers.adapter_broke", channel=connection.channel, parcel=waiting.id)
        return await _later(kit, connection, waiting, Away(f"the adapter broke ({type(error).__name__})"))
    if over:
        async with transaction(kit.db) as tx:
            await out_store.templated(tx, waiting.chat_id)
            await out_store.hold(tx, waiting.id, HELD_S)
            await connections.spend(tx, connection.id, receipt.cost_unit)
        return HELD_S
    async with transaction(kit.db) as tx:
        await out_store.sent(tx, waiting.id, list(receipt.messages))
        if receipt.cost_unit:
            await connections.spend(tx, connection.id, receipt.cost_unit)
        stream, seq = await tell(tx, _known(waiting), "sent", connection.channel, "")
    await wake(kit.bus, stream, seq)
    await connections.worked(kit, connection.id)
    return None


async def _later(kit: Kit, connection: Connection, waiting: Waiting, failure: Failed) -> float:
    """The platform is away: the chat waits as long as it says, or ever longer."""
    await connections.failed(kit, connection.id, failure)
    named = failure.after_s if isinstance(failure, Away) else 0.0
    pause = max(named, 1.0) if named else min(2.0 ** min(waiting.tries, 16), LONGEST_PAUSE_S)
    await out_store.put_off(kit.db, waiting.id, failure.said, pause)
    return pause


async def _unknown(kit: Kit, connection: Connection, waiting: Waiting, why: str) -> None:
    async with transaction(kit.db) as tx:
        if not await once_store.unknown(tx, waiting.id, why):
            return
        stream, seq = await tell(tx, _known(waiting), "unknown", connection.channel, why)
    await wake(kit.bus, stream, seq)


async def _failed(kit: Kit, connection: Connection | None, waiting: Waiting, why: str) -> None:
    channel = connection.channel if connection else ""
    hours = KINDS[channel].kind.limits.window_h if channel in KINDS else 0
    await moved(kit, _known(waiting), "failed", channel, f"window:{hours}" if why == "window" else why)


def _window_over(kind: Kind, waiting: Waiting) -> bool:
    """Whether the platform lets us write freely no more."""
    hours = kind.limits.window_h
    return bool(hours) and waiting.room == "private" and (waiting.said_at is None or clock.now() - waiting.said_at > timedelta(hours=hours))


def template(connection: Connection, waiting: Waiting) -> Template | None:
    """The words a connection may still send when the window is over; it has the ticket's number as its one value."""
    name = connection.value("template")
    return Template(name, connection.value("template_language") or "en", (waiting.number or "",)) if name else None


def _known(waiting: Waiting) -> Known:
    return Known(waiting.id, waiting.chat_id, waiting.ticket_id, waiting.seq, "queued")
