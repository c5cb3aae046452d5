"""Statements of reading the exchange's own list of events, and of the operator's view."""

from datetime import datetime, timedelta

import msgspec

from farol.kit.db import Reads, every, one

from .model import Arrivals, Arrived, Gap, ListState, Lost, Refused

BEGIN = "insert into core_list default values on conflict do nothing"
TAKE = """
update core_list set leased_until = now() + $1::interval, read_at = now() where leased_until < now()
returning after, begun_at"""
MOVE = """
update core_list set after = $1, unreadable = unreadable + $2, leased_until = now() + $3::interval"""
END = """
update core_list set leased_until = '-infinity', problem = $1, complete_at = case when $2 then now() else complete_at end"""
STATE = "select read_at, complete_at, problem, unreadable from core_list"
ARRIVALS = """
select (select max(arrived_at) from core_event where via = 'webhook') as last_webhook,
  (select max(arrived_at) from core_event where via = 'list') as last_listed,
  (select count(*) from core_event where arrived_at > now() - interval '1 hour') as hour,
  (select count(*) from core_event where arrived_at > now() - interval '1 day') as day"""
# Steps from one type to the next along the index, so that a month of events is not read through.
ARRIVED = """
with recursive t(type) as (
  (select type from core_event order by type limit 1)
  union all
  select (select c.type from core_event c where c.type > t.type order by c.type limit 1) from t where t.type is not null)
select t.type, (select max(c.arrived_at) from core_event c where c.type = t.type) as last_at,
  (select count(*) from core_event c where c.type = t.type and c.arrived_at > now() - interval '1 day') as day
from t where t.type is not null limit $1"""
WAITING = "select count(*) from core_event where state = 'waiting'"
GAPS = """
select e.kind, e.id, e.applied as said, min(c.seq) as held, count(*) as waiting, min(c.arrived_at) as since
from core_event c join core_entity e on e.kind = c.entity_kind and e.id = c.entity_id
where c.state = 'waiting' group by e.kind, e.id, e.applied order by since, 1, 2 limit $1"""
LOST = """
select entity_kind as kind, entity_id as id, first, last, why, at from core_gap order by at desc, 1, 2, 3 limit $1"""
REFUSED = """
select reason, coalesce(sum(n) filter (where day = current_date), 0)::bigint as day, sum(n)::bigint as week, max(last_at) as last_at
from core_refusal where day > current_date - 7 group by reason order by reason"""


class Place(msgspec.Struct, frozen=True):
    """Where reading goes on: after the event of that id; without one from ``begun_at``."""

    after: str
    begun_at: datetime


async def take(db: Reads, lease: timedelta) -> Place | None:
    """The list, for one worker alone; None while another reads it."""
    await db.execute(BEGIN)
    return await one(db, Place, TAKE, lease)


async def move(db: Reads, after: str, unreadable: int, lease: timedelta) -> None:
    """It was read up to there."""
    await db.execute(MOVE, after, unreadable, lease)


async def end(db: Reads, problem: str, *, complete: bool) -> None:
    """Gives the list back."""
    await db.execute(END, problem, complete)


async def state(db: Reads) -> ListState:
    """How the reading goes."""
    return await one(db, ListState, STATE) or ListState()


async def arrivals(db: Reads) -> Arrivals:
    """What came."""
    found = await one(db, Arrivals, ARRIVALS)
    assert found
    return found


async def arrived(db: Reads, most: int) -> list[Arrived]:
    """Each type that came, by name."""
    return await every(db, Arrived, ARRIVED, most)


async def count_waiting(db: Reads) -> int:
    """How many events wait for an earlier one."""
    number: int = await db.fetchval(WAITING)
    return number


async def gaps(db: Reads, most: int) -> list[Gap]:
    """Things with events that wait, longest first."""
    return await every(db, Gap, GAPS, most)


async def lost(db: Reads, most: int) -> list[Lost]:
    """What was passed over, last first."""
    return await every(db, Lost, LOST, most)


async def refused(db: Reads) -> list[Refused]:
    """Webhooks turned away today and within seven days."""
    return await every(db, Refused, REFUSED)
