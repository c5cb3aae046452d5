"""Statements on ratings."""

from datetime import datetime

from farol.core.tickets.log_store import bump
from farol.kit.db import Reads, Tx, every, one

from .model import Contact, Rated

CONTACT = """
select t.id as ticket_id, t.status, c.language, t.resolved_at, t.first_reply_at is not null as answered,
  (select m.author_id from message m where m.ticket_id = t.id and m.author_kind = 'staff' and not m.internal
    order by m.seq desc limit 1) as answered_by,
  g.stars, g.comment, g.solved, now() as now
from ticket t join customer c on c.id = t.customer_id left join rating g on g.ticket_id = t.id and g.resolved_at = t.resolved_at
where t.id = $1 and t.customer_id = $2 and t.merged_into is null"""
LOCKED = CONTACT + " for no key update of t"
RATE = """
insert into rating (ticket_id, resolved_at, stars, comment, solved, staff_id, at) values ($1, $2, $3, $4, $5, $6, now())
on conflict (ticket_id, resolved_at) do update set stars = excluded.stars, comment = excluded.comment, solved = excluded.solved, at = now()"""
RATINGS = "select stars, comment, solved, at, resolved_at from rating where ticket_id = $1 order by resolved_at desc limit 20"


async def contact(db: Reads, ticket_id: int, customer_id: int, *, lock: bool = False) -> Contact | None:
    """The customer's own ticket as a rating needs it."""
    return await one(db, Contact, LOCKED if lock else CONTACT, ticket_id, customer_id)


async def rate(tx: Tx, found: Contact, resolved_at: datetime, stars: int, comment: str, solved: bool | None) -> int:
    """Keeps the rating: the ticket's next seq."""
    await tx.execute(RATE, found.ticket_id, resolved_at, stars, comment, solved, found.answered_by)
    seq = await bump(tx, found.ticket_id)
    return seq


async def ratings(db: Reads, ticket_id: int) -> list[Rated]:
    """Every rating of a ticket, newest first."""
    return await every(db, Rated, RATINGS, ticket_id)
