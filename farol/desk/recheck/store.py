"""Statements on days of looking again. Lock order: ticket, recheck. Times are the database's."""

from typing import Any

from farol.core.tickets import visibility
from farol.desk.threads.model import Person
from farol.kit.db import Reads

from .model import Recheck

TICKET_OF = "select ticket_id from recheck where id = $1"
visibility.BELONGS["recheck_id"] = TICKET_OF

LOCK = "select status, owner_id from ticket where id = $1 for no key update"
REOPEN = """
update ticket set status = 'open', resolved_at = null, owner_id = coalesce(owner_id, $2), seq = seq + 1, version = version + 1,
  updated_at = now() where id = $1 and status = 'resolved' returning seq, version, owner_id"""
IN_TIME = "select $1::timestamptz > now() and $1::timestamptz <= now() + $2::interval"
DROP = """
update recheck set done_at = now(), done_by = $2, outcome = 'dropped' where ticket_id = $1 and done_at is null returning id"""
SET = "insert into recheck (ticket_id, due_at, words, set_by) values ($1, $2, $3, $4) returning id"
DONE = "update recheck set done_at = now(), done_by = $2, outcome = $3 where id = $1 and done_at is null returning id"
SELECT = """
select r.id, r.ticket_id, r.due_at, r.words, r.at, r.told_at, r.done_at, r.outcome,
  r.set_by, b.name as set_name, r.staff_id, s.name as staff_name, r.done_by, d.name as done_name
from recheck r join staff b on b.id = r.set_by left join staff s on s.id = r.staff_id left join staff d on d.id = r.done_by """
OF_TICKET = SELECT + "where r.ticket_id = $1 and r.outcome is distinct from 'dropped' order by r.id desc limit 20"
MINE = SELECT + "where r.staff_id = $1 and r.done_at is null order by r.due_at, r.id limit 100"
DUE = "select id from recheck where due_at <= now() and told_at is null and done_at is null order by due_at limit 200"
# Whoever comes second passes by. It is the owner's task; else who set it, else a lead's, on shift before others.
CLAIM = """
select t.id as ticket_id, t.number, r.words, (
  select s.id from staff s left join agent_state a on a.staff_id = s.id
  where s.disabled_at is null and (s.id in (t.owner_id, r.set_by) or s.role in ('lead', 'duty'))
  order by s.id is distinct from t.owner_id, s.id <> r.set_by, coalesce(a.state, 'offline') = 'offline', s.id limit 1) as staff_id
from recheck r join ticket t on t.id = r.ticket_id
where r.id = $1 and r.due_at <= now() and r.told_at is null and r.done_at is null for no key update of t, r skip locked"""
TOLD = "update recheck set told_at = now(), staff_id = $2 where id = $1"


async def of_ticket(db: Reads, ticket_id: int) -> list[Recheck]:
    """A ticket's, newest first, without those that were taken away."""
    return [_recheck(r) for r in await db.fetch(OF_TICKET, ticket_id)]


async def mine(db: Reads, staff_id: int) -> list[Recheck]:
    """Those whose day has come and that are somebody's task, oldest first."""
    return [_recheck(r) for r in await db.fetch(MINE, staff_id)]


def _recheck(r: Any) -> Recheck:
    def person(id_: str, name: str) -> Person | None:
        return Person(r[id_], r[name]) if r[id_] is not None else None

    return Recheck(r["id"], r["ticket_id"], r["due_at"], r["words"], Person(r["set_by"], r["set_name"]), r["at"], person("staff_id", "staff_name"),
                   r["told_at"], r["done_at"], person("done_by", "done_name"), r["outcome"])
