"""Statements on how connections do and what they cost. What waits is counted by channels.messengers' tables."""

from datetime import date

import msgspec

from farol.kit.db import Reads, every

CAME = "update connection set last_in_at = now() where id = $1"
WORKED = "update connection set last_out_at = now(), failures = 0 where id = $1"
FAILED = """
update connection set last_failure_at = now(), last_failure = $2, failures = failures + 1 where id = $1 returning failures"""
COUNT = """
insert into connection_day as d (connection_id, day, kind, n) values ($1, current_date, $2, $3)
on conflict (connection_id, day, kind) do update set n = d.n + excluded.n"""
DAYS = """
select connection_id as id, coalesce(sum(n) filter (where kind = 'failed'), 0)::bigint as failed,
  coalesce(sum(n) filter (where kind <> 'failed'), 0)::bigint as refused
from connection_day where day >= current_date - 1 and connection_id = any($1::bigint[]) group by 1"""
SPEND = """
insert into connection_spent as s (connection_id, month, unit, count, micro)
select c.id, date_trunc('month', now())::date, $2, $3, $3 * coalesce((c.prices->>$2)::bigint, 0) from connection c where c.id = $1
on conflict (connection_id, month, unit) do update set count = s.count + excluded.count, micro = s.micro + excluded.micro"""
MONTH = """
select coalesce(sum(s.micro), 0)::bigint as micro, c.month_limit, c.name from connection c
left join connection_spent s on s.connection_id = c.id and s.month = date_trunc('month', now())::date
where c.id = $1 group by c.id"""
TOLD = "insert into connection_told (connection_id, month, percent) values ($1, date_trunc('month', now())::date, $2) on conflict do nothing returning true"
SPENT = """
select connection_id as id, unit, count, micro from connection_spent
where month = date_trunc('month', now())::date and connection_id = any($1::bigint[]) order by 1, 2"""
MONTHS = """
select month, unit, count, micro from connection_spent where connection_id = $1 order by month desc, unit limit 100"""
OLD = "delete from connection_day where day < current_date - 90"


class Day(msgspec.Struct, frozen=True):
    """What went wrong at a connection since yesterday."""

    id: int
    failed: int
    refused: int


class Used(msgspec.Struct, frozen=True):
    """What a connection used of a unit this month."""

    id: int
    unit: str
    count: int
    micro: int


class MonthUsed(msgspec.Struct, frozen=True):
    """What was used of a unit in a month."""

    month: date
    unit: str
    count: int
    micro: int


class Month(msgspec.Struct, frozen=True):
    """What a connection cost this month, and may."""

    micro: int
    month_limit: int | None
    name: str


async def came(db: Reads, id_: int) -> None:
    """Something came over it."""
    await db.execute(CAME, id_)


async def worked(db: Reads, id_: int) -> None:
    """Something went out over it."""
    await db.execute(WORKED, id_)


async def failed(db: Reads, id_: int, said: str) -> int:
    """Something did not; how often in a row."""
    n: int | None = await db.fetchval(FAILED, id_, said)
    return n or 0


async def count(db: Reads, id_: int, kind: str, n: int = 1) -> None:
    """Adds to today's."""
    await db.execute(COUNT, id_, kind, n)


async def days(db: Reads, ids: list[int]) -> dict[int, Day]:
    """What went wrong lately."""
    return {one.id: one for one in await every(db, Day, DAYS, ids)}


async def spend(db: Reads, id_: int, unit: str, n: int) -> None:
    """Adds to this month's use, at today's price."""
    await db.execute(SPEND, id_, unit, n)


async def month(db: Reads, id_: int) -> Month:
    """What it cost this month, and may."""
    row = await db.fetchrow(MONTH, id_)
    return Month(**row) if row else Month(0, None, "")


async def told(db: Reads, id_: int, percent: int) -> bool:
    """Whether nobody was told of this share this month; from now on they were."""
    return bool(await db.fetchval(TOLD, id_, percent))


async def spent(db: Reads, ids: list[int]) -> list[Used]:
    """What these used this month."""
    return await every(db, Used, SPENT, ids)


async def months(db: Reads, id_: int) -> list[MonthUsed]:
    """What one used, the newest month first."""
    return await every(db, MonthUsed, MONTHS, id_)


async def prune(db: Reads) -> None:
    """Forgets old days."""
    await db.execute(OLD)
