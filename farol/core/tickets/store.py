"""Statements that read and change tickets. Posting is in ``posting.py``."""

from datetime import datetime
from typing import Any, TypeVar, cast
from uuid import UUID

import msgspec

from farol.kit.db import Reads, every, one

from .model import Author, FileView, Mark, Marks, MessageView, Stage

T = TypeVar("T")


class TicketRow(msgspec.Struct, frozen=True):
    """A ticket as stored, with its owner's name."""

    id: int
    number: str
    customer_id: int
    subject: str
    about: dict[str, Any] | None
    reason: str | None
    severity: str
    status: str
    owner_id: int | None
    owner_name: str | None
    owner_alias: str | None
    channel: str
    language: str
    seq: int
    last_public_seq: int
    version: int
    opened_at: datetime
    updated_at: datetime
    waiting_since: datetime | None
    first_reply_at: datetime | None
    resolved_at: datetime | None
    stage: str | None = None


class Done(msgspec.Struct, frozen=True):
    """A change that was made: new seq and version, and the status and stage before it."""

    seq: int
    version: int
    was: str
    was_in: str | None


class Conversation(msgspec.Struct, frozen=True):
    """The newest messages before a seq, oldest first, whether there are earlier ones, and both read marks."""

    messages: list[MessageView]
    more: bool
    marks: Marks


COLUMNS = """
select t.id, t.number, t.customer_id, t.subject, t.about, t.reason, t.severity, t.status, t.owner_id, s.name as owner_name,
  s.alias as owner_alias, t.channel, t.language, t.seq, t.last_public_seq, t.version, t.opened_at, t.updated_at,
  t.waiting_since, t.first_reply_at, t.resolved_at, t.stage
from ticket t left join staff s on s.id = t.owner_id """
TICKET = COLUMNS + "where t.id = $1"
OWN_TICKET = COLUMNS + "where t.id = $1 and t.customer_id = $2"
OWN_TICKET_BY_NUMBER = COLUMNS + "where t.number = $1 and t.customer_id = $2"
OWN_TICKETS = COLUMNS + "where t.customer_id = $1 order by t.id desc limit $2"

MESSAGES = """
select m.seq, m.client_id, m.author_kind, m.author_id, m.internal, m.channel, m.language, m.body, m.removed, m.at,
  coalesce(case m.author_kind when 'staff' then (select case when $5 then s.alias else s.name end from staff s where s.id = m.author_id)
    when 'customer' then (select c.name from customer c where c.id = m.author_id) end, '') as author_name,
  case when m.files = '{}' then null else (
    select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'media_type', f.media_type, 'size', f.size, 'state', f.state,
      'width', f.width, 'height', f.height, 'preview', f.preview_key is not null) order by u.n)
    from unnest(m.files) with ordinality u(id, n) join file f on f.id = u.id) end as files
from message m
where m.ticket_id = $1 and m.seq > $2 and m.seq < $3 and not (m.internal and $5)
order by m.seq desc limit $4"""

CONVERSATION = """
select coalesce(json_agg(json_build_object('seq', m.seq, 'client_id', m.client_id,
    'author', json_build_object('kind', m.author_kind, 'id', case when $4 then 0 else m.author_id end, 'name', coalesce(
      case m.author_kind when 'staff' then (select case when $4 then s.alias else s.name end from staff s where s.id = m.author_id)
        when 'customer' then (select c.name from customer c where c.id = m.author_id) end, '')),
    'internal', m.internal, 'channel', m.channel, 'language', m.language, 'body', m.body,
    'files', case when m.files = '{}' then '[]'::json else (
      select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'media_type', f.media_type, 'size', f.size,
        'state', f.state, 'width', f.width, 'height', f.height, 'preview', f.preview_key is not null) order by u.n), '[]')
      from unnest(m.files) with ordinality u(id, n) join file f on f.id = u.id) end,
    'removed', to_json(m.removed), 'at', m.at) order by m.seq) filter (where m.n <= $3), '[]')::text as messages,
  count(*) > $3 as more,
  json_build_object(
    'customer', (select json_build_object('seq', r.seq, 'at', r.at) from read_mark r
      where r.ticket_id = $1 and r.reader = 'customer' order by r.seq desc limit 1),
    'staff', (select json_build_object('seq', r.seq, 'at', r.at) from read_mark r
      where r.ticket_id = $1 and r.reader = 'staff' order by r.seq desc limit 1))::text as marks
from (select *, row_number() over (order by seq desc) as n from message
  where ticket_id = $1 and seq < $2 and not (internal and $4) order by seq desc limit $3::bigint + 1) m"""

