"""Statements of tickets that are put aside until a time. Lock order: ticket, then its snooze. All times are the database's."""

from datetime import datetime
from typing import Any

from farol.kit.db import Reads

from .model import Aside, Snooze, Waiting

HELD = "select id, status, owner_id, merged_into, now() as now from ticket where id = $1 for no key update"
ASIDE = """
update ticket set seq = seq + 1, updated_at = now(), snoozed_until = $2 where id = $1 returning seq"""
KEEP = """
insert into snooze (ticket_id, staff_id, until, note, seq) values ($1, $2, $3, $4, $5)
on conflict (ticket_id) do update set staff_id = excluded.staff_id, until = excluded.until, note = excluded.note,
  seq = excluded.seq, at = now()"""
# before: only one that was begun before this event of the ticket; a later one is another matter.
END = "delete from snooze where ticket_id = $1 and seq < $2 returning until"
BACK = "update ticket set seq = seq + 1, updated_at = now(), snoozed_until = null where id = $1 returning seq"
DUE = """
with due as materialized (
  select id from ticket where snoozed_until <= coalesce($2::timestamptz, now()) order by snoozed_until, id limit $1 for no key update skip locked),
back as (
  update ticket t set snoozed_until = null, seq = t.seq + 1, updated_at = now() from due where t.id = due.id
  returning t.id, t.number, t.owner_id, t.seq, old.snoozed_until as until),
gone as (delete from snooze s using back where s.ticket_id = back.id returning s.ticket_id, s.staff_id, s.note)
select back.id, back.number, back.owner_id, back.seq, back.until, gone.staff_id, coalesce(gone.note, '') as note
from back left join gone on gone.ticket_id = back.id order by back.until, back.id"""
SHOWN = """
select z.until, s.name as by, z.note, z.at, w.since, w.reminded_at, w.next_at
from ticket t left join snooze z on z.ticket_id = t.id and t.snoozed_until is not null left join staff s on s.id = z.staff_id
left join pending_wait w on w.ticket_id = t.id and t.status = 'pending' where t.id = $1"""


async def hold(db: Reads, ticket_id: int) -> Any:
    """Locks a ticket: how it stands, and the time."""
    return await db.fetchrow(HELD, ticket_id)


async def put(db: Reads, ticket_id: int, staff_id: int, until: datetime, note: str) -> int:
    """Puts a ticket aside: the seq spent."""
    seq: int = await db.fetchval(ASIDE, ticket_id, until)
    await db.execute(KEEP, ticket_id, staff_id, until, note, seq)
    return seq


async def end(db: Reads, ticket_id: int, before: int) -> datetime | None:
    """Ends the snooze that was begun before this seq: until when it was to last."""
    until: datetime | None = await db.fetchval(END, ticket_id, before)
    return until


async def back(db: Reads, ticket_id: int) -> int:
    """Brings a ticket back into the lists: the seq spent."""
    seq: int = await db.fetchval(BACK, ticket_id)
    return seq


async def due(db: Reads, most: int, now: datetime | None) -> list[Any]:
    """Brings back what is due, the longest overdue first; another worker's are passed by."""
    return await db.fetch(DUE, most, now)


async def aside(db: Reads, ticket_id: int) -> Aside:
    """Why a ticket is not worked on now."""
    r = await db.fetchrow(SHOWN, ticket_id)
    if r is None:
        return Aside(None, None)
    return Aside(
        Snooze(r["until"], r["by"], r["note"], r["at"]) if r["until"] else None,
        Waiting(r["since"], r["reminded_at"], r["next_at"]) if r["since"] else None)
