"""The number that the next event of a ticket takes."""

from farol.kit.db import Reads

NEXT = "update ticket set seq = seq + 1 where id = $1 returning seq"


async def bump(db: Reads, ticket_id: int) -> int:
    """Spends a number of the ticket, which is locked until the transaction ends."""
    seq: int = await db.fetchval(NEXT, ticket_id)
    return seq
