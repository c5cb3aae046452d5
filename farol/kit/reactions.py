"""Reactions: what follows from an event, exactly once per event and in each stream's order.

The cursor by (xid, id) below the snapshot's horizon finds changed streams and never skips; a stream's own
gap-free seq orders them; progress per (reaction, stream) is stored in the transaction of the effects.
A wake-up starts a step at once; the sweep finds what was lost. A failing stream is parked, alone.
"""

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import NamedTuple

import structlog

from . import clock, db
from .core import Kit
from .db import Tx
from .events import WAKE, Event, Recorded

log = structlog.get_logger()
Said = tuple[str, bytes]
"""Subject and data of something for the bus, said once the effects are committed; a hint only."""
React = Callable[[Kit, Tx, Recorded], Awaitable[list[Said] | None]]
MOST_TRIES = 8
PAGE = 1000
STEP = 100


class Reaction(NamedTuple):
    """A named reader of the log and the kinds it cares about."""

    name: str
    kinds: frozenset[str]
    run: React


REACTIONS: dict[str, Reaction] = {}


def reaction(name: str, *kinds: type[Event]) -> Callable[[React], React]:
    """Registers a reaction to these kinds of event. The name is stored with its progress: never reuse one."""

    def register(run: React) -> React:
        if name in REACTIONS:
            raise TypeError(f"two reactions share the name {name}")
        REACTIONS[name] = Reaction(name, frozenset(kind.kind for kind in kinds), run)
        return run

    return register


CURSOR_START = "insert into cursor (reader) values ($1) on conflict do nothing"
CURSOR = "select xid::text, id from cursor where reader = $1"
CURSOR_PAGE = """
select xid::text as xid, id, stream, kind from event
where (xid, id) > ($1::text::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
order by xid, id limit $3"""
CURSOR_MOVE = "update cursor set xid = $2::text::xid8, id = $3 where reader = $1"
PROGRESS_START = "insert into progress (reaction, stream, seq) values ($1, $2, 0) on conflict do nothing"
# The locked progress row is re-read after waiting for it, so events that another worker took meanwhile are not taken again.
TAKE = """
with p as materialized (select seq from progress where reaction = $1 and stream = $2 for update)
select p.seq as done, k.due > $3 or k.dead as waits, k.due is not null as was_parked,
  e.stream, e.seq, e.kind, e.actor, e.public, e.body, e.at
from p left join parked k on k.reaction = $1 and k.stream = $2
left join lateral (select * from event e where e.stream = $2 and e.seq > p.seq order by e.seq limit $4) e on true
order by e.seq"""
PROGRESS_MOVE = "update progress set seq = $3 where reaction = $1 and stream = $2"
PARK = """
insert into parked as p (reaction, stream, attempts, due, error) values ($1, $2, 1, $3, $4)
on conflict (reaction, stream) do update set attempts = p.attempts + 1, due = $3, error = $4, at = now(),
  dead = p.attempts + 1 >= $5
returning attempts, dead"""
ATTEMPTS = "select attempts from parked where reaction = $1 and stream = $2"
UNPARK = "delete from parked where reaction = $1 and stream = $2"
DUE = "select reaction, stream from parked where due <= $1 and not dead limit 100"
REQUEUE = "update parked set dead = false, attempts = 0, due = now() where reaction = $1 and stream = $2"
# Most events concern few reactions: one look says which, instead of a transaction for each.
CONCERNED = """
select distinct r.name from unnest($2::text[], $3::text[]) r(name, kind)
join event e on e.stream = $1 and e.kind = r.kind
  and e.seq > coalesce((select p.seq from progress p where p.reaction = r.name and p.stream = $1), 0)"""
HORIZON = """
select pid, application_name, coalesce(extract(epoch from now() - xact_start), 0)::float8 as age from pg_stat_activity
where backend_xid is not null order by age desc limit 1"""


