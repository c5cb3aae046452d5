"""Statements for lists and reports: what is due next on many tickets, and how many limits were kept."""

from datetime import datetime

import msgspec

from farol.core.tickets.visibility import SEEN, viewer
from farol.kit.db import Reads, every
from farol.kit.permission import Actor, Can

from . import measure
from .hours import Calendar
from .model import Clock, Due, Pause, Promise

NEXT_DUES = """
select s.ticket_id, s.due_kind, s.due_at, now() as now, to_jsonb(c) as clock, to_jsonb(k) as calendar, to_jsonb(p) as promise,
  (select jsonb_agg(to_jsonb(z) order by z.seq) from sla_pause z where z.ticket_id = s.ticket_id) as pauses
from sla_ticket s
left join lateral (select * from sla_clock c where c.ticket_id = s.ticket_id and c.kind = s.due_kind
  and c.met_at is null and c.dropped_at is null order by c.turn desc limit 1) c on true
left join sla_calendar k on k.id = c.calendar_id
left join sla_promise p on s.due_kind = 'update' and p.ticket_id = s.ticket_id and p.kept_at is null and p.broken_at is null
where s.ticket_id = any($1::bigint[]) and s.due_at is not null"""
# Every limit of the period in one row: what fell due in it, and what still runs, whenever that is due.
LIMITS = """
with due as (
  select c.ticket_id, c.kind, c.due_at, c.met_at, c.breached_at, c.dropped_at, c.warned, s.severity
  from sla_clock c join sla_ticket s using (ticket_id)
  where c.due_at >= $1 and (c.due_at < $2 or (c.met_at is null and c.breached_at is null and c.dropped_at is null))
  union all
  select p.ticket_id, 'update', p.by, p.kept_at, p.broken_at, null, p.warned, s.severity
  from sla_promise p join sla_ticket s using (ticket_id)
  where p.by >= $1 and (p.by < $2 or (p.kept_at is null and p.broken_at is null))),
limits as (
  select *, case when breached_at is not null or (met_at is null and dropped_at is null and due_at < now()) then 'breached'
    when met_at is not null then 'met' when dropped_at is not null then 'dropped' else 'running' end as outcome from due)
"""
ATTAINMENT = LIMITS + """
select kind, severity, count(*) filter (where outcome = 'met')::int as met, count(*) filter (where outcome = 'breached')::int as breached,
  count(*) filter (where outcome = 'running')::int as running, count(*) filter (where outcome = 'running' and warned >= 80)::int as risk,
  count(*) filter (where outcome = 'dropped')::int as dropped
from limits group by kind, severity order by kind, severity"""
MEASURED = LIMITS + """
select t.id as ticket, t.number, case when $8 then t.subject else '' end as subject, l.severity, l.due_at, l.met_at
from limits l join ticket t on t.id = l.ticket_id, (select $7::bigint as id) viewer
where l.kind = $3 and l.severity = $4 and l.outcome = case $5 when 'risk' then 'running' else $5 end and ($5 <> 'risk' or l.warned >= 80)
  and """ + SEEN + """
order by l.due_at desc, t.id desc limit $6"""
MOST_MEASURED = 100


class Attainment(msgspec.Struct, frozen=True):
    """Limits of one kind and severity that fell due in a period. attainment = met / (met + breached), None where neither was.

    Those still running, of which ``risk`` have spent 80 % of their time, and those no longer measured (dropped) are told,
    and are in neither.
    """

    kind: str
    severity: str
    met: int
    breached: int
    running: int
    risk: int
    dropped: int
    attainment: float | None


class Measured(msgspec.Struct, frozen=True):
    """A ticket behind a figure. subject: empty for who may not read tickets."""

    ticket: int
    number: str
    subject: str
    severity: str
    due_at: datetime
    met_at: datetime | None


async def dues(db: Reads, ids: list[int]) -> dict[int, Due]:
    """What is due next on each of these tickets, where anything is."""
    return {r["ticket_id"]: Due(r["due_kind"], r["due_at"], _percent(r["clock"], r["calendar"], r["pauses"], r["promise"], r["now"]))
            for r in await db.fetch(NEXT_DUES, ids)}


def _percent(clock: object, calendar: object, pauses: object, promise: object, now: datetime) -> int:
    if promise is not None:
        return measure.promise_percent(msgspec.convert(promise, Promise), now)
    if clock is None or calendar is None:
        return 0
    return measure.percent(msgspec.convert(clock, Clock), msgspec.convert(calendar, Calendar), msgspec.convert(pauses or [], list[Pause]), now)


async def attainment(db: Reads, since: datetime, until: datetime) -> list[Attainment]:
    """How the limits due in [since, until) were kept, open breaches counted as breaches."""
    return [Attainment(**dict(r), attainment=_share(r["met"], r["breached"])) for r in await db.fetch(ATTAINMENT, since, until)]


async def measured(
    db: Reads, since: datetime, until: datetime, actor: Actor, *, kind: str, severity: str, outcome: str,
) -> list[Measured]:
    """The tickets behind one figure of ``attainment`` that the actor may see, the latest due first; one more than are shown."""
    return await every(db, Measured, MEASURED, since, until, kind, severity, outcome, MOST_MEASURED + 1, viewer(actor),
                       actor.may(Can.TICKET_SEE))


def _share(met: int, breached: int) -> float | None:
    return round(met / (met + breached), 4) if met + breached else None
