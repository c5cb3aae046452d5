"""`GET /healthz`: the truth about every part, in words that give nothing away."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Literal

import asyncpg
import msgspec

from farol.core.exchange import CoreLink
from farol.kit import db, schema
from farol.kit.core import Kit

State = Literal["ok", "off", "unknown", "degraded", "down"]

REMEMBERED_S = 1.0
"""Anybody may ask, so one process looks at most this often."""
PATIENCE_S = 2.0
LATE_S = 30.0
"""Seconds an event or a due job may wait before somebody should look at the workers."""

ALIVE = "select 1"
LAG = """
select coalesce(extract(epoch from now() - min(at)), 0)::float8 as lag_s from (
  select e.at from event e left join cursor c on c.reader = 'reactions'
  where (e.xid, e.id) > (coalesce(c.xid, '0'), coalesce(c.id, 0)) order by e.xid, e.id limit 1) oldest"""
DEAD = "select count(*) from parked where dead"
JOBS = """
select count(*) filter (where status = 'failed') as held,
  coalesce(extract(epoch from now() - min(execute_after) filter (where status = 'queued')), 0)::float8 as late_s
from pgqueuer where status in ('failed', 'queued')"""


class Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """One part. ``unknown``: not asked since this process started. ``numbers`` say how far behind it is."""

    status: State
    why: str = ""
    numbers: dict[str, float] = {}


class Health(msgspec.Struct, frozen=True):
    """``down``: a part without which nothing works is down. ``degraded``: something works less well or later."""

    status: Literal["ok", "degraded", "down"]
    parts: dict[str, Part]


class _Remembered:
    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.at = -REMEMBERED_S
        self.health: Health


async def health(kit: Kit) -> Health:
    """What works right now, at most a second old. Never raises and never takes longer than a few seconds."""
    if not kit.has(_Remembered):
        kit.put(_Remembered())
    memory = kit.get(_Remembered)
    async with memory.lock:
        if time.monotonic() - memory.at > REMEMBERED_S:
            memory.health = await _look(kit)
            memory.at = time.monotonic()
        return memory.health


async def _look(kit: Kit) -> Health:
    checks: dict[str, Callable[[Kit], Awaitable[Part]]] = {
        "database": _database, "migrations": _migrations, "reactions": _reactions, "jobs": _jobs,
        "bus": _bus, "files": _files, "exchange": _exchange,
    }  # fmt: skip
    found = await asyncio.gather(*(_ask(check, kit) for check in checks.values()))
    parts = dict(zip(checks, found, strict=True))
    if "down" in (parts["database"].status, parts["migrations"].status):
        return Health("down", parts)
    return Health("degraded" if any(part.status in ("degraded", "down") for part in found) else "ok", parts)


async def _ask(check: Callable[[Kit], Awaitable[Part]], kit: Kit) -> Part:
    try:
        async with asyncio.timeout(PATIENCE_S):
            return await check(kit)
    except (*db.LOST, asyncpg.PostgresError, OSError, TimeoutError):
        return Part("down", "no answer")


async def _database(kit: Kit) -> Part:
    began = time.monotonic()
    await kit.db.fetchval(ALIVE)
    return Part("ok", numbers={"ms": round((time.monotonic() - began) * 1000, 1)})


async def _migrations(kit: Kit) -> Part:
    try:
        waiting = await schema.pending(kit.db)
    except schema.SchemaError:
        return Part("down", "the database was made by other files")
    return Part("down", "the database is older than this code", {"waiting": len(waiting)}) if waiting else Part("ok")


async def _reactions(kit: Kit) -> Part:
    lag, dead = await kit.db.fetchval(LAG), await kit.db.fetchval(DEAD)
    why = "no worker keeps up" if lag > LATE_S else "some failed for good" if dead else ""
    return Part("degraded" if why else "ok", why, {"lag_s": round(lag, 1), "dead": dead})


async def _jobs(kit: Kit) -> Part:
    row = await kit.db.fetchrow(JOBS)
    late = max(0.0, row["late_s"])
    why = "no worker keeps up" if late > LATE_S else "some failed for good" if row["held"] else ""
    return Part("degraded" if why else "ok", why, {"late_s": round(late, 1), "held": row["held"]})


async def _bus(kit: Kit) -> Part:
    if not kit.settings.nats_url:
        return Part("off", "readers poll")
    return Part("ok") if kit.bus.up else Part("degraded", "not connected; readers poll")


async def _files(kit: Kit) -> Part:
    try:
        await kit.files.delete(await kit.files.put(b"probe"))
    except Exception:  # the store's own errors differ by kind of store
        return Part("degraded", "cannot be written")
    return Part("ok")


async def _exchange(kit: Kit) -> Part:
    if not kit.settings.core_link_url:
        return Part("off")
    link = kit.get(CoreLink)
    if link.breaker.open:
        return Part("degraded", "does not answer")
    return Part("ok") if link.answered_at else Part("unknown", "not asked yet")
