"""Stopping a connection, or all of them at once, and letting them run again."""

from farol.channels.connections import sealing, store
from farol.channels.connections.events import ConnectionPaused, ConnectionResumed
from farol.channels.connections.model import Probe
from farol.channels.connections.problems import ConnectionRefused
from farol.channels.connections.problems import ConnectionRemoved as Gone
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from .connecting import ask, begin, kind_of
from .knowing import forget


async def pause(kit: Kit, actor: Actor, id_: int, why: str) -> None:
    """Nothing goes out over it; what comes in is kept and read when it goes on. Doing it again changes nothing. Raises NotFound, ConnectionRemoved."""
    async with transaction(kit.db) as tx:
        row = await store.by_id(tx, id_, lock=True)
        if row is None:
            raise NotFound
        if row.state == "removed":
            raise Gone
        if row.state == "paused":
            return
        await store.set_state(tx, id_, "paused", why)
        seq = await emit(tx, f"connection:{id_}", actor, ConnectionPaused(why))
    forget(id_, row.token)
    await wake(kit.bus, f"connection:{id_}", seq)


async def pause_all(kit: Kit, actor: Actor, why: str, channel: str | None = None) -> list[int]:
    """The kill switch: all that run, or those of one channel, stop in one transaction. Returns which did. Raises KindUnknown."""
    if channel is not None:
        kind_of(channel)
    stopped: list[tuple[store.Row, int]] = []
    async with transaction(kit.db) as tx:
        for seen in sorted(await store.all_of_them(tx), key=lambda one: one.id):
            if channel not in (None, seen.channel):
                continue
            row = await store.by_id(tx, seen.id, lock=True)
            if row is None or row.state != "active":
                continue
            await store.set_state(tx, row.id, "paused", why)
            stopped.append((row, await emit(tx, f"connection:{row.id}", actor, ConnectionPaused(why))))
    for row, seq in stopped:
        forget(row.id, row.token)
        await wake(kit.bus, f"connection:{row.id}", seq)
    return [row.id for row, _ in stopped]


async def resume(kit: Kit, actor: Actor, id_: int) -> Probe:
    """It goes on, if the platform says that it works. What waited is sent and read then. Raises NotFound, ConnectionRemoved,
    and ConnectionRefused with the platform's words where it does not work."""
    row = await store.by_id(kit.db, id_)
    if row is None:
        raise NotFound
    if row.state == "removed":
        raise Gone
    found = await ask(kit, kind_of(row.channel), sealing.opened(kit, row))
    if not found.works:
        raise ConnectionRefused(said=found.said or "no answer")
    async with transaction(kit.db) as tx:
        now = await store.by_id(tx, id_, lock=True)
        if now is None or now.state == "removed":
            raise Gone
        await store.set_account(tx, id_, found.account)
        if now.state == "active":
            return found
        await store.set_state(tx, id_, "active", "")
        seq = await emit(tx, f"connection:{id_}", actor, ConnectionResumed(row.channel))
    forget(id_, row.token)
    await wake(kit.bus, f"connection:{id_}", seq)
    return await begin(kit, id_, found)
