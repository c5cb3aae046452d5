"""Statements on acknowledgements."""

from farol.kit.db import Reads, one

from .model import DEFAULT, QUIET, Standing, Text

TEXT = "select active, zh, en, version from acknowledgement_text"
SET = """
insert into acknowledgement_text as a (active, zh, en, set_by) values ($1, $2, $3, $4)
on conflict (here) do update set active = $1, zh = $2, en = $3, set_by = $4, version = a.version + 1, at = now()
where a.version = $5 returning version"""
# The customer's row is held, so that of two new tickets of one customer only one is acknowledged.
LOCK = """
select c.id from customer c where c.id = (select customer_id from ticket where id = $1)
  or (c.email <> '' and lower(c.email) = (select lower(o.email) from customer o join ticket t on t.customer_id = o.id where t.id = $1))
order by c.id for no key update"""
STANDING = """
select t.number, t.language, c.time_zone, c.id as customer_id, lower(c.email) as address,
  exists (select from acknowledgement a where a.ticket_id = t.id) as known,
  t.first_reply_at is not null or t.status in ('resolved', 'closed') or t.merged_into is not null or exists (
    select from message m where m.ticket_id = t.id and m.author_kind = 'assistant' and not m.internal) as answered,
  exists (select from acknowledgement a where a.outcome = 'sent' and a.at > now() - make_interval(secs => $2)
    and (a.customer_id = c.id or (c.email <> '' and a.address = lower(c.email)))) as recent,
  (select k.due_at from sla_clock k where k.ticket_id = t.id and k.kind = 'first_reply' and k.met_at is null and k.dropped_at is null) as first_reply_at
from ticket t join customer c on c.id = t.customer_id where t.id = $1"""
KEEP = """
insert into acknowledgement (ticket_id, customer_id, address, outcome) values ($1, $2, $3, $4) on conflict do nothing returning true"""

PASS_OVER = """
insert into acknowledgement (ticket_id, customer_id, address, outcome)
select t.id, t.customer_id, lower(c.email), 'answered' from ticket t join customer c on c.id = t.customer_id on conflict do nothing"""


async def text(db: Reads) -> Text:
    """What is said; the default until somebody set another."""
    return await one(db, Text, TEXT) or DEFAULT


async def set_text(db: Reads, new: Text, set_by: str) -> int | None:
    """Puts another in its place, if it still has that version: the new version."""
    version: int | None = await db.fetchval(SET, new.active, new.zh, new.en, set_by, new.version)
    return version


async def standing(db: Reads, ticket_id: int) -> Standing | None:
    """How a ticket stands; None when there is none. Hold it by ``LOCK`` first."""
    return await one(db, Standing, STANDING, ticket_id, QUIET.total_seconds())


async def keep(db: Reads, ticket_id: int, found: Standing, outcome: str) -> bool:
    """What became of it; False when that was settled before."""
    return bool(await db.fetchval(KEEP, ticket_id, found.customer_id, found.address, outcome))
