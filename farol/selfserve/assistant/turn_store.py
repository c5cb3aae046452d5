"""The statement on how a ticket stands for one turn, and until when people are not asked about it."""

from datetime import date, datetime
from typing import Any

import msgspec

from farol.kit.db import Reads, one

from .turn.given import Quote

STANDING = """
select t.number, t.status, t.owner_id, t.channel, t.language, coalesce(t.reason, '') as reason, t.severity, (
    select e.actor from event e where e.stream = 'ticket:' || t.id and e.kind = 'ticket.changed' and e.body->'fields' ? 'reason'
    order by e.seq desc limit 1) as reason_by, t.last_public_seq, t.about,
  t.merged_into is not null as merged, c.id as customer_id, c.uid, c.time_zone, c.chosen_language as chosen,
  m.author_kind = 'customer' and not m.internal as customers, m.at as said_at, said.seq is not null and said.seq > m.seq as newer,
  exists (select from message o where o.ticket_id = t.id and o.author_kind = 'staff' and not o.internal) as staffed,
  exists (select from read_mark r where r.ticket_id = t.id and r.reader = 'staff' and r.seq >= m.seq) or exists (
    select from draft d where d.ticket_id = t.id and d.mode = 'reply' and d.body <> '' and d.saved_at > now() - interval '2 minutes') as looked,
  exists (select from assistant_turn a where a.ticket_id = t.id and a.seq = m.seq) as taken,
  (select count(*)::int from assistant_turn a where a.ticket_id = t.id and a.reply_seq is not null) as turns,
  new.words, new.removed, new.files,
  array(select o.body from message o where o.ticket_id = t.id and o.author_kind = 'customer' and not o.internal and o.seq < coalesce(new.since, m.seq)
    order by o.seq desc limit 5) as before,
  (select k.due_at from sla_clock k where k.ticket_id = t.id and k.kind in ('first_reply', 'next_reply') and k.met_at is null
    and k.dropped_at is null order by k.due_at limit 1) as due,
  coalesce((select json_agg(p.title order by p.n) from (select s->>'title' as title, min(a.seq) as n from assistant_turn a,
    jsonb_array_elements(coalesce(a.parts->'sources', '[]')) s where a.ticket_id = t.id group by 1) p), '[]')::jsonb as tried
from ticket t join customer c on c.id = t.customer_id join message m on m.ticket_id = t.id and m.seq = $2
left join lateral (select max(o.seq) as seq from message o where o.ticket_id = t.id and o.author_kind = 'customer' and not o.internal) said on true
left join lateral (
  select coalesce(string_agg(o.body, E'\n' order by o.seq), '') as words, min(o.seq) as since, coalesce(sum(cardinality(o.files)), 0)::int as files,
    array(select distinct x from message p, unnest(p.removed) x where p.ticket_id = t.id and p.seq = m.seq) as removed
  from message o where o.ticket_id = t.id and o.author_kind = 'customer' and not o.internal and o.seq <= m.seq and o.seq > coalesce((
    select max(p.seq) from message p where p.ticket_id = t.id and p.author_kind in ('assistant', 'staff') and not p.internal and p.seq < m.seq), 0)) new on true
where t.id = $1"""
# A moment for the assistant: as long as it may speak here and has not taken its turn about the customer's last words.
AWAITED = """
select m.at from ticket t join assistant_setting s on s.active and t.channel = any(s.channels) and (s.languages = '{}' or t.language = any(s.languages))
join lateral (select o.seq, o.at from message o where o.ticket_id = t.id and o.author_kind = 'customer' and not o.internal order by o.seq desc limit 1) m on true
left join assistant_case c on c.ticket_id = t.id
where t.id = $1 and coalesce(c.state, 'talking') = 'talking'
  and not exists (select from assistant_turn a where a.ticket_id = t.id and a.seq = m.seq)
  and not exists (select from message o where o.ticket_id = t.id and o.author_kind = 'staff' and not o.internal)"""
LOCK = "select id from ticket where id = $1 for no key update"
# How many of the quoted articles are what is published now: the same version, not retired, not expired.
STANDS = """
select count(*)::int from unnest($1::text[], $2::text[], $3::int[]) as q(slug, language, version)
join article a on a.slug = q.slug and a.retired_at is null and (a.expires_on is null or a.expires_on > $4)
where q.version = (select max(v.version) from article_version v where v.article_id = a.id and v.language = q.language)"""


class Standing(msgspec.Struct, frozen=True):
    """A ticket for a turn about the customer's message. customers: that message is the customer's; newer: they have said more since.

    staffed: somebody of the staff has said something public. looked: somebody of them has the message on screen, or is writing. taken: the
    turn was taken. reason_by: who set the reason. turns: answers so far. words: all that the customer said since the last answer. tried: titles of what was answered with.
    """

    number: str
    status: str
    owner_id: int | None
    channel: str
    language: str
    reason: str
    severity: str
    reason_by: str | None
    last_public_seq: int
    about: dict[str, Any] | None
    merged: bool
    customer_id: int
    uid: str | None
    time_zone: str
    chosen: str
    customers: bool
    said_at: datetime
    newer: bool
    staffed: bool
    looked: bool
    taken: bool
    turns: int
    words: str
    removed: list[str]
    files: int
    before: list[str]
    due: datetime | None
    tried: list[str]


async def standing(db: Reads, ticket_id: int, seq: int) -> Standing | None:
    """How it stands; None where there is no such message."""
    return await one(db, Standing, STANDING, ticket_id, seq)


async def awaited(db: Reads, ticket_id: int) -> datetime | None:
    """When the words were said that the assistant is about to answer; None where it will not."""
    at: datetime | None = await db.fetchval(AWAITED, ticket_id)
    return at


async def stands(db: Reads, quotes: list[Quote], today: date) -> bool:
    """Whether every article that is quoted is still published in that version."""
    if not quotes:
        return True
    found: int = await db.fetchval(STANDS, [one.slug for one in quotes], [one.language for one in quotes], [one.version for one in quotes], today)
    return found == len(quotes)
