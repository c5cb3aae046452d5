"""Statements on what goes out. Lock order: chat, parcel, ticket."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from farol.kit.db import Reads, every, one

from .model import Parcel

# The chat in which the customer of a ticket is spoken to: where they spoke last, or were led to after that.
ROUTE = """
select c.id as chat_id, n.id as connection_id, n.channel, u.language, k.id as contact_id
from ticket t join chat c on c.ticket_id = t.id and c.room = 'private'
join contact k on k.id = c.contact_id and k.customer_id = t.customer_id
join customer u on u.id = t.customer_id
join connection n on n.id = c.connection_id
left join lateral (
  select m.channel, m.at from message m where m.ticket_id = t.id and m.author_kind = 'customer' order by m.seq desc limit 1) s on true
where t.id = $1 and (s.channel = n.channel or s.at is null or c.joined_at > s.at)
order by greatest(c.said_at, c.joined_at) desc nulls last limit 1"""
MESSAGE = """
select m.body, m.author_kind, coalesce(s.alias, '') as alias, coalesce((
  select jsonb_agg(jsonb_build_object('id', f.id, 'key', f.key, 'name', f.name, 'media_type', f.media_type, 'size', f.size, 'state', f.state) order by u.n)
  from unnest(m.files) with ordinality u(id, n) join file f on f.id = u.id), '[]') as files
from message m left join staff s on m.author_kind = 'staff' and s.id = m.author_id where m.ticket_id = $1 and m.seq = $2"""
ADD = """
insert into parcel_out (chat_id, ticket_id, seq, key, parcel)
select $1, $2, $3, key, parcel::jsonb from unnest($4::text[], $5::text[]) with ordinality q(key, parcel, n) order by n
on conflict (key) do nothing returning id"""
CLAIM = """
update chat set claimed_until = now() + make_interval(secs => $2)
where id = $1 and (claimed_until is null or claimed_until < now()) returning true"""
RENEW = "update chat set claimed_until = now() + make_interval(secs => $2) where id = $1 and claimed_until is not null"
RELEASE = "update chat set claimed_until = null where id = $1"
NEXT = """
select p.id, p.chat_id, p.ticket_id, p.seq, p.key, p.parcel, p.tries, p.at, p.begun_at, extract(epoch from p.due - now())::float8 as wait_s,
  c.connection_id, c.external_id as chat, c.room, c.title, c.parent, c.said_at, c.templated_at, k.here, k.stopped, k.external_id as who, t.number,
  coalesce(k.customer_id = t.customer_id, true) as theirs, coalesce(u.language, 'en') as language
from parcel_out p join chat c on c.id = p.chat_id left join contact k on k.id = c.contact_id
left join ticket t on t.id = p.ticket_id left join customer u on u.id = k.customer_id
where p.chat_id = $1 and p.state = 'queued' order by p.id limit 1"""
SENT = """
with p as (
  update parcel_out set state = 'sent', sent_at = now(), settled_at = now(), error = '', tries = tries + 1 where id = $1 and state = 'queued' returning id, chat_id)
insert into parcel_word (chat_id, message, parcel_id) select p.chat_id, m, p.id from p, unnest($2::text[]) m on conflict do nothing"""
PUT_OFF = """
update parcel_out set tries = tries + 1, error = $2, begun_at = null, due = now() + make_interval(secs => $3) where id = $1 and state = 'queued'"""
TEMPLATED = "update chat set templated_at = now() where id = $1"
HOLD = "update parcel_out set due = now() + make_interval(secs => $2) where id = $1 and state = 'queued'"
# States only move forward: a receipt that comes late changes nothing.
MOVE = """
update parcel_out set state = $2, error = $3, settled_at = now()
where id = $1 and array_position(array['queued', 'sent', 'delivered', 'read'], state) < case $2 when 'failed' then 5
  else array_position(array['queued', 'sent', 'delivered', 'read'], $2) end and not (state = 'queued' and $2 <> 'failed') returning ticket_id, seq"""
BUMP = "update ticket set seq = seq + 1 where id = $1 returning seq"
BY_MESSAGE = """
select p.id, p.chat_id, p.ticket_id, p.seq, p.state from parcel_word w join chat c on c.id = w.chat_id join parcel_out p on p.id = w.parcel_id
where c.connection_id = $1 and ($2 = '' or c.external_id = $2) and w.message = $3 limit 5"""
BEFORE = """
select id, chat_id, ticket_id, seq, state from parcel_out where chat_id = $1 and id < $2 and state in ('sent', 'delivered')
  and sent_at > now() - interval '30 days' order by id limit 200"""
LABELS = """
select x->>'label' as label from parcel_out p, jsonb_array_elements(p.parcel->'choices') with ordinality e(x, n)
where p.chat_id = $1 and p.ticket_id = $2 and p.seq = $3 order by p.id, n limit 20"""
SENDING = """
select exists (select from chat c join parcel_out p on p.chat_id = c.id and p.state = 'queued' where c.connection_id = $1 and c.claimed_until > now())"""
SENT_UPTO = """
select coalesce(max(seq), 0) from parcel_out where chat_id = $1 and ticket_id = $2 and state in ('sent', 'delivered', 'read')"""
LEFT = """
select distinct p.chat_id from parcel_out p join chat c on c.id = p.chat_id join connection n on n.id = c.connection_id
where p.state = 'queued' and p.due < now() - interval '3 seconds' and (n.state in ('active', 'removed') or p.at < now() - interval '72 hours')
  and (c.claimed_until is null or c.claimed_until < now()) limit $1"""
OF_CONNECTION = """
select distinct p.chat_id from parcel_out p join chat c on c.id = p.chat_id where p.state = 'queued' and c.connection_id = $1 limit 10000"""
class Route(msgspec.Struct, frozen=True):
    """Where a ticket's customer is spoken to. language: theirs; contact_id: who they are there."""

    chat_id: int
    connection_id: int
    channel: str
    language: str
    contact_id: int


