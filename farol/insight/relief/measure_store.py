"""Statements that judge cases and count them. Parameters of each: since, until, now, quiet time, bad and good stars, channel, reason, language.

What the assistant did is folded from its events; what came of it is read where it is kept already: words, ratings, resolutions, labels.
"""

from datetime import datetime, timedelta
from typing import Any

from farol.kit.db import Reads

Filters = tuple[datetime, datetime, datetime, timedelta, int, int, str | None, str | None, str | None]
# A further contact counts when its ticket's reason is of the same kind, or is not known: a new ticket on any channel, or words but thanks in one
# that was there before. back: when the customer last came back. Who said after that that all is well has confirmed it.
_SEEN = """
with k as materialized (
  select r.ticket_id, r.begun_at, r.last_at, r.answers, r.answered_seq, r.handed_at, r.handed_why, t.customer_id, t.channel,
    coalesce(t.reason, nullif(r.reason, ''), '') as reason, coalesce(nullif(r.language, ''), t.language) as language,
    r.last_at + $4::interval <= $3::timestamptz as known
  from relief_case r join ticket t on t.id = r.ticket_id
  where r.begun_at >= $1 and r.begun_at < $2 and t.merged_into is null
    and ($7::text is null or t.channel = $7) and ($9::text is null or coalesce(nullif(r.language, ''), t.language) = $9)
    and ($8::text is null or coalesce(t.reason, nullif(r.reason, ''), '') = $8)),
s as (
  select k.*,
    k.handed_at is not null or exists (select from message m where m.ticket_id = k.ticket_id and m.author_kind = 'staff' and not m.internal
      and m.at >= k.begun_at and m.at <= k.last_at + $4::interval) as person,
    exists (select from learning_label l where l.ticket_id = k.ticket_id and l.kind in ('wrong_reason', 'wrong_answer')) as wrong,
    exists (select from figure_resolution f where f.ticket_id = k.ticket_id and f.reopened_at is not null) as reopened,
    exists (select from rating g where g.ticket_id = k.ticket_id and (g.stars <= $5 or g.solved = false)) as bad,
    (select max(g.at) from rating g where g.ticket_id = k.ticket_id and g.stars >= $6 and g.solved is distinct from false) as good_at,
    (select exists (select from relief_thanks h where h.ticket_id = m.ticket_id and h.seq = m.seq) as thanks
      from message m where m.ticket_id = k.ticket_id and m.author_kind = 'customer' and not m.internal and m.seq > k.answered_seq
        and m.at <= k.last_at + $4::interval
      order by m.seq desc limit 1) as thanked,
    (select max(m.at) from message m where m.ticket_id = k.ticket_id and m.author_kind = 'customer' and not m.internal and m.seq > k.answered_seq
      and m.at <= k.last_at + $4::interval) as spoke_at,
    (select max(greatest(case when o.opened_at > k.begun_at then o.opened_at end, (
        select max(m.at) from message m where m.ticket_id = o.id and m.author_kind = 'customer' and not m.internal
          and m.at > k.last_at and m.at <= k.last_at + $4::interval
          and not exists (select from relief_thanks h where h.ticket_id = m.ticket_id and h.seq = m.seq))))
      from ticket o where o.customer_id = k.customer_id and o.id <> k.ticket_id and o.opened_at <= k.last_at + $4::interval
        and (o.reason is null or k.reason = '' or split_part(o.reason, '.', 1) = split_part(k.reason, '.', 1))) as again_at
  from k),
b as (select s.*, greatest(case when not thanked then spoke_at end, again_at) as back_at from s),
d as (select b.*, good_at is not null and (back_at is null or good_at >= back_at) as good from b),
c as (
  select d.*, not person and answers > 0 as contained, not person and answers = 0 as silent,
    not person and answers > 0 and not wrong and not reopened and not bad and (back_at is null or good)
      and not starts_with(reason, 'leg.complaint') as resolved
  from d)"""
_TALLY = """count(*) as cases, count(*) filter (where not known) as open, count(*) filter (where known) as known,
  count(*) filter (where known and resolved) as resolved,
  count(*) filter (where known and resolved and (good or coalesce(thanked, false))) as confirmed,
  count(*) filter (where known and resolved and not (good or coalesce(thanked, false))) as quiet,
  count(*) filter (where known and contained and not resolved) as failed,
  count(*) filter (where known and contained) as contained, count(*) filter (where known and person) as handed,
  count(*) filter (where known and silent) as silent, count(*) filter (where known and wrong) as wrong,
  count(*) filter (where known and reopened) as reopened"""
# One pass over the cases for everything on the page.
PAGE = _SEEN + """
select case when grouping(reason) = 0 then 'reason' when grouping(language) = 0 then 'language' when grouping(channel) = 0 then 'channel'
  when grouping((begun_at at time zone 'utc')::date) = 0 then 'day' else 'all' end as by,
  coalesce(reason, language, channel, ((begun_at at time zone 'utc')::date)::text, '') as key, """ + _TALLY + """
from c group by grouping sets ((), (reason), (language), (channel), ((begun_at at time zone 'utc')::date)) order by 1, 3 desc, 2"""
WHYS = _SEEN + """
select coalesce(nullif(handed_why, ''), 'answered') as why, count(*) as n from c where known and person group by 1 order by 2 desc, 1"""
EXPORT = _SEEN + """
select (begun_at at time zone 'utc')::date as day, channel, language, reason, """ + _TALLY + """
from c group by 1, 2, 3, 4 order by 1, 2, 3, 4 limit 20000"""
BEHIND = _SEEN + """
select t.id, t.number, t.subject, c.begun_at as at, c.reason, c.language from c join ticket t on t.id = c.ticket_id
where case $10::text when 'open' then not known when 'resolved' then known and resolved
  when 'confirmed' then known and resolved and (good or coalesce(thanked, false))
  when 'quiet' then known and resolved and not (good or coalesce(thanked, false))
  when 'failed' then known and contained and not resolved when 'contained' then known and contained when 'handed' then known and person
  when 'silent' then known and silent when 'wrong' then known and wrong when 'reopened' then known and reopened else false end
order by c.begun_at desc, t.id desc limit 200"""


async def rows(db: Reads, query: str, by: Filters) -> list[Any]:
    """The rows of one of the statements above."""
    return await db.fetch(query, *by)


async def behind(db: Reads, count: str, by: Filters) -> list[Any]:
    """Tickets behind a count, the newest first; none for what is no count."""
    return await db.fetch(BEHIND, *by, count)
