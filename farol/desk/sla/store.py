"""Statements on the state of clocks: load under lock, save, find what is due."""

from datetime import datetime
from typing import Any

import msgspec

from farol.kit.db import Reads

from .model import DONE, Clock, Facts, Pause, Promise, State

LOCK = "select ticket_id from sla_ticket where ticket_id = any($1::bigint[]) order by ticket_id for update"
# A statement of its own after the lock: one snapshot is taken before it waits. Only what can still move is read, unless all is asked for.
STATES = """
select s.*,
  (select jsonb_agg(to_jsonb(c) order by c.started_at, c.kind, c.turn) from sla_clock c where c.ticket_id = s.ticket_id
    and ($2 or c.kind <> 'next_reply' or (c.met_at is null and c.dropped_at is null))) as clocks,
  (select jsonb_agg(to_jsonb(p) order by p.seq) from sla_pause p where p.ticket_id = s.ticket_id) as pauses,
  (select to_jsonb(r) from sla_promise r where r.ticket_id = s.ticket_id order by r.id desc limit 1) as promise
from sla_ticket s where s.ticket_id = any($1::bigint[]) order by s.ticket_id"""
BEGIN = """
insert into sla_ticket (ticket_id, at, opened_at, tier, severity, channel, reason, status)
values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (ticket_id) do nothing returning ticket_id"""
OPENING = """
select coalesce(e.at, t.opened_at) as at, coalesce(e.body, '{}') as body, t.channel, c.tier
from ticket t join customer c on c.id = t.customer_id
left join event e on e.stream = 'ticket:' || $1::bigint and e.seq = 1 and e.kind = 'ticket.opened'
where t.id = $1"""
SAVE = """
with c as (
  insert into sla_clock select * from jsonb_populate_recordset(null::sla_clock, $11)
  on conflict (ticket_id, kind, turn) do update set policy_id = excluded.policy_id, calendar_id = excluded.calendar_id,
    pause_cap_s = excluded.pause_cap_s, budget_s = excluded.budget_s, base_at = excluded.base_at,
    base_spent_s = excluded.base_spent_s, plans = excluded.plans, due_at = excluded.due_at, met_at = excluded.met_at,
    breached_at = excluded.breached_at, dropped_at = excluded.dropped_at, warned = excluded.warned),
p as (
  insert into sla_pause select * from jsonb_populate_recordset(null::sla_pause, $12)
  on conflict (ticket_id, seq) do update set until = excluded.until),
r as (
  update sla_promise set kept_at = ($13::jsonb->>'kept_at')::timestamptz, broken_at = ($13::jsonb->>'broken_at')::timestamptz,
    warned = ($13::jsonb->>'warned')::smallint
  where id = ($13::jsonb->>'id')::bigint)
update sla_ticket set at = $2, severity = $3, reason = $4, status = $5, answered_at = $6, waiting_since = $7, waiting_seq = $8,
  next_at = $9, due_kind = $10::jsonb->>0, due_at = ($10::jsonb->>1)::timestamptz
where ticket_id = $1"""
# What happened and was not yet taken in: such a ticket waits, for a reply in time may be among it.
LAGGING = """
select s.ticket_id from sla_ticket s
where s.ticket_id = any($1::bigint[]) and exists (
  select from event e where e.stream = 'ticket:' || s.ticket_id and e.kind = any($2::text[]) and e.seq > coalesce(
    (select p.seq from progress p where p.reaction = $3 and p.stream = 'ticket:' || s.ticket_id), 0))"""
DUE = """
select s.ticket_id, coalesce($4, now()) - interval '1 second' as upto from sla_ticket s
where s.next_at <= coalesce($4, now()) - interval '1 second' and not exists (
  select from event e where e.stream = 'ticket:' || s.ticket_id and e.kind = any($2::text[]) and e.seq > coalesce(
    (select p.seq from progress p where p.reaction = $3 and p.stream = 'ticket:' || s.ticket_id), 0))
order by s.next_at limit $1 for update of s skip locked"""
TICKETS = "select id from ticket where id = any($1::bigint[]) order by id for no key update"
BUMP = "update ticket set seq = seq + $2 where id = $1 returning seq"
FORGET_CLOCKS = "delete from sla_clock where ticket_id = $1"
FORGET_PAUSES = "delete from sla_pause where ticket_id = $1"
TAKEN = "select seq from progress where reaction = $1 and stream = 'ticket:' || $2::bigint for update"
HISTORY = """
select stream, seq, kind, actor, public, body, at from event
where stream = 'ticket:' || $1::bigint and seq <= $2 and kind = any($3::text[]) order by seq"""


