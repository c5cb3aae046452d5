"""Statements of triage. Lock order: the ticket, then its triage."""

from datetime import datetime
from typing import Any

import msgspec

from farol.kit.db import Reads, one

from .model import Correction, Decision

OWN_WORDS = r"(m.channel <> 'phone' or m.body ~ '\n(Transcript \(|文字稿（)')"
"""Lines of phone calls are ours and say nothing of the matter, but for a transcript."""
CASE = f"""
select t.id, t.number, t.status, t.about, c.uid, c.time_zone,
  coalesce((select json_agg(m.body order by m.seq) from (select m.body, m.seq from message m
    where m.ticket_id = t.id and m.author_kind = 'customer' and not m.internal and {OWN_WORDS} order by m.seq limit $2) m), '[]')::jsonb as texts,
  coalesce((select max(m.seq) from message m where m.ticket_id = t.id and m.author_kind = 'customer' and not m.internal), 0) as upto_seq,
  exists (select from message m where m.ticket_id = t.id and m.author_kind = 'staff' and not m.internal) as answered
from ticket t join customer c on c.id = t.customer_id where t.id = $1 and t.merged_into is null and t.status <> 'closed'"""
EARLY = f"""
select count(*) <= $2 and bool_or(m.seq = $3) and not exists (select from message m where m.ticket_id = $1 and m.author_kind = 'staff' and not m.internal and m.seq < $3)
from message m where m.ticket_id = $1 and m.author_kind = 'customer' and m.seq <= $3 and {OWN_WORDS}"""
LOCK = """
select reason, severity from ticket where id = $1 and merged_into is null and status <> 'closed' for no key update"""
LAST_SET = """
select (select actor from event where stream = 'ticket:' || $1::bigint and kind = 'ticket.changed' and body->'fields' ? 'reason'
    order by seq desc limit 1) as reason_by,
  (select actor from event where stream = 'ticket:' || $1::bigint and kind = 'ticket.changed' and body->'fields' ? 'severity'
    order by seq desc limit 1) as severity_by"""
KEEP = """
insert into triage as t (ticket_id, reason, basis, decision, upto_seq, again, applied) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (ticket_id) do update set reason = excluded.reason, basis = excluded.basis, decision = excluded.decision,
  upto_seq = excluded.upto_seq, again = excluded.again, applied = excluded.applied, at = now()"""
BEFORE = "select reason from triage where ticket_id = $1"
FOUND = """
select d.decision, d.reason, d.again, d.applied, d.at, t.reason as now, l.was, l.reason as corrected, s.name as by_name, l.at as corrected_at
from ticket t left join triage d on d.ticket_id = t.id left join triage_label l on l.ticket_id = t.id left join staff s on s.id = l.staff_id
where t.id = $1"""
WAITING = """
select d.ticket_id from triage d join ticket t on t.id = d.ticket_id
where d.again and d.at > now() - interval '3 days' and t.status <> 'closed' order by d.at limit $1"""
LABEL = """
insert into triage_label as l (ticket_id, was, basis, reason, upto_seq, staff_id)
select d.ticket_id, d.reason, d.basis, $2, d.upto_seq, $3 from triage d where d.ticket_id = $1
on conflict (ticket_id) do update set was = excluded.was, basis = excluded.basis, reason = excluded.reason, upto_seq = excluded.upto_seq,
  staff_id = excluded.staff_id, at = now()"""


class Case(msgspec.Struct, frozen=True):
    """A ticket as triage reads it. texts: the customer's first messages. uid: None for somebody without an account."""

    id: int
    number: str
    status: str
    about: dict[str, Any] | None
    uid: str | None
    time_zone: str
    texts: list[str]
    upto_seq: int
    answered: bool


class Held(msgspec.Struct, frozen=True):
    """A ticket that is locked, and who set its reason and severity last: an actor, or nobody."""

    reason: str | None
    severity: str
    reason_by: str | None
    severity_by: str | None


class Found(msgspec.Struct, frozen=True):
    """Triage of a ticket as kept. now: the reason the ticket has."""

    decision: Decision | None
    again: bool
    applied: bool
    at: datetime | None
    reason: str | None
    now: str | None
    correction: Correction | None


async def case(db: Reads, ticket_id: int, most: int) -> Case | None:
    """A ticket that can still be sorted, with so many of its customer's messages."""
    return await one(db, Case, CASE, ticket_id, most)


async def early(db: Reads, ticket_id: int, seq: int, most: int) -> bool:
    """Whether the message with that seq is one of the customer's first, before anybody answered."""
    return bool(await db.fetchval(EARLY, ticket_id, most, seq))


async def hold(db: Reads, ticket_id: int) -> Held | None:
    """Locks the ticket. Two statements: the log is read as it stands once the lock is held."""
    row = await db.fetchrow(LOCK, ticket_id)
    if row is None:
        return None
    by = await db.fetchrow(LAST_SET, ticket_id)
    assert by
    return Held(row["reason"], row["severity"], by["reason_by"], by["severity_by"])


async def before(db: Reads, ticket_id: int) -> str:
    """What triage said last; empty when it has not said anything."""
    return await db.fetchval(BEFORE, ticket_id) or ""

async def keep(db: Reads, ticket_id: int, decision: Decision, upto_seq: int, *, again: bool, applied: bool) -> None:
    """Keeps what was decided."""
    await db.execute(KEEP, ticket_id, decision.reason, decision.basis, msgspec.to_builtins(decision), upto_seq, again, applied)


async def found(db: Reads, ticket_id: int) -> Found | None:
    """Triage of a ticket; None when there is no such ticket."""
    row = await db.fetchrow(FOUND, ticket_id)
    if row is None:
        return None
    correction = Correction(row["was"], row["corrected"], row["by_name"], row["corrected_at"]) if row["corrected"] else None
    decision = msgspec.convert(row["decision"], Decision) if row["decision"] else None
    return Found(decision, bool(row["again"]), bool(row["applied"]), row["at"], row["reason"], row["now"], correction)


async def waiting(db: Reads, most: int) -> list[int]:
    """Tickets that were sorted without the exchange's data, the oldest first."""
    return [row["ticket_id"] for row in await db.fetch(WAITING, most)]


async def label(db: Reads, ticket_id: int, reason: str, staff_id: int) -> None:
    """Keeps an agent's word beside triage's; nothing where triage said none."""
    await db.execute(LABEL, ticket_id, reason, staff_id)