EVENTS_AFTER = """
select seq, kind, actor, public, body, at from event where stream = $1 and seq > $2 order by seq limit $3"""
MARKS = """
select distinct on (reader) reader, seq, at from read_mark where ticket_id = $1 order by reader, seq desc"""
HEADS = "select id, seq from ticket where id = any($1::bigint[])"
OWNED = "select id from ticket where id = any($1::bigint[]) and customer_id = $2"
EXISTING = "select id from ticket where id = any($1::bigint[])"

CHANGE = """
update ticket set seq = seq + 1, version = version + 1, updated_at = now(),
  status = case when $3 ? 'status' then $3->>'status' else status end,
  owner_id = case when $3 ? 'owner_id' then ($3->>'owner_id')::bigint else owner_id end,
  reason = case when $3 ? 'reason' then $3->>'reason' else reason end,
  severity = case when $3 ? 'severity' then $3->>'severity' else severity end,
  subject = case when $3 ? 'subject' then $3->>'subject' else subject end,
  stage = case when $3 ? 'stage' then $3->>'stage' when $3 ? 'status' then null else stage end,
  snoozed_until = case when $3->>'status' in ('resolved', 'closed') then null else snoozed_until end,
  resolved_at = case when $3->>'status' = 'resolved' then case when status = 'resolved' then resolved_at else now() end
    when $3 ? 'status' then null else resolved_at end,
  waiting_since = case when $3->>'status' in ('resolved', 'closed', 'pending') then null else waiting_since end
where id = $1 and version = coalesce($2, version) and merged_into is null and (not $3 ? 'owner_id' or $3->>'owner_id' is null
  or exists (select from staff s where s.id = ($3->>'owner_id')::bigint and s.disabled_at is null))
returning seq, version, old.status as was, old.stage as was_in"""
STAGE = "select key, category, zh, en, shown_zh, shown_en from stage where key = $1 and retired_at is null"
# Who made the version that stands: a change of fields, or words that moved the ticket.
CHANGED_BY = """
select e.actor, coalesce(s.name, '') as name, e.at from event e
left join staff s on e.actor = 'staff:' || s.id
where e.stream = 'ticket:' || $1::bigint and (e.kind = 'ticket.changed' or (e.kind = 'message.posted' and e.body ? 'version'))
order by e.seq desc limit 1"""
READ = """
with m as (
  insert into read_mark as r (ticket_id, reader, reader_id, seq)
  select t.id, $2, $3, least($4, t.seq) from ticket t where t.id = $1 and ($2 <> 'customer' or t.customer_id = $3)
  on conflict (ticket_id, reader, reader_id) do update set seq = excluded.seq, at = now() where r.seq < excluded.seq
  returning seq)
update ticket set seq = ticket.seq + 1 from m where ticket.id = $1 returning ticket.seq, m.seq as upto"""
FILE_OF = """
select f.id from file f join message m on m.files @> array[f.id]
where m.ticket_id = $1 and f.id = $2 and not (m.internal and $3) limit 1"""

FILES_IN_USE = """
select distinct u.id from message m, unnest(m.files) u(id) where m.files && $1::uuid[] and u.id = any($1::uuid[])"""


async def ticket(db: Reads, id_: int) -> TicketRow | None:
    """One ticket, whoever asks."""
    return await one(db, TicketRow, TICKET, id_)


async def own_ticket(db: Reads, id_: int, customer_id: int) -> TicketRow | None:
    """One ticket, if it is this customer's."""
    return await one(db, TicketRow, OWN_TICKET, id_, customer_id)


async def own_ticket_by_number(db: Reads, number: str, customer_id: int) -> TicketRow | None:
    """One ticket by the number people quote, if it is this customer's."""
    return await one(db, TicketRow, OWN_TICKET_BY_NUMBER, number, customer_id)


