"""Statements on side threads. Lock order: ticket, thread."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypedDict
from uuid import UUID

import msgspec

from farol.core.people.model import roles_with
from farol.core.reasons import reasons
from farol.core.tickets.model import FileView, shorten
from farol.kit.db import Reads, every
from farol.kit.permission import Can

from .model import (
    MOST_MESSAGES,
    Choice,
    Glimpse,
    Hearer,
    Letter,
    Message,
    Outsider,
    Person,
    TeamChoice,
    TeamName,
    Thread,
)

# $1: who asks. A team's members take part as long as they work in it.
THREADS = """
select h.id, h.ticket_id, h.kind, h.title, h.opened_at, h.closed_at, h.said_at, h.opened_by, ob.name as opened_name,
  h.closed_by, cb.name as closed_name, h.about, ab.name as about_name,
  (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by m.id), '[]')
    from thread_member m join staff s on s.id = m.staff_id where m.thread_id = h.id) as people,
  (select coalesce(jsonb_agg(jsonb_build_object('key', g.key, 'zh', g.zh, 'en', g.en) order by m.id), '[]')
    from thread_member m join team g on g.id = m.team_id where m.thread_id = h.id) as teams,
  exists (select from thread_member m where m.thread_id = h.id and (m.staff_id = $1 or m.team_id in (
    select w.team_id from team_member w where w.staff_id = $1))) as member,
  (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'address', o.address, 'name', o.name, 'gone', false) order by o.id), '[]')
    from thread_outsider o where o.thread_id = h.id and o.removed_at is null) as outside,
  w.body as last_words, n.messages, n.unread
from thread h join staff ob on ob.id = h.opened_by left join staff cb on cb.id = h.closed_by left join staff ab on ab.id = h.about
left join thread_message w on w.thread_id = h.id and w.seq = h.last_seq
cross join lateral (select count(*)::int as messages, count(*) filter (where m.author_id is distinct from $1 and m.seq > coalesce((
    select r.seq from thread_mark r where r.thread_id = h.id and r.staff_id = $1), 0))::int as unread
  from thread_message m where m.thread_id = h.id) n
"""
ONE = THREADS + "where h.id = $2"
OF_TICKET = THREADS + "where h.ticket_id = $2 order by h.closed_at is not null, h.id desc limit 100"
MINE = THREADS + """
where h.id in (
  select m.thread_id from thread_member m where m.staff_id = $1
  union select m.thread_id from thread_member m join team_member w on w.team_id = m.team_id where w.staff_id = $1)
  and (h.closed_at is null or h.closed_at > now() - interval '7 days')
order by h.closed_at is not null, coalesce(h.said_at, h.opened_at) desc, h.id desc limit 100"""
UNREAD = """
select count(distinct h.id)::int from thread h
join thread_member m on m.thread_id = h.id and (m.staff_id = $1 or m.team_id in (select w.team_id from team_member w where w.staff_id = $1))
left join thread_mark r on r.thread_id = h.id and r.staff_id = $1
where h.closed_at is null and h.last_seq > coalesce(r.seq, 0)"""
MESSAGES = """
select m.seq, m.client_id, m.author_id, s.name, m.body, m.removed, m.at, m.note, o.id as outsider_id, o.address, o.name as outsider_name,
  o.removed_at is not null as gone,
  (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'outsider_id', l.outsider_id, 'state', l.state, 'error', l.error) order by l.id), '[]')
    from thread_letter l where l.thread_id = m.thread_id and l.seq = m.seq) as letters,
  (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'media_type', f.media_type, 'size', f.size, 'state', f.state,
      'width', f.width, 'height', f.height, 'preview', f.preview_key is not null) order by u.n), '[]')
    from unnest(m.files) with ordinality u(id, n) join file f on f.id = u.id) as files
