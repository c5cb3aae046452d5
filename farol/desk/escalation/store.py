"""Statements on escalations. Lock order: ticket, escalation, hold. Times are the database's."""

from datetime import datetime
from typing import Any

import msgspec

from farol.core.people.model import RIGHTS, roles_with
from farol.core.tickets import visibility
from farol.kit.db import Reads, one
from farol.kit.permission import Can

from .model import Candidate, Facts, Step

OF_TICKET = "select ticket_id from escalation where id = $1"
visibility.BELONGS["escalation_id"] = OF_TICKET

LOCK = "select id from ticket where id = $1 for no key update"
# Read after the lock, so that its clock is not earlier than what another wrote while we waited.
FACTS = """
select t.id, t.number, t.status, t.severity, coalesce(t.reason, '') as reason, c.tier, coalesce(g.key, '') as team, t.owner_id,
  clock_timestamp() as now
from ticket t join customer c on c.id = t.customer_id
left join team g on g.id = coalesce(t.team_id, (select q.team_id from queue_entry q where q.ticket_id = t.id order by q.id desc limit 1))
where t.id = $1"""
CANDIDATES = """
select s.id, s.name, s.role, coalesce(a.state in ('available', 'busy'), false) as here,
  array(select g.key from team_member m join team g on g.id = m.team_id where m.staff_id = s.id) as teams,
  (select count(*)::int from escalation_hold h where h.staff_id = s.id and h.until is null) as held
from staff s left join agent_state a on a.staff_id = s.id
where s.disabled_at is null and s.role = any($1::text[]) order by s.id"""
ASSIGN = """
update ticket set owner_id = $2, seq = seq + 1, version = version + 1, updated_at = now()
where id = $1 and status in ('open', 'pending') and owner_id is distinct from $2 returning seq, version"""
RAISE = """
update ticket set severity = $2, seq = seq + 1, version = version + 1, updated_at = now()
where id = $1 and status in ('open', 'pending') and severity > $2 returning seq, version"""

OPEN_OF = """
select e.id, h.staff_id, s.name from escalation e join escalation_hold h on h.escalation_id = e.id and h.until is null
join staff s on s.id = h.staff_id where e.ticket_id = $1 and e.ended_at is null and e.cause <> 'promise'"""
OF_PROMISE = "select id from escalation where promise_id = $1"
ADD = """
insert into escalation (ticket_id, cause, promise_id, ladder_id, name, steps, why, ask, started_at, started_by, step)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0) returning id"""
RUNNING = """
select e.id, e.ticket_id, e.cause, e.name, e.steps, e.why, e.ask, e.started_by, e.step, e.due_at, e.thread_id, e.ended_at,
  h.id as hold_id, h.staff_id, s.name as staff_name, s.disabled_at is not null as gone, h.acknowledged_at
from escalation e left join escalation_hold h on h.escalation_id = e.id and h.until is null left join staff s on s.id = h.staff_id
where e.id = $1"""
TICKET_OF = "select ticket_id from escalation where id = $1"
HOLD = "insert into escalation_hold (escalation_id, step, staff_id, since) values ($1, $2, $3, $4)"
LET_GO = "update escalation_hold set until = $2, why = $3, words = $4 where id = $1 and until is null"
AT_STEP = "update escalation set step = $2, due_at = $3::timestamptz + make_interval(secs => $4) where id = $1"
ACKNOWLEDGE = "update escalation_hold set acknowledged_at = $2 where id = $1 and acknowledged_at is null"
NO_TIMER = "update escalation set due_at = null where id = $1"
END = "update escalation set ended_at = $2, ended_by = $3, outcome = $4, words = $5, due_at = null where id = $1"
THREAD = "update escalation set thread_id = $2 where id = $1"
PAST = "select array_agg(distinct staff_id) from escalation_hold where escalation_id = $1 and step = $2 and until is not null"
# A step that is due, or whose owner works here no more.
DUE = """
select e.id from escalation e where e.due_at <= now()
union select h.escalation_id from escalation_hold h join staff s on s.id = h.staff_id
where h.until is null and s.disabled_at is not null order by 1 limit 200"""
# Whoever comes second passes by; what was acknowledged meanwhile is not due any more.
CLAIM = """
select e.ticket_id from escalation e join ticket t on t.id = e.ticket_id
where e.id = $1 and e.ended_at is null and (e.due_at <= now() or exists (
  select from escalation_hold h join staff s on s.id = h.staff_id
  where h.escalation_id = e.id and h.until is null and s.disabled_at is not null))
for no key update of t, e skip locked"""
OPEN_LADDERS_OF = "select id from escalation where ticket_id = $1 and ended_at is null and cause <> 'promise' order by id"


class Running(msgspec.Struct, frozen=True):
    """An escalation with its open hold; hold_id and staff_id are None when it has ended. gone: its owner works here no more."""

    id: int
    ticket_id: int
    cause: str
    name: str
    steps: list[Step]
    why: str
    ask: str
    started_by: str
    step: int
    due_at: datetime | None
    thread_id: int | None
    ended_at: datetime | None
    hold_id: int | None
    staff_id: int | None
    staff_name: str | None
    gone: bool | None
    acknowledged_at: datetime | None


async def facts(db: Reads, ticket_id: int) -> Facts | None:
    """A ticket as it stands; take its row first."""
    return await one(db, Facts, FACTS, ticket_id)


async def running(db: Reads, escalation_id: int) -> Running | None:
    """An escalation as it stands; take its ticket's row first."""
    row: Any = await db.fetchrow(RUNNING, escalation_id)
    return Running(**{**dict(row), "steps": msgspec.convert(row["steps"], list[Step])}) if row else None


async def candidates(db: Reads, ticket_id: int) -> list[Candidate]:
    """Everybody who may own a step of this ticket: by right, and by seeing it."""
    roles = roles_with(Can.ESCALATION_WORK)
    rows = await db.fetch(CANDIDATES, roles)
    unseen = {r["id"] for r in rows if Can.TICKET_SEE_ALL not in RIGHTS[r["role"]]}
    out = {staff for _, staff in await visibility.hidden(db, [ticket_id], sorted(unseen))}
    return [Candidate(r["id"], r["name"], r["role"], r["here"], frozenset(r["teams"]), r["held"]) for r in rows if r["id"] not in out]
