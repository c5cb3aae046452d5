"""What the guard has to know of a ticket."""

import msgspec

from farol.kit.db import Reads, one

KNOWN = """
select c.email, c.phone, c.uid, exists (select from sla_promise p where p.ticket_id = t.id and p.kept_at is null and p.broken_at is null)
  or exists (select from macro_plan m where m.ticket_id = t.id and m.promise_by is not null) as promised
from ticket t join customer c on c.id = t.customer_id where t.id = $1"""


class Known(msgspec.Struct, frozen=True):
    """The customer's contacts in clear, which never leave the server. promised: a time to write again is promised or about to be."""

    email: str
    phone: str
    uid: str | None
    promised: bool


async def known(db: Reads, ticket_id: int) -> Known | None:
    """None when there is no such ticket."""
    return await one(db, Known, KNOWN, ticket_id)
