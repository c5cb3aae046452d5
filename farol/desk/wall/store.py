"""Statements of the wall. Each answers for the whole desk at once; together they stay within a request's limit."""

from datetime import datetime
from typing import Any

from farol.core.tickets.visibility import SEEN
from farol.kit.db import Reads, every

from .model import HOUR_MIN, RISK_MIN, Edge

FIGURES = """
with p0 as (
  select t.id, t.number, t.subject, t.opened_at, c.name as customer, s.name as owner from ticket t
  join customer c on c.id = t.customer_id left join staff s on s.id = t.owner_id
  where t.severity = 'P0' and t.status in ('open', 'pending') and t.merged_into is null),
oldest as (
  select p0.* from p0 join ticket t on t.id = p0.id, (select $5::bigint as id) viewer where """ + SEEN + """
  order by p0.opened_at, p0.id limit 1),
wait as (
  select q.entered_at, q.team_id, d.due_at from queue_entry q left join sla_ticket d on d.ticket_id = q.ticket_id
  where q.left_at is null and coalesce(q.not_before, $1) <= $1),
longest as (select * from wait order by entered_at limit 1),
promise as (
  select count(*) filter (where p.kept_at is null and p.broken_at is null and p.by <= $1::timestamptz + make_interval(mins => $2))::int as due,
    count(*) filter (where p.kept_at is null and p.broken_at is null and p.by <= $1::timestamptz + make_interval(mins => $3))::int as risk,
    count(*) filter (where p.kept_at is not null and p.by >= $4 and p.by <= $1)::int as kept,
    count(*) filter (where p.broken_at is not null and p.by >= $4 and p.by <= $1)::int as broken
  from sla_promise p where p.by >= $4 and p.by <= $1::timestamptz + make_interval(mins => $2))
select (select count(*)::int from p0) as p0, o.id as ticket_id, o.number, o.subject, o.opened_at, o.customer, o.owner,
  (select count(*)::int from wait) as waiting,
  (select count(*)::int from queue_entry q where q.at <= $1::timestamptz - interval '10 minutes'
    and q.at > $1::timestamptz - interval '3 days' and (q.left_at is null or q.left_at > $1::timestamptz - interval '10 minutes')) as before,
  l.entered_at as longest, l.due_at as longest_due, (select g.key from team g where g.id = l.team_id) as longest_team,
  promise.due, promise.risk, promise.kept, promise.broken
from promise left join oldest o on true left join longest l on true"""
QUEUES = """
select g.id, g.key, g.zh, g.en, g.languages, w.n as waiting, w.oldest, l.due_at, f.ninety, coalesce(f.gone, 0) as gone
from team g
left join lateral (select count(*)::int as n, min(q.entered_at) as oldest from queue_entry q
  where q.team_id = g.id and q.left_at is null and coalesce(q.not_before, $1) <= $1) w on true
left join lateral (select d.due_at from queue_entry q join sla_ticket d on d.ticket_id = q.ticket_id
  where q.team_id = g.id and q.left_at is null and coalesce(q.not_before, $1) <= $1 order by q.entered_at limit 1) l on true
left join lateral (select (percentile_cont(0.9) within group (order by extract(epoch from q.left_at - q.entered_at))
    filter (where q.outcome = 'taken'))::float8 as ninety, count(*) filter (where q.outcome = 'left')::int as gone
  from queue_entry q where q.team_id = g.id and q.left_at > $1::timestamptz - interval '1 hour') f on true
order by g.id"""
CREW = """
select s.id, s.name, s.role, a.state, a.since, a.note, coalesce(max(g.slots), 0)::int as slots,
  coalesce(array_agg(distinct g.id) filter (where g.id is not null), '{}') as teams,
  (select coalesce(array_agg(distinct k.language), '{}') from skill k where k.staff_id = s.id) as languages
from agent_state a join staff s on s.id = a.staff_id and s.disabled_at is null
left join team_member m on m.staff_id = s.id left join team g on g.id = m.team_id
where a.state <> 'offline' group by s.id, a.staff_id order by a.state = 'away', s.name, s.id limit 300"""
EDGE = """
select t.id as ticket_id, t.number, t.subject, t.severity, d.due_kind as kind, d.due_at, t.owner_id, s.name as owner,
  g.zh as team_zh, g.en as team_en
from (select $2::bigint as id) viewer, sla_ticket d join ticket t on t.id = d.ticket_id left join staff s on s.id = t.owner_id
left join team g on g.id = t.team_id
where d.due_at <= $1::timestamptz + make_interval(mins => $3) and t.status = 'open' and """ + SEEN + """
order by d.due_at, t.severity, t.id limit 40"""
CONTACTS = """
select floor(extract(epoch from t.opened_at - $1::timestamptz) / 900)::int as slot, count(*)::int as n from ticket t
where t.opened_at >= $1 and t.opened_at <= $2 group by 1"""
PAST = """
select w, floor(extract(epoch from t.opened_at - ($1::timestamptz - make_interval(days => 7 * w))) / 900)::int as slot, count(t.id)::int as n
from generate_series(1, 4) w
join ticket t on t.opened_at >= $1::timestamptz - make_interval(days => 7 * w)
  and t.opened_at < $1::timestamptz - make_interval(days => 7 * w - 1)
where (select min(opened_at) from ticket) < $1::timestamptz - make_interval(days => 7 * w - 1) group by 1, 2"""
MAY = """
select s.id, s.name, s.role, coalesce(a.state, 'offline') as state, coalesce(max(g.slots), 0)::int as slots,
  exists (select from skill k where k.staff_id = s.id and k.language = any($2::text[]) and $3 like k.topic || '%') as able
from staff s left join agent_state a on a.staff_id = s.id left join team_member m on m.staff_id = s.id left join team g on g.id = m.team_id
where s.disabled_at is null and s.role = any($1::text[]) group by s.id, a.staff_id
order by coalesce(a.state, 'offline') = 'offline', s.name, s.id limit 200"""


async def figures(db: Reads, now: datetime, today: datetime, viewer: int | None) -> Any:
    """Counts of the row of figures, of the whole desk, as a raw row; the emergency that is named is one the viewer may see.

    today: since when promises count as today's.
    """
    return await db.fetchrow(FIGURES, now, HOUR_MIN, RISK_MIN, today, viewer)


async def queues(db: Reads, now: datetime) -> list[Any]:
    """Every team's queue, as raw rows."""
    return await db.fetch(QUEUES, now)


async def crew(db: Reads) -> list[Any]:
    """Everybody who is not offline, as raw rows."""
    return await db.fetch(CREW)


async def edge(db: Reads, now: datetime, viewer: int | None) -> list[Edge]:
    """What breaks next, within an hour, the most overdue first; tickets that the viewer may see."""
    return await every(db, Edge, EDGE, now, viewer, HOUR_MIN)


async def contacts(db: Reads, day: datetime, now: datetime) -> tuple[dict[int, int], dict[int, dict[int, int]]]:
    """New tickets by quarter of an hour: of this day, and of the same weekday one to four weeks ago."""
    mine = {r["slot"]: r["n"] for r in await db.fetch(CONTACTS, day, now)}
    past: dict[int, dict[int, int]] = {}
    for r in await db.fetch(PAST, day):
        past.setdefault(r["w"], {})[r["slot"]] = r["n"]
    return mine, past


async def may(db: Reads, roles: list[str], languages: list[str], reason: str) -> list[Any]:
    """Everybody whose role may answer, whether they have the skill for this language and reason, as raw rows."""
    return await db.fetch(MAY, roles, languages, reason)
