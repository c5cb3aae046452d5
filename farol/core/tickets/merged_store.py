"""Where a ticket goes on that was merged into another."""

import msgspec

from farol.kit.db import Reads, one

GOES_ON = """
with recursive way as (
  select id, number, customer_id, merged_into, 0 as n from ticket where id = $1
  union all
  select t.id, t.number, t.customer_id, t.merged_into, w.n + 1 from way w join ticket t on t.id = w.merged_into where w.n < 200)
select id, number, customer_id from way where merged_into is null"""


class GoesOn(msgspec.Struct, frozen=True):
    """The ticket that has the conversation."""

    id: int
    number: str
    customer_id: int


async def goes_on(db: Reads, ticket_id: int) -> GoesOn | None:
    """The ticket in which this one goes on, itself when it was not merged; None when there is no such ticket."""
    return await one(db, GoesOn, GOES_ON, ticket_id)
