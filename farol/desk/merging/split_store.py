"""Statements on splits."""

from typing import Any
from uuid import UUID

import msgspec

from farol.kit.db import Reads, one

ORIGIN = """
select t.id, t.number, t.customer_id, t.merged_into, t.language, c.language as speaks from ticket t join customer c on c.id = t.customer_id
where t.id = $1"""
BEFORE = """
select t.id, t.number, x.from_id = $2 and x.seqs = $4::bigint[] as same from ticket t left join split x on x.ticket_id = t.id
where t.customer_id = $1 and t.opening_id = $3"""
CHOSEN = """
select count(*) as n, (array_agg(m.body order by m.seq) filter (where m.author_kind = 'customer' and m.body <> ''))[1] as words,
  count(*) filter (where not m.internal) as public
from message m where m.ticket_id = $1 and m.seq = any($2::bigint[])"""
# The words keep their time; who waits, waits since the first of them that staff answer nowhere among them.
OPEN = """
insert into ticket (customer_id, opening_id, subject, channel, language, seq, last_public_seq, waiting_since)
select o.customer_id, $2, $3, o.channel, o.language, $4, 0, (select min(m.at) from message m
  where m.ticket_id = o.id and m.seq = any($5::bigint[]) and m.author_kind = 'customer' and m.seq > coalesce((
    select max(a.seq) from message a where a.ticket_id = o.id and a.seq = any($5::bigint[]) and a.author_kind = 'staff' and not a.internal), 0))
from ticket o where o.id = $1 returning id, number, channel"""
COPY = """
with chosen as materialized (
  select m.*, row_number() over (order by m.seq) + 1 as place from message m where m.ticket_id = $1 and m.seq = any($3::bigint[])),
m as (
  insert into message (ticket_id, seq, client_id, author_kind, author_id, internal, channel, language, body, files, removed, at)
  select $2, place, gen_random_uuid(), author_kind, author_id, internal, channel, language, body, files, removed, at from chosen),
e as (
  insert into event (stream, seq, kind, actor, public, body)
  select 'ticket:' || $2, place, 'message.copied', $4, not internal, jsonb_build_object('author_kind', author_kind, 'author_id', author_id,
    'internal', internal, 'channel', channel, 'from_id', $1, 'from_seq', seq) from chosen)
update ticket set last_public_seq = coalesce((select max(place) from chosen where not internal), 0) where id = $2"""
KEEP = "insert into split (ticket_id, from_id, seqs, seq, staff_id) values ($1, $2, $3, $4, $5)"
SPENT = "update ticket set seq = seq + 1, updated_at = now() where id = $1 returning seq"
MADE = """
select x.from_id, x.seq, x.undone_at is not null as undone, exists (select from event e where e.stream = 'ticket:' || $1::bigint
  and e.seq > x.seq and e.actor <> 'system:0' and e.kind <> 'ticket.read') as touched
from split x where x.ticket_id = $1"""
TAKEN_BACK = "update split set undone_at = now(), undone_by = $2 where ticket_id = $1"


class Origin(msgspec.Struct, frozen=True):
    """The ticket that is split. speaks: the language of its customer."""

    id: int
    number: str
    customer_id: int
    merged_into: int | None
    language: str
    speaks: str


class Made(msgspec.Struct, frozen=True):
    """A ticket that was split off. touched: somebody has done something in it since."""

    from_id: int
    seq: int
    undone: bool
    touched: bool


async def origin(db: Reads, ticket_id: int) -> Origin | None:
    """The ticket, as far as splitting it asks."""
    return await one(db, Origin, ORIGIN, ticket_id)


async def before(db: Reads, origin: Origin, client_id: UUID, seqs: list[int]) -> Any:
    """The ticket that this very split made already: id, number and whether it was of the same words; None."""
    return await db.fetchrow(BEFORE, origin.customer_id, origin.id, client_id, seqs)


async def made(db: Reads, ticket_id: int) -> Made | None:
    """How a ticket that was split off stands; None when it was not."""
    return await one(db, Made, MADE, ticket_id)
