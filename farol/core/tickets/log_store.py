"""The number that the next event of a ticket takes, and what its log says already."""

from farol.kit.db import Reads

NEXT = "update ticket set seq = seq + 1 where id = $1 returning seq"
LOCK = "select from ticket where id = $1 for no key update"
NOTED = "select exists (select from event where stream = 'ticket:' || $1::bigint and kind = $2 and body ->> 'name' = $3)"


async def bump(db: Reads, ticket_id: int) -> int:
    """Spends a number of the ticket, which is locked until the transaction ends."""
    seq: int = await db.fetchval(NEXT, ticket_id)
    return seq


async def lock(db: Reads, ticket_id: int) -> None:
    """Its log grows only here until the transaction ends."""
    await db.execute(LOCK, ticket_id)


async def noted(db: Reads, ticket_id: int, kind: str, name: str) -> bool:
    """Whether this was said under that name. Ask while the ticket is locked."""
    return bool(await db.fetchval(NOTED, ticket_id, kind, name))
