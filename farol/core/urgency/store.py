"""The statement on what a ticket is about, and what its customer said last."""

import msgspec

from farol.kit.db import Reads, one

SAID = """
select coalesce(t.reason, '') as reason, array(select m.body from message m where m.ticket_id = t.id and m.author_kind = 'customer'
  and not m.internal order by m.seq desc limit 5) as words from ticket t where t.id = $1"""


class Said(msgspec.Struct, frozen=True):
    """words: of the customer, newest first."""

    reason: str
    words: list[str]


async def said(db: Reads, ticket_id: int) -> Said | None:
    """A ticket's reason and its customer's last five messages."""
    return await one(db, Said, SAID, ticket_id)