from thread_message m left join staff s on s.id = m.author_id left join thread_outsider o on o.id = m.outsider_id
where m.thread_id = $1 and ($3::bigint is null or m.seq = $3) order by m.seq desc limit $2"""
GLIMPSES = """
select id, number, reason, severity, status, channel, language, opened_at, waiting_since from ticket where id = any($1::bigint[])"""

TICKET_LOCK = "select owner_id, status from ticket where id = $1 for no key update"
SEQ = "update thread set seq = seq + 1 where id = $1 returning seq"
OF_OPENING = "select id from thread where ticket_id = $1 and opening_id = $2"
OPEN = """
insert into thread (ticket_id, kind, title, about, opened_by, opening_id) values ($1, $2, $3, $4, $5, $6) returning id"""
WHISPER_OF = "select id from thread where ticket_id = $1 and about = $2 and kind = 'whisper' and closed_at is null for no key update"
LOCK = "select ticket_id, closed_at, kind, title from thread where id = $1 for no key update"
SAID_BEFORE = "select seq, body, at, author_id, removed from thread_message where thread_id = $1 and client_id = $2"
SAY = """
with h as (update thread set seq = seq + 1, last_seq = seq + 1, said_at = now() where id = $1 returning seq)
insert into thread_message (thread_id, seq, client_id, author_id, body, removed) select $1, h.seq, $2, $3, $4, $5 from h
returning seq, at"""
MARK = """
insert into thread_mark as r (thread_id, staff_id, seq) select $1, $2, least($3, h.last_seq) from thread h where h.id = $1
on conflict (thread_id, staff_id) do update set seq = excluded.seq, at = now() where r.seq < excluded.seq"""
ADD_PEOPLE = """
insert into thread_member (thread_id, staff_id, set_by) select $1, unnest($2::bigint[]), $3 on conflict do nothing returning staff_id"""
ADD_TEAMS = """
insert into thread_member (thread_id, team_id, set_by) select $1, unnest($2::bigint[]), $3 on conflict do nothing returning team_id"""
CLOSE = "update thread set closed_at = now(), closed_by = $2 where id = $1 and closed_at is null returning id"
REOPEN = "update thread set closed_at = null, closed_by = null where id = $1 and closed_at is not null returning id"
COLLEAGUES = "select id, role from staff where id = any($1::bigint[]) and disabled_at is null"
TEAMS = "select id, key from team where key = any($1::text[])"
CHOICES = """
select s.id, s.name, s.role, coalesce(a.state, 'offline') as state from staff s left join agent_state a on a.staff_id = s.id
where s.disabled_at is null and s.role = any($1::text[]) order by s.name, s.id"""
TEAM_CHOICES = """
select g.key, g.zh, g.en, (select count(*)::int from team_member m join agent_state a on a.staff_id = m.staff_id
  and a.state in ('available', 'busy') where m.team_id = g.id) as here from team g order by g.id"""
# Of a team only those on shift are given a notice, all of them when nobody is; the frame goes to every screen.
HEARERS = """
with who as (
  select m.staff_id as id, true as named, true as here from thread_member m where m.thread_id = $1 and m.staff_id is not null
  union
  select w.staff_id, false, coalesce(a.state in ('available', 'busy'), false) from thread_member m
  join team_member w on w.team_id = m.team_id left join agent_state a on a.staff_id = w.staff_id where m.thread_id = $1)
select who.id, s.role, bool_or(who.named or who.here or not exists (select from who o where not o.named and o.here)) as noticed
from who join staff s on s.id = who.id and s.disabled_at is null group by who.id, s.role"""


class Locked(TypedDict):
    """What stands in a thread's row, which nobody changes meanwhile."""

    ticket_id: int
    kind: str
    title: str
    closed_at: datetime | None


async def lock(db: Reads, thread_id: int) -> Locked | None:
    """Takes the thread's row until the end of the transaction."""
    row = await db.fetchrow(LOCK, thread_id)
    return Locked(ticket_id=row["ticket_id"], kind=row["kind"], title=row["title"], closed_at=row["closed_at"]) if row else None


