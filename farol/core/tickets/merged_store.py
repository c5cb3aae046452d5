"""Where a ticket goes on that was merged into another, and whose it is from now on."""

from typing import Any

import msgspec

from farol.kit.db import Reads, every, one

GOES_ON = """
with recursive way as (
  select id, number, customer_id, merged_into, 0 as n from ticket where id = $1
  union all
  select t.id, t.number, t.customer_id, t.merged_into, w.n + 1 from way w join ticket t on t.id = w.merged_into where w.n < 200)
select id, number, customer_id from way where merged_into is null"""

CAME = """
with recursive below as (
  select id, number, customer_id, 1 as n from ticket where merged_into = $1
  union all
  select t.id, t.number, t.customer_id, b.n + 1 from below b join ticket t on t.merged_into = b.id where b.n < 200)
select id, number, customer_id from below where customer_id = $2 order by id"""

# What stands open, and what was merged into it, with how far its customer has read.
MOVE = """
with recursive mine as (
  select t.id from ticket t join customer c on c.id = t.customer_id
  where t.customer_id = $1 and c.uid is null and t.status <> 'closed' and t.merged_into is null
  union select t.id from mine m join ticket t on t.merged_into = m.id where t.customer_id = $1),
locked as materialized (select id from ticket where id in (select id from mine) order by id for no key update),
marks as (
  insert into read_mark (ticket_id, reader, reader_id, seq)
  select r.ticket_id, r.reader, $2, r.seq from read_mark r join locked l on l.id = r.ticket_id where r.reader = 'customer' and r.reader_id = $1
  on conflict do nothing)
update ticket t set customer_id = $2, seq = t.seq + 1, updated_at = now() from locked l where t.id = l.id and t.customer_id = $1
returning t.id as ticket_id, t.number, t.seq, t.merged_into is null as open"""


class GoesOn(msgspec.Struct, frozen=True):
    """The ticket that has the conversation."""

    id: int
    number: str
    customer_id: int


async def goes_on(db: Reads, ticket_id: int) -> GoesOn | None:
    """The ticket in which this one goes on, itself when it was not merged; None when there is no such ticket."""
    return await one(db, GoesOn, GOES_ON, ticket_id)


async def came(db: Reads, ticket_id: int, customer_id: int) -> list[GoesOn]:
    """Tickets of this customer that were merged into it, and into those."""
    return await every(db, GoesOn, CAME, ticket_id, customer_id)


async def move(db: Reads, visitor_id: int, customer_id: int) -> list[dict[str, Any]]:
    """A visitor's tickets that are the customer's now, by their ids."""
    return sorted((dict(row) for row in await db.fetch(MOVE, visitor_id, customer_id)), key=lambda row: row["ticket_id"])
