"""Statements on languages. Lock order: the ticket, then its messages."""

import msgspec

from farol.kit.db import Reads, one

SPOKEN = """
select m.body, t.language as kept, c.chosen_language as chosen, coalesce(b.body, '') as before, coalesce(b.language, '') as before_language,
  b.body is null as first, t.status = 'closed' or t.merged_into is not null as over
from message m join ticket t on t.id = m.ticket_id join customer c on c.id = t.customer_id
left join lateral (select b.body, b.language from message b where b.ticket_id = m.ticket_id and b.author_kind = 'customer' and not b.internal
  and b.seq < m.seq order by b.seq desc limit 1) b on true
where m.ticket_id = $1 and m.seq = $2"""
HEARD = "update message set language = $3 where ticket_id = $1 and seq = $2"
SETTLE = """
update ticket set seq = seq + 1, language = $2 where id = $1 and language <> $2 and status <> 'closed' and merged_into is null
returning seq, old.language as was"""
CHOSEN = "select chosen_language from customer where id = $1"
CHOOSE = "update customer set chosen_language = $2 where id = $1 and chosen_language <> $2 returning true"
GOING_ON = """
select id from ticket where customer_id = $1 and status <> 'closed' and merged_into is null and language <> $2 order by id desc limit $3"""


class Spoken(msgspec.Struct, frozen=True):
    """A customer's message and what its ticket is kept in. before: their message before it, with the language heard in it.
    first: they said nothing before. over: the ticket is closed or goes on elsewhere."""

    body: str
    kept: str
    chosen: str
    before: str
    before_language: str
    first: bool
    over: bool


async def spoken(db: Reads, ticket_id: int, seq: int) -> Spoken | None:
    """The message with that seq; None when there is none."""
    return await one(db, Spoken, SPOKEN, ticket_id, seq)


async def heard(db: Reads, ticket_id: int, seq: int, language: str) -> None:
    """Keeps what was heard in a message."""
    await db.execute(HEARD, ticket_id, seq, language)


async def settle(db: Reads, ticket_id: int, language: str) -> tuple[int, str] | None:
    """Sets the ticket's language: the seq spent, and what it was before; None when nothing is to be changed."""
    row = await db.fetchrow(SETTLE, ticket_id, language)
    return (row["seq"], row["was"]) if row else None


async def chosen(db: Reads, customer_id: int) -> str:
    """What a customer chose, empty for nothing."""
    return await db.fetchval(CHOSEN, customer_id) or ""


async def choose(db: Reads, customer_id: int, language: str) -> bool:
    """Keeps a customer's choice; whether it is another than before."""
    return bool(await db.fetchval(CHOOSE, customer_id, language))


async def going_on(db: Reads, customer_id: int, language: str, most: int) -> list[int]:
    """A customer's tickets in other languages that are not over, the newest first."""
    return [row["id"] for row in await db.fetch(GOING_ON, customer_id, language, most)]
