"""The statements behind the figures. All take: since, until, and the filters channel, beginning of a reason, language, tier (or null).

Medians and ninth deciles, never only means. Merged tickets and those tagged spam or test are in no figure; how many is told.
Sources of the formulas: how practitioners define them, see ``model.FORMULAS``.
"""

from datetime import datetime
from typing import Any

from farol.kit.db import Reads

CASE = """
  t.merged_into is null and not t.tags && array['spam', 'test'] and ($3::text is null or t.channel = $3)
  and ($4::text is null or starts_with(t.reason, $4)) and ($5::text is null or starts_with(t.language || '-', $5 || '-'))
  and ($6::text is null or exists (select from customer c where c.id = t.customer_id and c.tier = $6))"""
"""Which tickets count. ``t``: the ticket."""
TIMES = """
select {n}::int as n, percentile_cont(0.5) within group (order by s) as half, percentile_cont(0.9) within group (order by s) as most"""

FIRST_REPLY = TIMES.format(n="count(*)") + """
from (select extract(epoch from f.replied_at - f.asked_at) as s from figure_ticket f join ticket t on t.id = f.ticket_id
  where f.replied_at >= $1 and f.replied_at < $2 and """ + CASE + ") x"
FIRST_TOUCH = TIMES.format(n="count(*)") + """
from (select extract(epoch from f.touched_at - f.asked_at) as s from figure_ticket f join ticket t on t.id = f.ticket_id
  where f.touched_at >= $1 and f.touched_at < $2 and """ + CASE + ") x"
RESOLUTION = TIMES.format(n="count(*)") + """
from (select extract(epoch from r.at - f.opened_at) as s from figure_resolution r join figure_ticket f using (ticket_id)
  join ticket t on t.id = r.ticket_id where r.at >= $1 and r.at < $2 and r.reopened_at is null and """ + CASE + ") x"
ANSWER_SPEED = TIMES.format(n="count(*)") + """
from (select extract(epoch from q.left_at - q.entered_at) as s from queue_entry q join ticket t on t.id = q.ticket_id
  where q.left_at >= $1 and q.left_at < $2 and q.outcome in ('taken', 'answered') and """ + CASE + ") x"
ABANDONED = """
select count(*) filter (where q.outcome = 'left' and q.left_at - q.entered_at > interval '10 seconds')::int as hits,
  count(*) filter (where q.outcome <> 'left' or q.left_at - q.entered_at > interval '10 seconds')::int as n,
  count(*) filter (where q.outcome = 'left' and q.left_at - q.entered_at <= interval '10 seconds')::int as aside
from queue_entry q join ticket t on t.id = q.ticket_id where q.left_at >= $1 and q.left_at < $2 and """ + CASE
HANDLE = """
with held as (
  select q.staff_id, tstzrange(q.left_at, q.done_at) as span from queue_entry q join ticket t on t.id = q.ticket_id
  where q.outcome = 'taken' and q.done_at >= $1 and q.done_at < $2 and q.done_at > q.left_at and """ + CASE + """),
worked as (select extract(epoch from upper(u.span) - lower(u.span)) as s
  from (select unnest(range_agg(span)) as span from held group by staff_id) u)
select (select count(*) from held)::int as n,
  ((select sum(s) from worked) / nullif((select count(*) from held), 0))::float8 as mean,
  (select percentile_cont(0.5) within group (order by extract(epoch from upper(span) - lower(span))) from held) as half,
  (select percentile_cont(0.9) within group (order by extract(epoch from upper(span) - lower(span))) from held) as most"""
ONE_CONTACT = """
with done as (
  select r.ticket_id, r.at, r.reopened_at, t.customer_id, split_part(t.reason, '.', 1) as family,
    case when t.severity in ('P3', 'P4') then interval '72 hours' else interval '7 days' end as after
  from figure_resolution r join ticket t on t.id = r.ticket_id where r.at >= $1 and r.at < $2 and """ + CASE + """),
closed as (select * from done where at + after <= now())
select count(*)::int as n, (select count(*) from done where at + after > now())::int as aside,
  count(*) filter (where (reopened_at is null or reopened_at > at + after) and not exists (
    select from ticket o where o.customer_id = closed.customer_id and o.id <> closed.ticket_id and o.merged_into is null
      and o.opened_at > closed.at and o.opened_at <= closed.at + after
      and (closed.family is null or o.reason is null or split_part(o.reason, '.', 1) = closed.family)))::int as hits
from closed"""
REOPENED = """
select count(*)::int as n, count(*) filter (where r.reopened_at <= r.at + interval '14 days')::int as hits
from figure_resolution r join ticket t on t.id = r.ticket_id where r.at >= $1 and r.at < $2 and """ + CASE
RATED = """
select count(g.id)::int as n, count(*) filter (where g.stars >= 4)::int as hits, count(*)::int as asked,
  avg(g.stars)::float8 as mean, count(*) filter (where g.solved is false)::int as unsolved
from figure_resolution r join figure_ticket f using (ticket_id) join ticket t on t.id = r.ticket_id
left join rating g on g.ticket_id = r.ticket_id and g.resolved_at = r.at
where r.at >= $1 and r.at < $2 and f.replies > 0 and """ + CASE
PROMISES = """
select count(*) filter (where p.kept_at is not null and p.broken_at is null)::int as hits,
  count(*) filter (where p.kept_at is not null or p.broken_at is not null or p.by < now())::int as n
from sla_promise p join ticket t on t.id = p.ticket_id where p.by >= $1 and p.by < $2 and """ + CASE
LEVELS = """
select count(*) filter (where k.met_at is not null and k.breached_at is null)::int as hits,
  count(*) filter (where k.breached_at is not null or k.met_at is not null or (k.dropped_at is null and k.due_at < now()))::int as n
from sla_clock k join ticket t on t.id = k.ticket_id where k.due_at >= $1 and k.due_at < $2 and """ + CASE
VOLUME = """
select (select count(*) from figure_ticket f join ticket t on t.id = f.ticket_id where f.opened_at >= $1 and f.opened_at < $2 and """ + CASE + """)::int as opened,
  (select count(*) from figure_resolution r join ticket t on t.id = r.ticket_id where r.at >= $1 and r.at < $2 and """ + CASE + """)::int as resolved,
  (select count(*) from ticket t where t.opened_at >= $1 and t.opened_at < $2
    and (t.merged_into is not null or t.tags && array['spam', 'test']))::int as aside"""
