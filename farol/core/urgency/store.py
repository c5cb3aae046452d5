"""The statement on what a ticket is about, and what its customer said last."""

import msgspec

from farol.kit.db import Reads, every

SAID = """
select t.id, coalesce(t.reason, '') as reason, array(select m.body from message m where m.ticket_id = t.id and m.author_kind = 'customer'
  and not m.internal order by m.seq desc limit $2) as words from ticket t where t.id = any($1::bigint[])"""
IN_CARE = """
select exists (select from ticket t join customer c on c.id = t.customer_id where c.uid = $1 and t.reason = $2 and t.status <> 'closed')"""


class Said(msgspec.Struct, frozen=True):
    """words: of the customer, newest first."""

    id: int
    reason: str
    words: list[str]


async def said(db: Reads, ticket_ids: list[int], most: int) -> list[Said]:
    """Reasons of tickets and their customers' last messages."""
    return await every(db, Said, SAID, ticket_ids, most)
