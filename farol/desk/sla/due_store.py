"""Statements for lists and reports: what is due next on many tickets, and how many limits were kept."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads

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
ATTAINMENT = """
with due as (
  select c.kind, c.due_at, c.met_at, c.breached_at, c.dropped_at, s.severity from sla_clock c join sla_ticket s using (ticket_id)
  where c.due_at >= $1 and c.due_at < $2
  union all
  select 'update', p.by, p.kept_at, p.broken_at, null, s.severity from sla_promise p join sla_ticket s using (ticket_id)
  where p.by >= $1 and p.by < $2)
select kind, severity,
  count(*) filter (where met_at is not null and breached_at is null)::int as met,
  count(*) filter (where breached_at is not null or (met_at is null and dropped_at is null and due_at < now()))::int as breached,
  count(*) filter (where met_at is null and breached_at is null and dropped_at is null and due_at >= now())::int as running,
  count(*) filter (where dropped_at is not null and breached_at is null and met_at is null)::int as dropped
from due group by kind, severity order by kind, severity"""


class Attainment(msgspec.Struct, frozen=True):
    """Limits of one kind and severity that fell due in a period. attainment = met / (met + breached), None where neither was.

    Those still running and those no longer measured (dropped) are told, and are in neither.
    """

    kind: str
    severity: str
    met: int
    breached: int
    running: int
    dropped: int
    attainment: float | None


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


def _share(met: int, breached: int) -> float | None:
    return round(met / (met + breached), 4) if met + breached else None