DAYS = """
with day as (select d as since, d + interval '1 day' as until
  from generate_series(date_trunc('day', $1::timestamptz, 'UTC'), $2::timestamptz - interval '1 microsecond', interval '1 day') d)
select day.since as day,
  (select count(*) from figure_ticket f join ticket t on t.id = f.ticket_id where f.opened_at >= day.since and f.opened_at < day.until and """ + CASE + """)::int as opened,
  (select count(*) from figure_resolution r join ticket t on t.id = r.ticket_id where r.at >= day.since and r.at < day.until and """ + CASE + """)::int as resolved,
  w.n, w.half, w.most, g.n as rated, g.hits as good
from day
left join lateral (""" + TIMES.format(n="count(*)") + """
  from (select extract(epoch from f.replied_at - f.asked_at) as s from figure_ticket f join ticket t on t.id = f.ticket_id
    where f.replied_at >= day.since and f.replied_at < day.until and """ + CASE + """) x) w on true
left join lateral (select count(*)::int as n, count(*) filter (where g.stars >= 4)::int as hits from rating g join ticket t on t.id = g.ticket_id
    where g.resolved_at >= day.since and g.resolved_at < day.until and """ + CASE + """) g on true
order by day.since"""


def _grouped(key: str) -> str:
    """How many opened, and their first response time, by one of our own columns."""
    return """
select """ + key + """ as key, count(*) filter (where f.opened_at >= $1 and f.opened_at < $2)::int as opened,
  count(*) filter (where f.replied_at >= $1 and f.replied_at < $2)::int as n,
  percentile_cont(0.5) within group (order by extract(epoch from f.replied_at - f.asked_at))
    filter (where f.replied_at >= $1 and f.replied_at < $2) as half,
  percentile_cont(0.9) within group (order by extract(epoch from f.replied_at - f.asked_at))
    filter (where f.replied_at >= $1 and f.replied_at < $2) as most
from figure_ticket f join ticket t on t.id = f.ticket_id
where (f.opened_at >= $1 and f.opened_at < $2 or f.replied_at >= $1 and f.replied_at < $2) and """ + CASE + " group by 1 order by 2 desc, 1 limit 60"


BY_REASON = _grouped("coalesce(t.reason, '')")
BY_CHANNEL = _grouped("t.channel")
BY_HOUR = _grouped("to_char(f.opened_at at time zone 'UTC', 'HH24')")
LIVE = """
select now() as at, count(*)::int as open, count(*) filter (where t.waiting_since is not null)::int as waiting,
  min(t.waiting_since) as longest_since, extract(epoch from now() - min(t.opened_at))::float8 as oldest_s,
  percentile_cont(0.5) within group (order by extract(epoch from now() - t.opened_at)) as half,
  percentile_cont(0.9) within group (order by extract(epoch from now() - t.opened_at)) as most,
  (select count(*) from figure_resolution r where r.at > now() - interval '7 days')::float8 / 7 as resolved_a_day
from ticket t where t.status in ('open', 'pending') and t.merged_into is null and not t.tags && array['spam', 'test']"""

Filters = tuple[datetime, datetime, str | None, str | None, str | None, str | None]


async def row(db: Reads, query: str, by: Filters) -> dict[str, Any]:
    """The one row of a figure's statement."""
    found = await db.fetchrow(query, *by)
    assert found
    return dict(found)


async def rows(db: Reads, query: str, by: Filters) -> list[dict[str, Any]]:
    """The rows of a statement that tells a figure by something."""
    return [dict(r) for r in await db.fetch(query, *by)]


async def live(db: Reads) -> dict[str, Any]:
    """The desk as it stands now."""
    found = await db.fetchrow(LIVE)
    assert found
    return dict(found)
