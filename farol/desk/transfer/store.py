"""Statements on transfers. Lock order: ticket, transfer."""

from datetime import datetime
from typing import Any

import msgspec

from farol.core.people.model import RIGHTS
from farol.core.tickets import visibility
from farol.desk.queue.model import Skill
from farol.desk.threads.model import Person, TeamName
from farol.kit.db import Reads, one
from farol.kit.permission import Can

from .model import Colleague, Transfer

TICKET_OF = "select ticket_id from transfer where id = $1"
visibility.BELONGS["transfer_id"] = TICKET_OF

LOCK = "select id from ticket where id = $1 for no key update"
FACTS = """
select id, number, status, owner_id, coalesce(reason, '') as reason, language, severity from ticket where id = $1"""
OWN = """
update ticket set owner_id = $2, team_id = coalesce($3, team_id), seq = seq + 1, version = version + 1, updated_at = now()
where id = $1 and owner_id is not distinct from $4 and status in ('open', 'pending') returning seq, version"""
COLLEAGUES = """
select s.id, s.name, s.role, coalesce(a.state, 'offline') as state,
  coalesce((select jsonb_agg(g.key order by g.id) from team_member m join team g on g.id = m.team_id where m.staff_id = s.id), '[]') as teams,
  coalesce((select jsonb_agg(jsonb_build_object('language', k.language, 'topic', k.topic, 'level', k.level)) from skill k
    where k.staff_id = s.id), '[]') as skills,
  (select count(*)::int from ticket o where o.owner_id = s.id and o.status = 'open') as load,
  exists (select from ticket o where o.customer_id = t.customer_id and o.owner_id = s.id and o.id <> t.id) as knows
from staff s left join agent_state a on a.staff_id = s.id, ticket t
where t.id = $1 and s.disabled_at is null order by s.name, s.id"""
TEAMS = "select id, key, zh, en from team order by id"
TRANSFERS = """
select x.id, x.ticket_id, x.from_id, f.name as from_name, x.to_staff, r.name as to_name, g.key, g.zh, g.en, x.summary, x.at, x.outcome,
  x.answered_at, x.answered_by, b.name as by_name, x.why
from transfer x join staff f on f.id = x.from_id left join staff r on r.id = x.to_staff left join team g on g.id = x.to_team
left join staff b on b.id = x.answered_by """
ONE = TRANSFERS + "where x.id = $1"
OPEN_OF = TRANSFERS + "where x.ticket_id = $1 and x.answered_at is null"
OF_TICKET = TRANSFERS + "where x.ticket_id = $1 order by x.id desc limit 50"
FOR_ME = TRANSFERS + """
where x.answered_at is null and (x.to_staff = $1 or (x.from_id <> $1 and x.to_team in (
  select m.team_id from team_member m where m.staff_id = $1))) order by x.at, x.id limit 100"""
TIMES = "select count(*)::int from transfer where ticket_id = $1 and outcome = 'accepted'"
ADD = "insert into transfer (ticket_id, from_id, to_staff, to_team, summary) values ($1, $2, $3, $4, $5) returning id"
ADD_QUEUED = """
insert into transfer (ticket_id, from_id, to_team, summary, outcome, answered_at) values ($1, $2, $3, $4, 'queued', now()) returning id"""
ANSWER = """
update transfer set outcome = $2, answered_at = now(), answered_by = $3, why = $4 where id = $1 and answered_at is null returning id"""
MEMBERS = """
select m.staff_id from team_member m join team g on g.id = m.team_id join staff s on s.id = m.staff_id and s.disabled_at is null
where g.key = $1"""
SAID = """
select t.number, t.reason, t.severity, t.opened_at, t.subject, first.body as asked, last.body as said, last.at as said_at,
  reply.body as reply, reply.at as reply_at, reply.name as reply_by, note.body as note, note.name as note_by, n.replies
from ticket t
left join lateral (select m.body from message m where m.ticket_id = t.id and m.author_kind = 'customer' order by m.seq limit 1) first on true
left join lateral (select m.body, m.at from message m where m.ticket_id = t.id and m.author_kind = 'customer'
  order by m.seq desc limit 1) last on true
left join lateral (select m.body, m.at, s.name from message m join staff s on s.id = m.author_id
  where m.ticket_id = t.id and m.author_kind = 'staff' and not m.internal order by m.seq desc limit 1) reply on true
left join lateral (select m.body, s.name from message m join staff s on s.id = m.author_id
  where m.ticket_id = t.id and m.author_kind = 'staff' and m.internal order by m.seq desc limit 1) note on true
cross join lateral (select count(*)::int as replies from message m
  where m.ticket_id = t.id and m.author_kind = 'staff' and not m.internal) n
where t.id = $1"""