async def own_tickets(db: Reads, customer_id: int, most: int = 50) -> list[TicketRow]:
    """The customer's tickets, newest first."""
    return await every(db, TicketRow, OWN_TICKETS, customer_id, most)


async def messages(db: Reads, id_: int, *, after: int = 0, before: int = 2**62, most: int = 50, public: bool) -> list[MessageView]:
    """Messages with after < seq < before, oldest first; the newest ``most`` of them. public: as the customer sees them."""
    rows = await db.fetch(MESSAGES, id_, after, before, most, public)
    return [_view(row, public) for row in reversed(rows)]


async def conversation(db: Reads, id_: int, *, before: int, public: bool, most: int = 50) -> Conversation:
    """What an opened ticket shows, written as JSON by the database: fifty rows cost less there than here."""
    row = await db.fetchrow(CONVERSATION, id_, before, most, public)
    assert row
    return Conversation(_written(row["messages"], list[MessageView]), row["more"], _written(row["marks"], Marks))


def _written(text: str, kind: type[T]) -> T:
    """JSON that stands for a value of this type, to be sent on as it is."""
    return cast(T, msgspec.Raw(text.encode()))


def _view(row: Any, public: bool) -> MessageView:
    return MessageView(
        row["seq"], row["client_id"],
        Author(row["author_kind"], 0 if public else row["author_id"], row["author_name"]),
        row["internal"], row["channel"], row["language"], row["body"],
        [] if row["files"] is None else msgspec.convert(row["files"], list[FileView]), row["removed"], row["at"],
    )


async def marks(db: Reads, id_: int) -> Marks:
    """How far both sides have read."""
    found = {row["reader"]: Mark(row["seq"], row["at"]) for row in await db.fetch(MARKS, id_)}
    return Marks(found.get("customer"), found.get("staff"))


async def events_after(db: Reads, id_: int, after: int, most: int = 500) -> list[Any]:
    """Events of the ticket after a seq, in order, as raw rows."""
    return await db.fetch(EVENTS_AFTER, f"ticket:{id_}", after, most)


async def heads(db: Reads, ids: list[int]) -> dict[int, int]:
    """The last seq of each ticket."""
    return {row["id"]: row["seq"] for row in await db.fetch(HEADS, ids)}


async def owned(db: Reads, ids: list[int], customer_id: int) -> set[int]:
    """Which of these tickets are this customer's."""
    return {row["id"] for row in await db.fetch(OWNED, ids, customer_id)}


async def existing(db: Reads, ids: list[int]) -> set[int]:
    """Which of these tickets exist."""
    return {row["id"] for row in await db.fetch(EXISTING, ids)}


async def change(db: Reads, id_: int, version: int | None, fields: dict[str, Any]) -> Done | None:
    """Sets fields if the version still is this one (None: whichever it is); None when it is not, or what was asked for is not there."""
    return await one(db, Done, CHANGE, id_, version, fields)


async def stage(db: Reads, key: str) -> Stage | None:
    """A stage that can be chosen."""
    return await one(db, Stage, STAGE, key)


async def changed_by(db: Reads, id_: int) -> tuple[str, str, datetime] | None:
    """Who changed a ticket last: as events name them, by name if staff, and when."""
    row = await db.fetchrow(CHANGED_BY, id_)
    return (row["actor"], row["name"], row["at"]) if row else None


async def read(db: Reads, id_: int, reader: str, reader_id: int, upto: int) -> tuple[int, int] | None:
    """Moves a read mark forward: seq spent and the mark, or None when there is nothing to move."""
    row = await db.fetchrow(READ, id_, reader, reader_id, upto)
    return (row["seq"], row["upto"]) if row else None


async def holds_file(db: Reads, id_: int, file_id: UUID, *, public: bool) -> bool:
    """Whether a message of the ticket that the viewer may see carries the file."""
    return bool(await db.fetchval(FILE_OF, id_, file_id, public))


async def files_in_use(db: Reads, ids: list[UUID]) -> set[UUID]:
    """Which of these files a message carries."""
    return {row["id"] for row in await db.fetch(FILES_IN_USE, ids)}
