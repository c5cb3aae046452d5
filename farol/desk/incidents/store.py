"""Statements on incidents, their timelines and the search for tickets."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from farol.kit.db import Reads, every, one

from .model import Counts, Incident, Notice, Ongoing, Scan, Scope, Update, scope_of

COLUMNS = """
select i.id, i.zh, i.en, i.scope, i.severity, i.state, i.public, i.words_zh, i.words_en, i.internal, i.next_update_by, i.declared_at,
  i.declared_by, s.name as by_name, i.resolved_at, i.version
from incident i join staff s on s.id = i.declared_by """
ONE = COLUMNS + "where i.id = $1"
OF_CLIENT = COLUMNS + "where i.client_id = $1"
OPEN = COLUMNS + "where i.state <> 'resolved' order by i.severity, i.id desc"
LATELY = COLUMNS + "where i.state = 'resolved' and i.resolved_at > $1 order by i.resolved_at desc limit 50"
NOTICES = """
select id, zh, en, words_zh, words_en, state, declared_at as since, next_update_by from incident
where state <> 'resolved' and public order by severity, id desc limit 20"""
ONGOING = """
select i.id, i.zh, i.en, i.state, i.severity, i.public, i.declared_at as since, i.next_update_by,
  (select count(*)::int from incident_ticket x where x.incident_id = i.id and x.state = 'attached') as attached
from incident i where i.state <> 'resolved' order by i.severity, i.id desc limit 20"""
NOTICE_OF = """
select i.id, i.zh, i.en, i.words_zh, i.words_en, i.state, i.declared_at as since, i.next_update_by, x.tell, i.public
from ticket t join incident i on i.id = t.incident_id join incident_ticket x on x.incident_id = i.id and x.ticket_id = t.id
where t.id = $1 and t.customer_id = $2"""
DECLARE = """
insert into incident (client_id, zh, en, scope, severity, state, public, words_zh, words_en, internal, next_update_by, declared_by)
values ($1, $2, $3, $4, $5, 'investigating', $6, $7, $8, $9, $10, $11) returning id"""
CHANGE = """
update incident set zh = $3, en = $4, scope = $5, severity = $6, public = $7, words_zh = $8, words_en = $9, internal = $10,
  next_update_by = $11, version = version + 1 where id = $1 and version = $2 and state <> 'resolved' returning version"""
LOCK = "select state from incident where id = $1 for no key update"
SAID = """
update incident set state = $2, words_zh = case when $3 then $4 else words_zh end, words_en = case when $3 then $5 else words_en end,
  next_update_by = $6, resolved_at = case when $2 = 'resolved' then now() end, version = version + 1 where id = $1"""
ADD_UPDATE = """
insert into incident_update (incident_id, by_id, public, state, zh, en, next_update_by) values ($1, $2, $3, $4, $5, $6, $7)"""
UPDATES = """
select u.id, u.at, u.by_id, s.name as by_name, u.public, u.state, u.zh, u.en, u.next_update_by
from incident_update u join staff s on s.id = u.by_id where u.incident_id = $1 order by u.id desc limit 200"""
COUNTS = """
select x.incident_id, count(*) filter (where x.state = 'attached')::int as attached,
  count(*) filter (where x.state = 'proposed')::int as proposed,
  count(*) filter (where x.state = 'attached' and t.status in ('open', 'pending') and t.waiting_since is not null)::int as waiting
from incident_ticket x join ticket t on t.id = x.ticket_id where x.incident_id = any($1::bigint[]) group by 1"""
# The newest ticket when it begins: tickets opened later come by themselves.
BEGIN_SCAN = """
insert into incident_scan as s (incident_id, version, upto_id, total)
select $1, $2, coalesce(max(t.id), 0), count(*) from ticket t
where t.status in ('open', 'pending') and t.opened_at >= coalesce($3, '-infinity'::timestamptz)
on conflict (incident_id) do update set version = excluded.version, after_id = 0, upto_id = excluded.upto_id, total = excluded.total,
  seen = 0, attached = 0, proposed = 0, started_at = now(), finished_at = null"""
SCAN_LOCK = """
select version, after_id, upto_id from incident_scan where incident_id = $1 and finished_at is null for update"""
MOVE_SCAN = """
update incident_scan set after_id = $2, seen = seen + $3, attached = attached + $4, proposed = proposed + $5,
  finished_at = case when $6 then now() end where incident_id = $1"""
SCAN = "select total, seen, attached, proposed, started_at, finished_at from incident_scan where incident_id = $1"


def _incident(row: Any) -> Incident:
    return Incident(**{**dict(row), "scope": scope_of(row["scope"])})


async def incident(db: Reads, id_: int) -> Incident | None:
    """One incident."""
    row = await db.fetchrow(ONE, id_)
    return _incident(row) if row else None


async def of_client(db: Reads, client_id: UUID) -> Incident | None:
    """The incident that a request declared before."""
    row = await db.fetchrow(OF_CLIENT, client_id)
    return _incident(row) if row else None


async def open_ones(db: Reads) -> list[Incident]:
    """Those that go on, the worst first."""
    return [_incident(row) for row in await db.fetch(OPEN)]


async def lately(db: Reads, now: datetime) -> list[Incident]:
    """Those resolved within the last 30 days, newest first."""
    return [_incident(row) for row in await db.fetch(LATELY, now - timedelta(days=30))]


async def notices(db: Reads) -> list[Notice]:
    """What everybody may know."""
    return await every(db, Notice, NOTICES)


async def ongoing(db: Reads) -> list[Ongoing]:
    """Open incidents in a line each, the worst first."""
    return await every(db, Ongoing, ONGOING)


async def notice_of(db: Reads, ticket_id: int, customer_id: int) -> tuple[Notice, bool, bool] | None:
    """The incident of a customer's ticket, whether they want to hear of its end, and whether it is public."""
    row = await db.fetchrow(NOTICE_OF, ticket_id, customer_id)
    if row is None:
        return None
    plain = dict(row)
    tell, public = plain.pop("tell"), plain.pop("public")
    return Notice(**plain), tell, public


async def locked(db: Reads, id_: int) -> str | None:
    """The state, which nobody else changes until the end of the transaction; None when there is no such incident."""
    state: str | None = await db.fetchval(LOCK, id_)
    return state


async def updates(db: Reads, id_: int) -> list[Update]:
    """The timeline, newest first."""
    return await every(db, Update, UPDATES, id_)


async def counts(db: Reads, ids: list[int]) -> dict[int, Counts]:
    """How many tickets each has."""
    return {r["incident_id"]: Counts(r["attached"], r["proposed"], r["waiting"]) for r in await db.fetch(COUNTS, ids)} if ids else {}


async def scan(db: Reads, id_: int) -> Scan | None:
    """How far the search is."""
    return await one(db, Scan, SCAN, id_)


async def begin_scan(db: Reads, id_: int, version: int, scope: Scope) -> None:
    """Starts the search anew."""
    await db.execute(BEGIN_SCAN, id_, version, scope.since)
