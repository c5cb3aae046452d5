"""Statements of the radar."""

from datetime import datetime
from typing import Any

from farol.core.tickets import visibility
from farol.kit.db import Reads

from .model import MOST_PAIRS, WITHIN_DAYS, Lookalike, Value, shorten

SAID = """
select m.body, m.at, t.customer_id, t.merged_into from message m join ticket t on t.id = m.ticket_id
where m.ticket_id = $1 and m.seq = $2 and m.author_kind = 'customer' and not m.internal"""
KEEP = """
insert into mention (value, kind, ticket_id, customer_id, at)
select v.value, v.kind, $3, $4, $5 from unnest($1::text[], $2::text[]) v(value, kind) on conflict do nothing"""
# Another customer's ticket counts for a transaction alone: many people write the same address of ours.
SAME_WORDS = """
select distinct on (m.ticket_id) m.ticket_id, t.number, m.kind, m.value, m.customer_id = $3 as ours from mention m join ticket t on t.id = m.ticket_id
where m.value = any($1::text[]) and m.ticket_id <> $2 and m.at > $4::timestamptz - make_interval(days => $5) and t.merged_into is null
  and (m.customer_id = $3 and t.status <> 'closed' or m.customer_id <> $3 and m.kind = 'txid')
order by m.ticket_id desc, m.kind desc limit $6"""
SAME_REASON = """
select o.id as ticket_id, o.number, 'reason' as kind, split_part(t.reason, '.', 1) as value, true as ours
from ticket t join ticket o on o.customer_id = t.customer_id and o.id <> t.id
where t.id = $1 and t.merged_into is null and t.status in ('open', 'pending') and t.reason is not null
  and o.status in ('open', 'pending') and o.merged_into is null and split_part(o.reason, '.', 1) = split_part(t.reason, '.', 1)
  and o.opened_at > t.opened_at - make_interval(days => $2) and o.opened_at < t.opened_at + make_interval(days => $2)
order by o.id desc limit $3"""
MADE_OF = """
select exists (select from split x where x.undone_at is null and (x.ticket_id, x.from_id) in (($1, $2), ($2, $1)))"""
HOLD = "select id from ticket where id = any($1::bigint[]) order by id for no key update"
FOUND = """
insert into lookalike (ticket_id, other_id, why, value, ours) values (greatest($1::bigint, $2), least($1::bigint, $2), $3, $4, $5)
on conflict on constraint lookalike_once do nothing returning id, ticket_id, other_id"""
NUMBER = "select number from ticket where id = $1"
OF = """
select l.id, o.id as ticket_id, o.number, o.subject, o.status, o.channel, o.opened_at, l.why, l.value, l.ours, l.state
from lookalike l join ticket o on o.id = case when l.ticket_id = $1 then l.other_id else l.ticket_id end
where (l.ticket_id = $1 or l.other_id = $1) and l.state = 'open' and o.merged_into is null order by l.ours desc, l.id limit 20"""
LOCK = "select id, ticket_id, other_id, ours, state from lookalike where id = $1 for update"
SETTLE = "update lookalike set state = $2, settled_by = $3, settled_at = now() where id = $1"
JOINED = """
update lookalike set state = $3, settled_at = now()
where ticket_id = greatest($1::bigint, $2) and other_id = least($1::bigint, $2) and state = $4"""
PRUNE = "delete from mention where at < now() - make_interval(days => $1)"
TICKET_OF = "select ticket_id from lookalike where id = $1"

visibility.BELONGS["lookalike_id"] = TICKET_OF


async def said(db: Reads, ticket_id: int, seq: int) -> Any:
    """A customer's public words: body, at, customer_id and merged_into; None when it is somebody else's."""
    return await db.fetchrow(SAID, ticket_id, seq)


async def keep(db: Reads, ticket_id: int, customer_id: int, at: datetime, found: list[Value]) -> None:
    """Remembers what was mentioned where."""
    await db.execute(KEEP, [v.value for v in found], [v.kind for v in found], ticket_id, customer_id, at)


async def same_words(db: Reads, ticket_id: int, customer_id: int, at: datetime, found: list[Value]) -> list[Any]:
    """Other tickets in which the same was mentioned lately, the newest first."""
    return await db.fetch(SAME_WORDS, [v.value for v in found], ticket_id, customer_id, at, WITHIN_DAYS, MOST_PAIRS)


async def same_reason(db: Reads, ticket_id: int) -> list[Any]:
    """Open tickets of the same customer about the same family of reasons."""
    return await db.fetch(SAME_REASON, ticket_id, WITHIN_DAYS, MOST_PAIRS)


async def made_of(db: Reads, one: int, other: int) -> bool:
    """Whether a person made the one out of the other, knowing that they are two."""
    return bool(await db.fetchval(MADE_OF, one, other))


async def found(db: Reads, one: int, other: int, why: str, value: str, ours: bool) -> Any:
    """Remembers a pair: id, ticket_id (the newer) and other_id; None when it was known."""
    return await db.fetchrow(FOUND, one, other, why, value, ours)


async def number(db: Reads, ticket_id: int) -> str:
    """What people quote."""
    return await db.fetchval(NUMBER, ticket_id) or ""


async def of(db: Reads, ticket_id: int) -> list[Lookalike]:
    """What a ticket looks like and nobody has settled. Of another customer's ticket only its number is told."""
    rows = await db.fetch(OF, ticket_id)
    return [Lookalike(**{**dict(r), "value": shorten(r["value"]), "subject": r["subject"] if r["ours"] else ""}) for r in rows]