class Facts(msgspec.Struct, frozen=True):
    """What of a ticket matters here."""

    id: int
    number: str
    status: str
    owner_id: int | None
    reason: str
    language: str
    severity: str


class Said(msgspec.Struct, frozen=True):
    """What was said in a ticket, as far as a summary needs it: the customer's first and last words, staff's last reply and note."""

    number: str
    reason: str | None
    severity: str
    opened_at: datetime
    subject: str
    asked: str | None
    said: str | None
    said_at: datetime | None
    reply: str | None
    reply_at: datetime | None
    reply_by: str | None
    note: str | None
    note_by: str | None
    replies: int


async def facts(db: Reads, ticket_id: int, *, lock: bool = False) -> Facts | None:
    """A ticket as it stands; with ``lock`` it stays so until the end of the transaction."""
    if lock:
        await db.execute(LOCK, ticket_id)
    return await one(db, Facts, FACTS, ticket_id)


async def said(db: Reads, ticket_id: int) -> Said | None:
    """What was said in a ticket."""
    return await one(db, Said, SAID, ticket_id)


async def colleagues(db: Reads, ticket_id: int) -> list[Colleague]:
    """Everybody who works here, as seen from a ticket."""
    rows: list[Any] = await db.fetch(COLLEAGUES, ticket_id)
    unsure = [r["id"] for r in rows if Can.TICKET_SEE_ALL not in RIGHTS.get(r["role"], ())]
    out = {staff for _, staff in await visibility.hidden(db, [ticket_id], unsure)}
    return [Colleague(r["id"], r["name"], r["role"], r["state"], r["teams"], msgspec.convert(r["skills"], list[Skill]), r["load"],
                      r["knows"], r["id"] in out) for r in rows]


async def transfer(db: Reads, transfer_id: int) -> Transfer | None:
    """One transfer."""
    row = await db.fetchrow(ONE, transfer_id)
    return _transfer(row) if row else None


async def open_of(db: Reads, ticket_id: int) -> Transfer | None:
    """The one of a ticket that nobody answered yet."""
    row = await db.fetchrow(OPEN_OF, ticket_id)
    return _transfer(row) if row else None


async def of_ticket(db: Reads, ticket_id: int) -> list[Transfer]:
    """A ticket's transfers, newest first."""
    return [_transfer(r) for r in await db.fetch(OF_TICKET, ticket_id)]


async def for_me(db: Reads, staff_id: int) -> list[Transfer]:
    """Those that wait for somebody or for one of their teams, oldest first."""
    return [_transfer(r) for r in await db.fetch(FOR_ME, staff_id)]


def _transfer(r: Any) -> Transfer:
    def person(id_: str, name: str) -> Person | None:
        return Person(r[id_], r[name]) if r[id_] is not None else None

    return Transfer(
        r["id"], r["ticket_id"], Person(r["from_id"], r["from_name"]), person("to_staff", "to_name"),
        TeamName(r["key"], r["zh"], r["en"]) if r["key"] else None, r["summary"], r["at"], r["outcome"], r["answered_at"],
        person("answered_by", "by_name"), r["why"])