async def of_ticket(db: Reads, ticket_id: int, staff_id: int) -> list[Thread]:
    """A ticket's threads of every kind, open ones first, as somebody sees them."""
    return [_thread(row) for row in await db.fetch(OF_TICKET, staff_id, ticket_id)]


async def mine(db: Reads, staff_id: int) -> list[Thread]:
    """Threads somebody takes part in, alone or with a team: open, or closed in the last week."""
    return [_thread(row) for row in await db.fetch(MINE, staff_id)]


async def one(db: Reads, thread_id: int, staff_id: int) -> Thread | None:
    """A thread as somebody sees it, whoever may."""
    row = await db.fetchrow(ONE, staff_id, thread_id)
    return _thread(row) if row else None


async def unread(db: Reads, staff_id: int) -> int:
    """How many open threads hold something unread for somebody."""
    return await db.fetchval(UNREAD, staff_id) or 0


async def messages(db: Reads, thread_id: int) -> list[Message]:
    """What was said, oldest first."""
    return [_message(r) for r in reversed(await db.fetch(MESSAGES, thread_id, MOST_MESSAGES, None))]


async def message(db: Reads, thread_id: int, seq: int) -> Message:
    """One thing that was said."""
    row = await db.fetchrow(MESSAGES, thread_id, 1, seq)
    assert row
    return _message(row)


async def glimpses(db: Reads, ticket_ids: Sequence[int], may_open: set[int]) -> dict[int, Glimpse]:
    """What tickets are about, without their customers' words."""
    return {r["id"]: Glimpse(
        r["id"] if r["id"] in may_open else None, r["number"], _label(r["reason"]), r["severity"], r["status"], r["channel"], r["language"],
        r["opened_at"], r["waiting_since"]) for r in await db.fetch(GLIMPSES, ticket_ids)}


async def choices(db: Reads) -> tuple[list[Choice], list[TeamChoice]]:
    """Who can be asked into a thread."""
    roles = roles_with(Can.THREAD_WORK)
    return await every(db, Choice, CHOICES, roles), await every(db, TeamChoice, TEAM_CHOICES)


async def said_before(db: Reads, thread_id: int, client_id: UUID) -> Any:
    """The message of that client id, as a raw row, or None."""
    return await db.fetchrow(SAID_BEFORE, thread_id, client_id)


async def hearers(db: Reads, thread_id: int) -> list[Hearer]:
    """Who takes part."""
    return await every(db, Hearer, HEARERS, thread_id)


def _label(code: str | None) -> dict[str, str] | None:
    found = reasons().get(code or "")
    return {"zh": found.zh, "en": found.en} if found else None


def _message(r: Any) -> Message:
    outside = None if r["outsider_id"] is None else Outsider(r["outsider_id"], r["address"], r["outsider_name"], r["gone"])
    return Message(
        r["seq"], r["client_id"], None if outside else Person(r["author_id"], r["name"]), r["body"], r["removed"], r["at"], outside,
        msgspec.convert(r["letters"], list[Letter]), msgspec.convert(r["files"], list[FileView]), r["note"])


def _thread(r: Any) -> Thread:
    def person(id_: str, name: str) -> Person | None:
        return Person(r[id_], r[name]) if r[id_] is not None else None

    opened = person("opened_by", "opened_name")
    assert opened
    return Thread(
        r["id"], r["ticket_id"], r["kind"], r["title"], person("about", "about_name"), msgspec.convert(r["people"], list[Person]),
        msgspec.convert(r["teams"], list[TeamName]), r["opened_at"], opened, r["closed_at"], person("closed_by", "closed_name"),
        r["said_at"], shorten(r["last_words"] or ""), r["messages"], r["unread"], r["member"],
        msgspec.convert(r["outside"], list[Outsider]))