class Reactor:
    """Runs all registered reactions of this process. Several processes may run it side by side."""

    def __init__(self, kit: Kit, reactions: dict[str, Reaction] | None = None, *, sweep_s: float = 1.0) -> None:
        self._kit, self._sweep_s = kit, sweep_s
        self._by_name = REACTIONS if reactions is None else reactions
        pairs = [(each.name, kind) for each in self._by_name.values() for kind in each.kinds]
        self._names, self._kinds = [name for name, _ in pairs], [kind for _, kind in pairs]
        self._streams: asyncio.Queue[str] = asyncio.Queue()
        self._queued: set[str] = set()
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self, workers: int = 2) -> None:
        """Listens for wake-ups and sweeps until stopped."""
        await self._kit.db.execute(CURSOR_START, "reactions")
        await self._kit.bus.subscribe(WAKE, self._woken)
        self._tasks = [asyncio.create_task(self._work()) for _ in range(workers)]
        self._tasks.append(asyncio.create_task(self._sweeping()))

    async def stop(self) -> None:
        """Lets no new step begin and waits for running ones to end or roll back."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _woken(self, data: bytes) -> None:
        self._add(data.decode().partition(" ")[0])

    def _add(self, stream: str) -> None:
        if stream not in self._queued:
            self._queued.add(stream)
            self._streams.put_nowait(stream)

    async def _work(self) -> None:
        while True:
            stream = await self._streams.get()
            self._queued.discard(stream)
            try:
                for name in await self.concerned(stream):
                    await self._catch_up(self._by_name[name], stream)
            except db.LOST:
                continue  # the sweep comes back to it
            except Exception:
                log.exception("reactions.stream_failed", stream=stream)

    async def concerned(self, stream: str) -> list[str]:
        """The names of reactions for which the stream holds something new, in the order of their registration."""
        found = {row["name"] for row in await self._kit.db.fetch(CONCERNED, stream, self._names, self._kinds)}
        return [name for name in self._by_name if name in found]

    async def _sweeping(self) -> None:
        while True:
            try:
                await self.sweep()
            except db.LOST:
                log.warning("reactions.database_lost")
            except Exception:
                log.exception("reactions.sweep_failed")
            await asyncio.sleep(self._sweep_s)

    async def sweep(self) -> int:
        """One pass over the log below the horizon and over what is parked and due. Returns events passed."""
        pool, passed = self._kit.db, 0
        while True:
            at = await pool.fetchrow(CURSOR, "reactions")
            rows = await pool.fetch(CURSOR_PAGE, at["xid"], at["id"], PAGE) if at else []
            if not rows:
                break
            streams = {row["stream"] for row in rows}
            for each in self._by_name.values():
                wanted = {row["stream"] for row in rows if row["kind"] in each.kinds}
                for stream in streams & wanted:
                    await self._catch_up(each, stream)
            # Several processes sweep: a cursor that another has moved further may fall back a page, which is harmless.
            await pool.execute(CURSOR_MOVE, "reactions", rows[-1]["xid"], rows[-1]["id"])
            passed += len(rows)
        for row in await pool.fetch(DUE, clock.now()):
            if each_due := self._by_name.get(row["reaction"]):
                await self._catch_up(each_due, row["stream"])
        return passed

    async def _catch_up(self, each: Reaction, stream: str) -> None:
        while await self.step(each, stream) == STEP:
            pass

    async def step(self, each: Reaction, stream: str) -> int:
        """The next events of one stream for one reaction, in one transaction. Returns how many it took, at most STEP."""
        try:
            async with db.transaction(self._kit.db) as tx:
                count, said = await self._take(tx, each, stream)
        except db.LOST:
            raise
        except Exception as error:
            await self._park(each, stream, error)
            return 0
        for subject, data in said:
            await self._kit.bus.publish(subject, data)
        return count

    async def _take(self, tx: Tx, each: Reaction, stream: str) -> tuple[int, list[Said]]:
        rows = await tx.fetch(TAKE, each.name, stream, clock.now(), STEP)
        if not rows:
            await tx.execute(PROGRESS_START, each.name, stream)
            rows = await tx.fetch(TAKE, each.name, stream, clock.now(), STEP)
        if rows[0]["waits"] or rows[0]["seq"] is None:
            return 0, []
        said: list[Said] = []
        for row in rows:
            if row["kind"] in each.kinds:
                said += await each.run(self._kit, tx, Recorded(*(row[name] for name in Recorded.__struct_fields__))) or []
        await tx.execute(PROGRESS_MOVE, each.name, stream, rows[-1]["seq"])
        if rows[0]["was_parked"]:
            await tx.execute(UNPARK, each.name, stream)
        return len(rows), said

    async def _park(self, each: Reaction, stream: str, error: Exception) -> None:
        what = "".join(traceback.format_exception_only(error)).strip()[:500]
        tries = await self._kit.db.fetchval(ATTEMPTS, each.name, stream) or 0
        due = clock.now() + timedelta(seconds=min(2**tries, 600))
        row = await self._kit.db.fetchrow(PARK, each.name, stream, due, what, MOST_TRIES)
        assert row
        log.error("reaction.failed", reaction=each.name, stream=stream, attempts=row["attempts"], dead=row["dead"], exc_info=error)


async def requeue(kit: Kit, name: str, stream: str) -> None:
    """Tries a dead reaction again, as an operator asks."""
    await kit.db.execute(REQUEUE, name, stream)


async def horizon(kit: Kit) -> tuple[float, str]:
    """Age in seconds of the oldest writing transaction, which holds the cursor, and who runs it."""
    row = await kit.db.fetchrow(HORIZON)
    return (row["age"], f"pid {row['pid']} ({row['application_name']})") if row else (0.0, "")