async def load(db: Reads, ids: list[int]) -> list[State]:
    """What can still move of these tickets, locked, in order of their ids; those that have no state are left out."""
    await db.execute(LOCK, ids)
    return [_state(r) for r in await db.fetch(STATES, ids, False)]


async def seen(db: Reads, id_: int) -> State | None:
    """All of a ticket's state, for looking at."""
    row = await db.fetchrow(STATES, [id_], True)
    return _state(row) if row else None


def _state(r: Any) -> State:
    return State(
        r["ticket_id"], r["at"], r["opened_at"], Facts(r["tier"], r["severity"], r["channel"], r["reason"]), r["status"],
        r["answered_at"], r["waiting_since"] if r["waiting_seq"] else None, r["waiting_seq"], msgspec.convert(r["clocks"] or [], list[Clock]),
        msgspec.convert(r["pauses"] or [], list[Pause]), msgspec.convert(r["promise"], Promise | None))


async def opening(db: Reads, id_: int) -> tuple[datetime, Facts] | None:
    """When a ticket was opened, and as what; None when there is no such ticket."""
    r = await db.fetchrow(OPENING, id_)
    return (r["at"], Facts(r["tier"], r["body"].get("severity", "P3"), r["channel"], r["body"].get("reason"))) if r else None


async def begin(db: Reads, state: State) -> bool:
    """Makes a ticket's row; False when somebody else just did."""
    f = state.facts
    return await db.fetchval(BEGIN, state.ticket_id, state.at, state.opened_at, f.tier, f.severity, f.channel, f.reason, state.status) is not None


async def save(db: Reads, state: State, next_at: datetime | None, due: tuple[str, datetime] | None) -> None:
    """Writes a state that was loaded under lock. For lists, who never had an answer waits since the opening (without a seq)."""
    unanswered = state.opened_at if state.answered_at is None and state.status not in DONE else None
    clocks = [{"ticket_id": state.ticket_id, **msgspec.structs.asdict(c)} for c in state.clocks]
    pauses = [{"ticket_id": state.ticket_id, **msgspec.structs.asdict(p)} for p in state.pauses]
    await db.execute(
        SAVE, state.ticket_id, state.at, state.facts.severity, state.facts.reason, state.status, state.answered_at,
        state.waiting_since or unanswered, state.waiting_seq, next_at, due, clocks, pauses, state.promise)


async def due(db: Reads, most: int, kinds: list[str], reaction: str, now: datetime | None) -> tuple[list[int], datetime | None]:
    """Tickets with something to tell, the longest overdue first, locked; and up to when, a second ago by the database's time."""
    rows = await db.fetch(DUE, most, kinds, reaction, now)
    return [r["ticket_id"] for r in rows], rows[0]["upto"] if rows else None


async def hold(db: Reads, ids: list[int]) -> None:
    """Locks tickets, so that nothing more is said in them until the end of the transaction."""
    await db.execute(TICKETS, ids)


async def lagging(db: Reads, ids: list[int], kinds: list[str], reaction: str) -> set[int]:
    """Which of these tickets have events that were not taken in yet."""
    return {r["ticket_id"] for r in await db.fetch(LAGGING, ids, kinds, reaction)}


async def bump(db: Reads, id_: int, by: int) -> int:
    """Spends numbers of a ticket: the last one."""
    seq: int = await db.fetchval(BUMP, id_, by)
    return seq


async def forget(db: Reads, id_: int) -> None:
    """Drops a ticket's clocks and pauses, to be made again from its events."""
    await db.execute(FORGET_CLOCKS, id_)
    await db.execute(FORGET_PAUSES, id_)


async def taken(db: Reads, reaction: str, id_: int) -> int:
    """How far the reaction has come in a ticket; it waits until the end of the transaction."""
    return await db.fetchval(TAKEN, reaction, id_) or 0


async def history(db: Reads, id_: int, upto: int, kinds: list[str]) -> list[Any]:
    """Raw events of a ticket, in order."""
    return await db.fetch(HISTORY, id_, upto, kinds)
