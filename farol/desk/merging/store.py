"""Statements on merges. Both tickets are locked in id order before anything is read of them."""

from datetime import datetime
from typing import Any

import msgspec

from farol.kit.db import Reads, every, one

from .model import Joined, MergedTicket, Name, Side, SplitOff

LOCK = "select id from ticket where id = any($1::bigint[]) order by id for no key update"
SIDES = """
select t.id, t.number, t.customer_id, c.uid, c.email, t.status, t.stage, t.waiting_since, t.merged_into, t.version
from ticket t join customer c on c.id = t.customer_id where t.id = any($1::bigint[])"""
NUMBER = "select number from ticket where id = $1"
BELOW = """
with recursive below as (
  select id from ticket where id = any($1::bigint[])
  union select t.id from below b join ticket t on t.merged_into = b.id)
select count(*) from below"""
MERGE = """
insert into merge (ticket_id, into_id, staff_id, why, before) values ($1, $2, $3, $4, $5)"""
JOIN = """
update ticket set merged_into = $2, status = 'closed', stage = null, snoozed_until = null, waiting_since = null,
  version = version + 1, seq = seq + $3, updated_at = now()
where id = $1
returning seq, version, (select count(*) from message m where m.ticket_id = $1 and not m.internal) as messages"""
# Whoever waited there waits here now; what was put aside or done is open again.
TAKE_IN = """
update ticket set waiting_since = least(waiting_since, $2::timestamptz), updated_at = now(),
  seq = seq + 1 + ($2::timestamptz is not null and status in ('pending', 'resolved'))::int,
  version = version + ($2::timestamptz is not null and status in ('pending', 'resolved'))::int,
  stage = case when $2::timestamptz is not null and status in ('pending', 'resolved') then null else stage end,
  resolved_at = case when $2::timestamptz is not null then null else resolved_at end,
  status = case when $2::timestamptz is not null and status in ('pending', 'resolved') then 'open' else status end
where id = $1 returning seq, version, old.status <> new.status as opened"""
STANDING = """
select id, into_id, before from merge where ticket_id = $1 and undone_at is null for no key update"""
UNDO = "update merge set undone_at = now(), undone_by = $2 where id = $1"
PART = """
update ticket set merged_into = null, status = $2, stage = $3, waiting_since = $4, resolved_at = $5, version = version + 1,
  seq = seq + $6, updated_at = now()
where id = $1 returning seq, version"""
# Who waits here still: own words nobody answered, or those of tickets that stay merged.
LET_GO = """
update ticket t set seq = t.seq + 1, updated_at = now(), waiting_since = case when t.waiting_since is not null then least(
  (select min(m.at) from message m where m.ticket_id = t.id and m.author_kind = 'customer' and m.seq > a.seq),
  (select min((g.before->>'waiting_since')::timestamptz) from merge g
    where g.into_id = t.id and g.undone_at is null and g.at > a.at)) end
from (select coalesce(max(seq), 0) as seq, coalesce(max(at), '-infinity') as at from message
  where ticket_id = $1 and author_kind = 'staff' and not internal) a
where t.id = $1 returning t.seq"""
WAS = "select resolved_at from ticket where id = $1"
INTO = """
select n.id, n.number from ticket t join ticket n on n.id = t.merged_into where t.id = $1"""
MERGED = """
with recursive below as (
  select t.id, t.merged_into as into_id, 1 as depth from ticket t where t.merged_into = $1
  union all select t.id, t.merged_into, b.depth + 1 from below b join ticket t on t.merged_into = b.id where b.depth < 200)
select t.id, t.number, t.subject, t.channel, b.into_id as into, t.opened_at, g.at, coalesce(s.name, '') as by, g.why,
  t.customer_id <> (select o.customer_id from ticket o where o.id = $1) as mailed,
  (select count(*)::int from message m where m.ticket_id = t.id) as messages,
  coalesce((select max(m.seq) from message m where m.ticket_id = t.id), 0) as last_seq
from below b join ticket t on t.id = b.id join merge g on g.ticket_id = t.id and g.undone_at is null
left join staff s on s.id = g.staff_id
where not exists (select from split x where x.ticket_id = t.id and x.undone_at is not null)
order by t.opened_at, t.id"""
SPLIT_FROM = """
select f.id, f.number from split x join ticket f on f.id = x.from_id where x.ticket_id = $1 and x.undone_at is null"""
SPLITS = """
select t.id, t.number, x.seqs, x.at, s.name as by, not exists (select from event e where e.stream = 'ticket:' || t.id
    and e.seq > x.seq and e.actor <> 'system:0' and e.kind <> 'ticket.read') as undoable
from split x join ticket t on t.id = x.ticket_id join staff s on s.id = x.staff_id
where x.from_id = $1 and x.undone_at is null order by x.at, t.id"""


class Standing(msgspec.Struct, frozen=True):
    """A merge that was not taken back. before: how the ticket stood."""

    id: int
    into_id: int
    before: dict[str, Any]


async def lock(db: Reads, ids: list[int]) -> None:
    """Locks tickets until the end of the transaction."""
    await db.execute(LOCK, ids)


async def sides(db: Reads, ids: list[int]) -> dict[int, Side]:
    """Tickets by id, as they stand now; call ``lock`` before."""
    return {side.id: side for side in await every(db, Side, SIDES, ids)}


async def number(db: Reads, ticket_id: int) -> str:
    """What people quote."""
    return await db.fetchval(NUMBER, ticket_id) or ""


async def size(db: Reads, ids: list[int]) -> int:
    """How many tickets these and all that were merged into them are."""
    count: int = await db.fetchval(BELOW, ids)
    return count


async def standing(db: Reads, ticket_id: int) -> Standing | None:
    """The ticket's merge, locked."""
    return await one(db, Standing, STANDING, ticket_id)


async def resolved_at(db: Reads, ticket_id: int) -> datetime | None:
    """When it was resolved, if it is."""
    at: datetime | None = await db.fetchval(WAS, ticket_id)
    return at


async def joined(db: Reads, ticket_id: int) -> Joined:
    """What a ticket was joined with and split into."""
    return Joined(
        await one(db, Name, INTO, ticket_id), await every(db, MergedTicket, MERGED, ticket_id),
        await one(db, Name, SPLIT_FROM, ticket_id), await every(db, SplitOff, SPLITS, ticket_id))
