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


STOPPED = "insert into guard_stop (staff_id, ticket_id, problem, words) values ($1, $2, $3, $4) returning id"
LEFT = "insert into guard_stop (staff_id, ticket_id, problem, words, message_seq) values ($1, $2, $3, $4, $5) returning id"
SAID = "select body from message where ticket_id = $1 and seq = $2"


async def stopped(tx: Reads, staff_id: int, ticket_id: int | None, problem: str, words: str) -> int:
    """Keeps that somebody's words did not go out."""
    return int(await tx.fetchval(STOPPED, staff_id, ticket_id, problem, words))


async def left(tx: Reads, staff_id: int, ticket_id: int, codes: list[str], words: str, message_seq: int) -> int:
    """Keeps that words went out which the guard advised against."""
    return int(await tx.fetchval(LEFT, staff_id, ticket_id, " ".join(codes), words, message_seq))


async def said(db: Reads, ticket_id: int, seq: int) -> str:
    """A message's words, empty when it is gone."""
    return str(await db.fetchval(SAID, ticket_id, seq) or "")