class OutFile(msgspec.Struct, frozen=True):
    """A file of a message."""

    id: UUID
    key: str
    name: str
    media_type: str
    size: int
    state: str


class Message(msgspec.Struct, frozen=True):
    """Words of ours, with their files."""

    body: str
    author_kind: str
    alias: str
    files: list[OutFile]


class Waiting(msgspec.Struct, frozen=True):
    """A parcel that is next in its chat. theirs: the chat is still the customer's of its ticket. begun_at: it may stand there already."""

    id: int
    chat_id: int
    ticket_id: int | None
    seq: int | None
    key: str
    parcel: dict[str, Any]
    tries: int
    at: datetime
    begun_at: datetime | None
    wait_s: float
    connection_id: int
    chat: str
    room: str
    title: str
    parent: str
    said_at: datetime | None
    templated_at: datetime | None
    here: bool | None
    stopped: bool | None
    who: str | None
    number: str | None
    theirs: bool
    language: str


class Known(msgspec.Struct, frozen=True):
    """A parcel that went."""

    id: int
    chat_id: int
    ticket_id: int | None
    seq: int | None
    state: str


async def route(db: Reads, ticket_id: int) -> Route | None:
    """The chat in which a ticket's customer is spoken to; None when it is not in one."""
    return await one(db, Route, ROUTE, ticket_id)


async def message(db: Reads, ticket_id: int, seq: int) -> Message | None:
    """Words as they stand in the ticket."""
    row = await db.fetchrow(MESSAGE, ticket_id, seq)
    return msgspec.convert(dict(row), Message) if row else None


async def add(db: Reads, chat_id: int, ticket_id: int | None, seq: int | None, parcels: list[Parcel]) -> int:
    """Queues parcels in order; how many are new."""
    rows = await db.fetch(
        ADD, chat_id, ticket_id, seq, [one.key for one in parcels], [msgspec.json.encode(one).decode() for one in parcels])
    return len(rows)


async def claim(db: Reads, chat_id: int, seconds: float) -> bool:
    """Whether the chat is ours to write into for so long."""
    return bool(await db.fetchval(CLAIM, chat_id, float(seconds)))


async def renew(db: Reads, chat_id: int, seconds: float) -> None:
    """It stays ours for so long from now."""
    await db.execute(RENEW, chat_id, seconds)


async def release(db: Reads, chat_id: int) -> None:
    """Lets others write there."""
    await db.execute(RELEASE, chat_id)


async def next_of(db: Reads, chat_id: int) -> Waiting | None:
    """The oldest parcel that waits in a chat."""
    return await one(db, Waiting, NEXT, chat_id)


async def sent(db: Reads, id_: int, messages: list[str]) -> None:
    """The platform took it."""
    await db.execute(SENT, id_, messages)


async def put_off(db: Reads, id_: int, why: str, seconds: float) -> None:
    """It is tried again after that."""
    await db.execute(PUT_OFF, id_, why, float(seconds))


async def templated(db: Reads, chat_id: int) -> None:
    """Approved words went there in place of ours."""
    await db.execute(TEMPLATED, chat_id)


async def hold(db: Reads, id_: int, seconds: float) -> None:
    """It waits for its turn; nothing failed."""
    await db.execute(HOLD, id_, float(seconds))


async def move(db: Reads, id_: int, state: str, why: str) -> bool:
    """Whether it moved forward."""
    return await db.fetchrow(MOVE, id_, state, why) is not None


async def bump(db: Reads, ticket_id: int) -> int:
    """A seq of the ticket."""
    seq: int = await db.fetchval(BUMP, ticket_id)
    return seq


async def by_message(db: Reads, connection_id: int, chat: str, message_: str, *, upto: bool) -> list[Known]:
    """Parcels that a platform's message belongs to; upto: and all before it in the chat."""
    found = await every(db, Known, BY_MESSAGE, connection_id, chat, message_)
    return [*await every(db, Known, BEFORE, found[0].chat_id, found[0].id), *found] if upto and found else found


async def labels(db: Reads, chat_id: int, ticket_id: int, seq: int) -> list[str]:
    """The buttons that stood under a message in this chat."""
    return [row["label"] for row in await db.fetch(LABELS, chat_id, ticket_id, seq)]


async def sending(db: Reads, connection_id: int) -> bool:
    """Whether something is being sent over the connection right now."""
    return bool(await db.fetchval(SENDING, connection_id))


async def sent_upto(db: Reads, chat_id: int, ticket_id: int) -> int:
    """The last message of a ticket that went into a chat."""
    upto: int = await db.fetchval(SENT_UPTO, chat_id, ticket_id)
    return upto


async def left(db: Reads, most: int) -> list[int]:
    """Chats in which something waits although nobody sends."""
    return [row["chat_id"] for row in await db.fetch(LEFT, most)]


async def chats_of(db: Reads, connection_id: int) -> list[int]:
    """Chats of a connection into which something waits to go."""
    return [row["chat_id"] for row in await db.fetch(OF_CONNECTION, connection_id)]
