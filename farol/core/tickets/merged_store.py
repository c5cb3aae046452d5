"""Where a ticket goes on that was merged into another."""

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
