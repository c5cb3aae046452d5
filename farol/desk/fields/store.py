"""Statements on the values of fields. Lock order: the ticket, then what is kept apart."""

from typing import Any

from farol.kit.db import Reads

SHOWN = """
select t.reason, t.status, t.fields, t.seq, t.merged_into, coalesce(a.fields, '{}') as apart,
  coalesce((select s.role from staff s where s.id = $2), '') as role,
  (select coalesce(jsonb_agg(to_jsonb(f) - 'retired_at' order by f.position, f.key), '[]') from field f where f.retired_at is null) as defined
from ticket t left join ticket_field_apart a on a.ticket_id = t.id where t.id = $1"""
LOCK = "select id from ticket where id = $1 for no key update"
SET = "update ticket set fields = $2, seq = seq + 1, updated_at = now() where id = $1 returning seq"
SET_APART = """
insert into ticket_field_apart (ticket_id, fields) values ($1, $2) on conflict (ticket_id) do update set fields = excluded.fields"""
# Who set each of these fields last.
SET_BY = """
select distinct on (k.key) k.key, coalesce(s.name, e.actor) as name
from unnest($2::text[]) k(key) join event e on e.stream = 'ticket:' || $1::bigint and e.kind = 'ticket.fields_set'
  and (e.body->'fields' ? k.key or e.body->'apart' ? k.key)
left join staff s on e.actor = 'staff:' || s.id order by k.key, e.seq desc"""
WROTE = """
select m.body from message m where m.ticket_id = $1 and m.author_kind = 'customer' and not m.internal order by m.seq desc limit $2"""
WROTE_MOST = 20


async def shown(db: Reads, ticket_id: int, staff_id: int) -> Any:
    """Everything a ticket's fields are made of, and the reader's role; None when there is no such ticket."""
    return await db.fetchrow(SHOWN, ticket_id, staff_id)


async def hold(db: Reads, ticket_id: int) -> None:
    """Locks the ticket."""
    await db.execute(LOCK, ticket_id)


async def put(db: Reads, ticket_id: int, fields: dict[str, Any], apart: dict[str, Any] | None) -> int:
    """Writes all values of a ticket that is locked, and those kept apart if given: the seq spent."""
    if apart is not None:
        await db.execute(SET_APART, ticket_id, apart)
    seq: int = await db.fetchval(SET, ticket_id, fields)
    return seq


async def set_by(db: Reads, ticket_id: int, keys: list[str]) -> dict[str, str]:
    """Who set these fields last, by key."""
    return {row["key"]: row["name"] for row in await db.fetch(SET_BY, ticket_id, keys)}


async def wrote(db: Reads, ticket_id: int) -> list[str]:
    """The customer's last words, newest first."""
    return [row["body"] for row in await db.fetch(WROTE, ticket_id, WROTE_MOST)]
