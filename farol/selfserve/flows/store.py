"""Statements of the flows."""

from typing import Any

import msgspec

from farol.kit.db import Reads, one

OWN = """
select t.number, t.about, c.id as customer_id, c.time_zone,
  coalesce((select json_agg(m.body order by m.seq) from (select m.body, m.seq from message m
    where m.ticket_id = t.id and m.author_kind = 'customer' and not m.internal order by m.seq desc limit $3) m), '[]')::jsonb as texts
from ticket t join customer c on c.id = t.customer_id where t.id = $1 and c.uid = $2 and t.merged_into is null"""


class Own(msgspec.Struct, frozen=True):
    """A ticket of the customer with that uid. texts: their last messages, oldest first."""

    number: str
    about: dict[str, Any] | None
    customer_id: int
    time_zone: str
    texts: list[str]


async def own(db: Reads, ticket_id: int, uid: str, most: int) -> Own | None:
    """The ticket; None where it is not theirs."""
    return await one(db, Own, OWN, ticket_id, uid, most)
