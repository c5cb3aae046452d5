"""Statements of brief, hand-over and duty log."""

from datetime import datetime
from typing import Any

from farol.core.tickets.visibility import SEEN
from farol.kit.db import Reads, every, one

from .model import Changed, Due, Entry, Handed, Open, Watch

WATCHES = """
select w.id, w.words, w.at, s.name as by_name, w.until from brief_watch w join staff s on s.id = w.by_id
where w.ended_at is null and w.until > $1 order by w.at desc limit 30"""
ADD_WATCH = "insert into brief_watch (words, at, by_id, until) values ($1, $2, $3, $4) returning id"
WATCH = """
select w.id, w.words, w.at, s.name as by_name, w.until from brief_watch w join staff s on s.id = w.by_id where w.id = $1"""
END_WATCH = "update brief_watch set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null returning id"
CHANGE = """
insert into brief_change (stream, seq, kind, title, actor, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing"""
# title: the name in zh and in en, a line each. Only the last word on each thing: who saves a macro five times changed one macro.
CHANGED = """
select split_part(kind, '.', 1) as kind, split_part(kind, '.', 2) as what,
  split_part(title, E'\\n', 1) as zh, split_part(title, E'\\n', 2) as en, by_name, at from (
  select distinct on (c.stream, c.title) c.kind, c.title, coalesce(s.name, '') as by_name, c.at from brief_change c
  left join staff s on c.actor = 'staff:' || s.id where c.at > $1 order by c.stream, c.title, c.seq desc) x
order by at desc limit 40"""
PROMISES = """
select t.id as ticket_id, t.number, t.subject, t.severity, p.by from sla_promise p join ticket t on t.id = p.ticket_id
where t.owner_id = $1 and t.status in ('open', 'pending') and p.kept_at is null and p.broken_at is null order by p.by limit 50"""
HANDED = """
select h.id, h.ticket_id, t.number, t.subject, s.name as from_name, h.words, h.at, h.read_at
from (select $1::bigint as id) viewer, brief_handover h join ticket t on t.id = h.ticket_id join staff s on s.id = h.from_id
where h.to_id = viewer.id and h.at > $2 and t.owner_id = viewer.id and t.status in ('open', 'pending') and """ + SEEN + """
order by h.at desc limit 50"""
READ_MARK = "select at, was from brief_read where staff_id = $1"
READ = """
insert into brief_read as r (staff_id, at) values ($1, $2)
on conflict (staff_id) do update set at = excluded.at,
  was = case when excluded.at > r.at + interval '2 hours' then r.at else r.was end"""
READ_HANDED = "update brief_handover set read_at = $2 where to_id = $1 and read_at is null"
OPEN = """
select t.id as ticket_id, t.number, t.subject, t.status, t.severity, t.language, c.name as customer, t.waiting_since,
  (select p.by from sla_promise p where p.ticket_id = t.id and p.kept_at is null and p.broken_at is null) as promised,
  m.author_kind as said_by, m.body as said, m.at as said_at
from ticket t join customer c on c.id = t.customer_id
left join lateral (select m.author_kind, left(m.body, 400) as body, m.at from message m
  where m.ticket_id = t.id and not m.internal and m.author_kind <> 'system' order by m.seq desc limit 1) m on true
where t.owner_id = $1 and t.status in ('open', 'pending') order by t.severity, t.waiting_since, t.id limit 100"""
OWNED = "select owner_id, status from ticket where id = $1 for no key update"
BEFORE = "select ticket_id, words, to_id, to_team from brief_handover where client_id = $1"
HAND = """
insert into brief_handover (client_id, ticket_id, from_id, to_id, words, at, to_team) values ($1, $2, $3, $4, $5, $6, $7)"""
ENTRY = """
select l.id, l.shift, l.words, l.at, l.by_id, s.name as by_name, l.corrects, l.incidents
from brief_log l join staff s on s.id = l.by_id """
LOG = ENTRY + "where l.id < $1 order by l.id desc limit 30"
LOG_OF_CLIENT = ENTRY + "where l.client_id = $1"
WRITE = """
insert into brief_log (client_id, shift, words, at, by_id, corrects, incidents) values ($1, $2, $3, $4, $5, $6, $7) returning id"""
WRITTEN = "select exists (select from brief_log where id = $1)"


async def watches(db: Reads, now: datetime) -> list[Watch]:
    """What to look out for, newest first."""
    return await every(db, Watch, WATCHES, now)


async def watch(db: Reads, id_: int) -> Watch | None:
    """One of them."""
    return await one(db, Watch, WATCH, id_)


async def changed(db: Reads, since: datetime) -> list[Changed]:
    """What is new in how the desk works, newest first."""
    return await every(db, Changed, CHANGED, since)


async def promises(db: Reads, staff_id: int) -> list[Due]:
    """What somebody's customers were told about when they hear again, the next first."""
    return await every(db, Due, PROMISES, staff_id)


async def handed(db: Reads, staff_id: int, since: datetime) -> list[Handed]:
    """Tickets that were given to somebody and still are theirs."""
    return await every(db, Handed, HANDED, staff_id, since)


async def read_mark(db: Reads, staff_id: int) -> tuple[datetime, datetime | None] | None:
    """When somebody last read their brief, and when on the shift before."""
    row = await db.fetchrow(READ_MARK, staff_id)
    return (row["at"], row["was"]) if row else None


async def open_tickets(db: Reads, staff_id: int) -> list[Open]:
    """What somebody has in hand."""
    return await every(db, Open, OPEN, staff_id)


async def log(db: Reads, before: int) -> list[Entry]:
    """Entries of the duty log, newest first."""
    return await every(db, Entry, LOG, before)


async def entry_of(db: Reads, client_id: Any) -> Entry | None:
    """The entry that a request wrote."""
    return await one(db, Entry, LOG_OF_CLIENT, client_id)
