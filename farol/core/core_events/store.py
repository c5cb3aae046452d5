"""Statements of the exchange's events. Lock order: the list, then things by kind and id, then streams by name."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from farol.core.exchange.model import CoreEvent
from farol.kit.db import Reads, every

from .model import Row, Thing

# Things first: whoever puts events in order locks them there. Sorted, so that two batches cannot wait for each other.
THINGS = """
insert into core_entity (kind, id) select distinct kind, id from unnest($1::text[], $2::text[]) g(kind, id) order by 1, 2
on conflict (kind, id) do nothing"""
KEEP = """
insert into core_event (id, type, entity_kind, entity_id, seq, uid, at, data, via, state)
select id, type, kind, entity, seq, uid, at, data::jsonb, $9, 'waiting'
from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::timestamptz[], $8::text[])
  g(id, type, kind, entity, seq, uid, at, data)
order by kind, entity, seq, id on conflict do nothing"""
LOCK = """
select e.kind, e.id, e.applied from core_entity e join unnest($1::text[], $2::text[]) g(kind, id) using (kind, id)
order by 1, 2 for no key update of e"""
WAITING = """
select w.id, w.type, w.entity_kind, w.entity_id, w.seq, w.uid, w.at, w.data
from unnest($1::text[], $2::text[]) g(kind, id)
cross join lateral (
  select * from core_event c where c.state = 'waiting' and c.entity_kind = g.kind and c.entity_id = g.id order by c.seq limit $3) w
order by 3, 4, 5"""
MARK = "update core_event set state = $2 where id = any($1::text[])"
MOVE = """
update core_entity e set applied = g.applied, touched_at = now()
from unnest($1::text[], $2::text[], $3::bigint[]) g(kind, id, applied) where e.kind = g.kind and e.id = g.id"""
MISS = """
insert into core_gap (entity_kind, entity_id, first, last, why)
select * from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[]) on conflict do nothing"""
# What waits although it has its turn: whoever kept it was stopped before saying it.
READY = """
select distinct c.entity_kind as kind, c.entity_id as id from core_event c
join core_entity e on e.kind = c.entity_kind and e.id = c.entity_id
where c.state = 'waiting' and c.seq <= coalesce(e.applied, 0) + 1 limit $1"""
# What waited long enough: the last seq of each thing that did.
OVERDUE = """
select entity_kind as kind, entity_id as id, max(seq) as seq from core_event
where state = 'waiting' and arrived_at < coalesce($1::timestamptz, now()) - $2::interval group by 1, 2 order by 1, 2 limit $3"""
OLD = """
delete from core_event where ctid = any(array(
  select ctid from core_event where arrived_at < now() - $1::interval and state <> 'waiting' limit $2))"""
OLD_THINGS = """
delete from core_entity where ctid = any(array(
  select e.ctid from core_entity e where e.touched_at < now() - $1::interval and not exists (
    select from core_event c where c.entity_kind = e.kind and c.entity_id = e.id) limit $2))"""
OLD_GAPS = "delete from core_gap where at < now() - $1::interval"
OLD_REFUSALS = "delete from core_refusal where day < current_date - $1::interval"
REFUSED = """
insert into core_refusal as r (day, reason, n, last_at)
select current_date, reason, n, now() from unnest($1::text[], $2::bigint[]) g(reason, n) order by reason
on conflict (day, reason) do update set n = r.n + excluded.n, last_at = excluded.last_at"""


async def keep(db: Reads, events: list[CoreEvent], via: str) -> None:
    """Keeps what is new; what is known by its id or its place is dropped."""
    await db.execute(THINGS, [e.entity.kind for e in events], [e.entity.id for e in events])
    await db.execute(
        KEEP, [e.id for e in events], [e.type for e in events], [e.entity.kind for e in events],
        [e.entity.id for e in events], [e.seq for e in events], [e.uid for e in events], [e.at for e in events],
        [msgspec.json.encode(e.data).decode() for e in events], via,
    )  # fmt: skip


async def lock(db: Reads, things: Iterable[Thing]) -> dict[Thing, int | None]:
    """Locks the things and says up to where each was said."""
    kinds, ids = _pairs(things)
    return {Thing(row["kind"], row["id"]): row["applied"] for row in await db.fetch(LOCK, kinds, ids)}


async def waiting(db: Reads, things: Iterable[Thing], most: int) -> list[Row]:
    """The events of these things that wait, in order, at most so many of each."""
    return await every(db, Row, WAITING, *_pairs(things), most)


async def mark(db: Reads, rows: list[Row], state: str) -> None:
    """Moves events on."""
    await db.execute(MARK, [row.id for row in rows], state)


async def move(db: Reads, applied: dict[Thing, int]) -> None:
    """Up to where things are said now."""
    await db.execute(MOVE, *_pairs(applied), list(applied.values()))


async def miss(db: Reads, missing: list[tuple[Thing, int, int]], why: str) -> None:
    """Remembers what was passed over."""
    await db.execute(
        MISS, *_pairs(thing for thing, _, _ in missing), [first for _, first, _ in missing],
        [last for _, _, last in missing], [why] * len(missing),
    )  # fmt: skip


async def ready(db: Reads, most: int) -> list[Thing]:
    """Things of which something can be said."""
    return [Thing(row["kind"], row["id"]) for row in await db.fetch(READY, most)]


async def overdue(db: Reads, now: datetime | None, waited: timedelta, most: int) -> dict[Thing, int]:
    """Things of which something has waited that long, and its last seq."""
    return {Thing(row["kind"], row["id"]): row["seq"] for row in await db.fetch(OVERDUE, now, waited, most)}


async def prune(db: Reads, kept: timedelta, things_kept: timedelta, most: int) -> int:
    """Forgets what is old, at most so many of each; says how many events went."""
    gone = await db.execute(OLD, kept, most)
    await db.execute(OLD_THINGS, things_kept, most)
    await db.execute(OLD_GAPS, things_kept)
    await db.execute(OLD_REFUSALS, things_kept)
    return int(gone.rpartition(" ")[2])


async def refused(db: Reads, counts: dict[str, int]) -> None:
    """Adds to today's counts."""
    await db.execute(REFUSED, list(counts), list(counts.values()))


def _pairs(things: Iterable[Thing]) -> tuple[list[str], list[str]]:
    listed = list(things)
    return [thing.kind for thing in listed], [thing.id for thing in listed]
