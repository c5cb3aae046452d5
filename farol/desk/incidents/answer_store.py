"""Statements on the answers that go to all."""

from typing import Any

import msgspec

from farol.kit.db import Reads, every

from .model import Answer

# by hand: somebody wrote to the customer since the incident was declared, and it was not a text to all.
GETS = """
from incident_ticket x join ticket t on t.id = x.ticket_id join incident i on i.id = x.incident_id
where x.incident_id = $1 and x.state = 'attached' and t.status <> 'closed' and t.incident_id = x.incident_id
  and t.reason is distinct from 'care.person_at_risk'
  and ($3 or x.tell) and not ($2 and exists (select from message m where m.ticket_id = t.id and m.author_kind = 'staff'
    and not m.internal and m.at >= i.declared_at
    and not exists (select from incident_answer_ticket a where a.ticket_id = m.ticket_id and a.seq = m.seq)))"""
SHARES = "select t.language, count(*)::int as n " + GETS + " group by 1 order by 2 desc, 1"
ADD = """
insert into incident_answer (incident_id, client_id, kind, resolve, zh, en, by_id, total) values ($1, $2, $3, $4, $5, $6, $7, 0) returning id"""
TARGETS = "insert into incident_answer_ticket (answer_id, ticket_id) select $4, t.id " + GETS
TOTAL = """
update incident_answer a set total = (select count(*) from incident_answer_ticket x where x.answer_id = a.id) where a.id = $1 returning total"""
OF_CLIENT = "select id, incident_id, kind, zh, en, total from incident_answer where client_id = $1"
OPEN_ONE = "select id from incident_answer where incident_id = $1 and finished_at is null limit 1"
ANSWERS = """
select a.id, a.kind, a.resolve, a.zh, a.en, s.name as by_name, a.at, a.total, a.finished_at,
  (select count(*) from incident_answer_ticket x where x.answer_id = a.id and x.outcome = 'sent')::int as sent,
  (select count(*) from incident_answer_ticket x where x.answer_id = a.id and x.outcome <> 'sent')::int as skipped
from incident_answer a join staff s on s.id = a.by_id where a.incident_id = $1 order by a.id desc limit 50"""
# One worker sends an answer at a time: who comes second waits, and then finds what is left.
JOB_LOCK = """
select a.id, a.incident_id, a.kind, a.resolve, a.zh, a.en, a.by_id, a.finished_at, i.zh as title_zh, i.en as title_en,
  s.name, s.alias, s.role from incident_answer a join incident i on i.id = a.incident_id join staff s on s.id = a.by_id
where a.id = $1 for update of a"""
LEFT = """
select x.ticket_id, t.number, t.language, c.name from incident_answer_ticket x join ticket t on t.id = x.ticket_id
join customer c on c.id = t.customer_id where x.answer_id = $1 and x.outcome is null order by x.ticket_id limit $2"""
DONE = """
update incident_answer_ticket x set outcome = u.outcome, seq = u.seq from unnest($2::bigint[], $3::text[], $4::bigint[]) u(id, outcome, seq)
where x.answer_id = $1 and x.ticket_id = u.id"""
RESOLVE = """
with locked as materialized (
  select id from ticket where id = any($1::bigint[]) and status in ('open', 'pending') and merged_into is null order by id for no key update)
update ticket t set status = 'resolved', stage = null, snoozed_until = null, resolved_at = now(), waiting_since = null,
  updated_at = now(), seq = t.seq + 1, version = t.version + 1 from locked where t.id = locked.id returning t.id, t.seq, t.version"""
FINISH = "update incident_answer set finished_at = now() where id = $1 and finished_at is null"


class Open(msgspec.Struct, frozen=True):
    """An answer that is being sent: its texts, the incident's titles, and who speaks."""

    id: int
    incident_id: int
    kind: str
    resolve: bool
    zh: str
    en: str
    by_id: int
    finished_at: Any
    title_zh: str
    title_en: str
    name: str
    alias: str
    role: str


class Left(msgspec.Struct, frozen=True):
    """A ticket that has not got it yet."""

    ticket_id: int
    number: str
    language: str
    name: str


async def answers(db: Reads, incident_id: int) -> list[Answer]:
    """What was sent, newest first."""
    return await every(db, Answer, ANSWERS, incident_id)


async def shares(db: Reads, incident_id: int, *, skip_answered: bool, everybody: bool) -> list[tuple[str, int]]:
    """Tickets that would get a text, by language."""
    return [(r["language"], r["n"]) for r in await db.fetch(SHARES, incident_id, skip_answered, everybody)]


