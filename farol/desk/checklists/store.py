"""Statements on ticked steps."""

from typing import Any

from farol.kit.db import Reads

from .model import Done

REASON = "select reason from ticket where id = $1"
LOCK = "select reason from ticket where id = $1 for no key update"
# The newest of each step: done while nobody reopened it.
TICKS = """
select distinct on (k.step) k.step, k.reason, k.ticked_by, s.name as ticked_name, k.ticked_at, k.reopened_by, r.name as reopened_name, k.reopened_at
from checklist_tick k join staff s on s.id = k.ticked_by left join staff r on r.id = k.reopened_by
where k.ticket_id = $1 order by k.step, k.id desc"""
TICK = """
insert into checklist_tick (ticket_id, step, reason, ticked_by) values ($1, $2, $3, $4)
on conflict (ticket_id, step) where reopened_at is null do nothing returning id"""
REOPEN = """
update checklist_tick set reopened_by = $3, reopened_at = now() where ticket_id = $1 and step = $2 and reopened_at is null
returning id"""


async def reason(db: Reads, ticket_id: int) -> tuple[bool, str | None]:
    """Whether there is such a ticket, and what it is about."""
    row = await db.fetchrow(REASON, ticket_id)
    return row is not None, row["reason"] if row else None


async def lock(db: Reads, ticket_id: int) -> tuple[bool, str | None]:
    """The same, with the ticket held until the end of the transaction."""
    row = await db.fetchrow(LOCK, ticket_id)
    return row is not None, row["reason"] if row else None


async def ticks(db: Reads, ticket_id: int) -> tuple[dict[str, Done], dict[str, Done]]:
    """Steps that are done, in order of time, and steps that were reopened, by key."""
    rows = sorted(await db.fetch(TICKS, ticket_id), key=lambda row: row["ticked_at"])
    return ({r["step"]: _ticked(r) for r in rows if r["reopened_at"] is None}, {r["step"]: _reopened(r) for r in rows if r["reopened_at"]})


def _ticked(row: Any) -> Done:
    return Done(row["ticked_by"], row["ticked_name"], row["ticked_at"], row["reason"])


def _reopened(row: Any) -> Done:
    return Done(row["reopened_by"], row["reopened_name"], row["reopened_at"], row["reason"])


async def tick(db: Reads, ticket_id: int, step: str, reason: str, staff_id: int) -> bool:
    """Ticks a step; False when it was ticked already."""
    return await db.fetchval(TICK, ticket_id, step, reason, staff_id) is not None


async def reopen(db: Reads, ticket_id: int, step: str, staff_id: int) -> bool:
    """Takes the tick away; False when there was none."""
    return await db.fetchval(REOPEN, ticket_id, step, staff_id) is not None
