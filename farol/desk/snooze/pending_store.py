"""Statements of tickets that wait for their customer. Lock order: the wait, then its ticket."""

from datetime import datetime
from typing import Any

from farol.kit.db import Reads

from .model import DEFAULT, Rule

RULE = "select remind_h, resolve_d, severities from pending_rule"
SET_RULE = """
insert into pending_rule (remind_h, resolve_d, severities) values ($1, $2, $3)
on conflict (single) do update set remind_h = excluded.remind_h, resolve_d = excluded.resolve_d, severities = excluded.severities"""
STANDS = "select status, severity from ticket where id = $1"
BEGIN = """
insert into pending_wait (ticket_id, seq, since, next_at) values ($1, $2, $3, $4)
on conflict (ticket_id) do update set seq = excluded.seq, since = excluded.since, reminded_at = null, next_at = excluded.next_at
where pending_wait.seq < excluded.seq"""
KEEP_ON = "insert into pending_wait (ticket_id, seq, since, next_at) values ($1, $2, $3, $4) on conflict (ticket_id) do nothing"
END = "delete from pending_wait where ticket_id = $1"
# A ticket with events that were not taken in yet is passed by: the customer's answer may be among them.
DUE = """
select w.ticket_id, w.since, w.reminded_at, w.next_at, w.seq, t.number, t.language, coalesce($1::timestamptz, now()) as now
from pending_wait w join ticket t on t.id = w.ticket_id
where w.next_at <= coalesce($1::timestamptz, now()) and not exists (
  select from event e where e.stream = 'ticket:' || w.ticket_id and e.kind = any($2::text[]) and e.seq > coalesce(
    (select p.seq from progress p where p.reaction = $3 and p.stream = 'ticket:' || w.ticket_id), 0))
order by w.next_at, w.ticket_id limit 1 for update of w skip locked"""
STILL = "select status = 'pending' and merged_into is null as waits from ticket where id = $1 for no key update"
REMINDED = "update pending_wait set reminded_at = $2, next_at = $3 where ticket_id = $1"


async def rule(db: Reads) -> Rule:
    """How long customers are waited for."""
    row = await db.fetchrow(RULE)
    return Rule(**row) if row else DEFAULT


async def set_rule(db: Reads, rule: Rule) -> None:
    """Sets it; waits that run keep their next moment."""
    await db.execute(SET_RULE, rule.remind_h, rule.resolve_d, rule.severities)


async def stands(db: Reads, ticket_id: int) -> tuple[str, str] | None:
    """A ticket's status and severity."""
    row = await db.fetchrow(STANDS, ticket_id)
    return (row["status"], row["severity"]) if row else None


async def begin(db: Reads, ticket_id: int, seq: int, since: datetime, next_at: datetime, *, anew: bool) -> None:
    """Waits from this event on; where it waits already, only anew."""
    await db.execute(BEGIN if anew else KEEP_ON, ticket_id, seq, since, next_at)


async def end(db: Reads, ticket_id: int) -> None:
    """Waits no more."""
    await db.execute(END, ticket_id)


async def due(db: Reads, now: datetime | None, kinds: list[str], reaction: str) -> Any:
    """The wait that is longest overdue, locked, with the time; None when there is none."""
    return await db.fetchrow(DUE, now, kinds, reaction)


async def still(db: Reads, ticket_id: int) -> bool:
    """Locks the ticket: whether it waits for its customer as it stands."""
    return bool(await db.fetchval(STILL, ticket_id))


async def reminded(db: Reads, ticket_id: int, at: datetime, next_at: datetime) -> None:
    """The customer was asked once more."""
    await db.execute(REMINDED, ticket_id, at, next_at)
