"""Statements on shifts."""

from datetime import datetime

from farol.kit.db import Reads, Tx, every, one

from .model import Hour, Missing, Shift, Worker

SHIFTS = """
select id, staff_id, starts_at, ends_at, note from shift
where removed_at is null and starts_at < $2 and ends_at > $1 order by starts_at, staff_id limit 5000"""
OWN = """
select id, staff_id, starts_at, ends_at, note from shift
where removed_at is null and staff_id = $1 and ends_at > $2 order by starts_at limit 30"""
SHIFT = "select id, staff_id, starts_at, ends_at, note from shift where id = $1 and removed_at is null for update"
PEOPLE = """
select s.id, s.name, s.role, coalesce(a.state, 'offline') as state,
  coalesce((select array_agg(distinct k.language order by k.language) from skill k where k.staff_id = s.id), '{}') as languages
from staff s left join agent_state a on a.staff_id = s.id
where s.disabled_at is null and s.role = any($1::text[]) order by s.name, s.id limit 1000"""
PERSON = "select id from staff where id = $1 and disabled_at is null and role = any($2::text[]) for no key update"
CLASH = """
select id, staff_id, starts_at, ends_at, note from shift
where removed_at is null and staff_id = $1 and starts_at < $3 and ends_at > $2 and id is distinct from $4 order by starts_at limit 1"""
ADD = """
insert into shift (staff_id, starts_at, ends_at, note, planned_by, at) values ($1, $2, $3, $4, $5, now())
returning id, staff_id, starts_at, ends_at, note"""
MOVE = """
update shift set starts_at = $2, ends_at = $3, note = $4, planned_by = $5, at = now() where id = $1
returning id, staff_id, starts_at, ends_at, note"""
REMOVE = "update shift set removed_at = now(), planned_by = $2 where id = $1 and removed_at is null returning staff_id"
HOURS = """
with hour as (select h as at from generate_series($1::timestamptz, $2::timestamptz - interval '1 hour', interval '1 hour') h),
past as (
  select h.at, w, (select count(*) from ticket t where t.merged_into is null
    and t.opened_at >= h.at - w * interval '7 days' and t.opened_at < h.at - w * interval '7 days' + interval '1 hour') as n
  from hour h, generate_series(1, $3) w
  where h.at - w * interval '7 days' >= (select min(opened_at) from ticket) and h.at - w * interval '7 days' + interval '1 hour' <= now())
select h.at,
  (select count(distinct s.staff_id) from shift s where s.removed_at is null
    and s.starts_at <= h.at + interval '30 minutes' and s.ends_at >= h.at + interval '30 minutes')::int as people,
  (select percentile_cont(0.5) within group (order by p.n) from past p where p.at = h.at) as usual
from hour h order by h.at"""
MISSING = """
select s.staff_id, f.name, s.starts_at as since from shift s join staff f on f.id = s.staff_id left join agent_state a on a.staff_id = s.staff_id
where s.removed_at is null and s.starts_at <= now() - interval '5 minutes' and s.ends_at > now()
  and coalesce(a.state, 'offline') = 'offline' and f.disabled_at is null order by s.starts_at, f.name limit 100"""


async def shifts(db: Reads, since: datetime, until: datetime) -> list[Shift]:
    """Shifts that touch a period."""
    return await every(db, Shift, SHIFTS, since, until)


async def own(db: Reads, staff_id: int, after: datetime) -> list[Shift]:
    """A person's shifts that are not over."""
    return await every(db, Shift, OWN, staff_id, after)


async def shift(tx: Tx, id_: int) -> Shift | None:
    """One shift of the plan, held."""
    return await one(tx, Shift, SHIFT, id_)


async def people(db: Reads, roles: list[str]) -> list[Worker]:
    """Everybody of these roles."""
    return await every(db, Worker, PEOPLE, roles)


async def hold(tx: Tx, staff_id: int, roles: list[str]) -> bool:
    """Holds a person's plan until the transaction ends; False when nobody of these roles is that."""
    return bool(await tx.fetchval(PERSON, staff_id, roles))


async def clash(tx: Tx, staff_id: int, starts_at: datetime, ends_at: datetime, but: int | None = None) -> Shift | None:
    """The first shift of the person that overlaps, ``but`` aside."""
    return await one(tx, Shift, CLASH, staff_id, starts_at, ends_at, but)


async def add(tx: Tx, staff_id: int, starts_at: datetime, ends_at: datetime, note: str, by: str) -> Shift:
    """A new shift."""
    made = await one(tx, Shift, ADD, staff_id, starts_at, ends_at, note, by)
    assert made
    return made


async def move(tx: Tx, id_: int, starts_at: datetime, ends_at: datetime, note: str, by: str) -> Shift:
    """The shift at another time."""
    made = await one(tx, Shift, MOVE, id_, starts_at, ends_at, note, by)
    assert made
    return made


async def remove(tx: Tx, id_: int, by: str) -> int | None:
    """Takes a shift off the plan: whose it was."""
    staff_id: int | None = await tx.fetchval(REMOVE, id_, by)
    return staff_id


async def hours(db: Reads, since: datetime, until: datetime, weeks: int) -> list[Hour]:
    """Each hour of a period: people planned, and what it usually brings."""
    return await every(db, Hour, HOURS, since, until, weeks)


async def missing(db: Reads) -> list[Missing]:
    """Who should be here since five minutes and is offline."""
    return await every(db, Missing, MISSING)
