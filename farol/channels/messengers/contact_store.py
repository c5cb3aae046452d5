"""Statements on people at platforms, and on chats with them. Lock order: chat, contact, ticket."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, one

PLACE_COLUMNS = """
select c.id as chat_id, k.id as contact_id, k.customer_id, k.bound_at is not null as bound, k.here, k.stopped, k.name, k.username,
  k.language as spoken, c.ticket_id, c.said_at, coalesce(nullif(u.name, ''), k.name) as called, u.language, u.uid is not null as known
from chat c join contact k on k.id = c.contact_id join customer u on u.id = k.customer_id """
PLACE = PLACE_COLUMNS + "where c.connection_id = $1 and c.external_id = $2 and k.external_id = $3"
PLACE_BY_CHAT = PLACE_COLUMNS + "where c.id = $1"
CONTACT = """
insert into contact (connection_id, external_id, customer_id, name, username, language) values ($1, $2, $3, $4, $5, $6)
on conflict (connection_id, external_id) do update set name = excluded.name returning id"""
CONTACT_OF = "select id, customer_id from contact where connection_id = $1 and external_id = $2"
NAMED = "update contact set name = $2, username = $3, language = $4 where id = $1"
CHAT = """
insert into chat (connection_id, external_id, room, title, parent, contact_id) values ($1, $2, $3, $4, $5, $6)
on conflict (connection_id, external_id) do update set
  title = case when excluded.title <> '' then excluded.title else chat.title end, contact_id = coalesce(excluded.contact_id, chat.contact_id)
returning id"""
CHAT_ID = "select id from chat where connection_id = $1 and external_id = $2"
# Words of theirs: the chat is in this ticket, they are there, and want to hear from us.
SAID = """
with c as (update chat set ticket_id = $2, said_at = greatest(said_at, $3) where id = $1 returning contact_id),
  k as (update contact k set here = true, stopped = false from c where k.id = c.contact_id and (not k.here or k.stopped)),
  w as (insert into word_in (chat_id, message, ticket_id, seq) select $1::bigint, m, $2::bigint, $4::bigint from unnest($5::text[]) m on conflict do nothing),
  q as (update parcel_out set due = now() where chat_id = $1 and state = 'queued' and due > now() returning id)
select exists (select from q)"""
TOUCH = "update chat set said_at = greatest(said_at, $2) where id = $1"
JOIN = "update chat set ticket_id = $2, joined_at = now() where id = $1"
BIND = """
update contact k set customer_id = $2, bound_at = now(), stopped = false, here = true,
  visitor_id = case when k.bound_at is null then nullif(k.customer_id, $2) else k.visitor_id end from (select id, customer_id from contact where id = $1 for update) o
where k.id = o.id returning o.customer_id as was"""
BOUND_LATELY = "select bound_at > now() - interval '5 minutes' from contact where id = $1"
HERE = """
update contact set here = $3, stopped = stopped and not $3 where connection_id = $1 and external_id = $2 and here <> $3 returning id"""
STOPPED = "update contact set stopped = $2 where id = $1"
CHATS_OF = "select id, ticket_id from chat where contact_id = $1"
WORD = """
select w.chat_id, w.ticket_id, w.seq, m.body, t.customer_id from word_in w join message m on m.ticket_id = w.ticket_id and m.seq = w.seq
join ticket t on t.id = w.ticket_id join chat c on c.id = w.chat_id where c.connection_id = $1 and c.external_id = $2 and w.message = $3"""
MERGED = """
update chat c set ticket_id = $2 from ticket a, ticket b where c.ticket_id = $1 and a.id = $1 and b.id = $2 and a.customer_id = b.customer_id"""
# The tickets a customer has open, for /case.
OPEN = """
select id, number, subject, status from ticket where customer_id = $1 and status <> 'closed' and merged_into is null order by updated_at desc limit 5"""
REGION = "select entity, tier from customer where id = $1"


class Place(msgspec.Struct, frozen=True):
    """A private chat and who is in it. bound: a link proved which customer; known: the exchange vouches for them. called: the customer's name.
    language: the customer's; spoken: what their app is set to."""

    chat_id: int
    contact_id: int
    customer_id: int
    bound: bool
    here: bool
    stopped: bool
    name: str
    username: str
    spoken: str
    ticket_id: int | None
    said_at: datetime | None
    called: str
    language: str
    known: bool


class Word(msgspec.Struct, frozen=True):
    """What a platform's message became."""

    chat_id: int
    ticket_id: int
    seq: int
    body: str
    customer_id: int


class OpenTicket(msgspec.Struct, frozen=True):
    """A ticket of a customer."""

    id: int
    number: str
    subject: str
    status: str


async def place(db: Reads, connection_id: int, chat: str, who: str) -> Place | None:
    """The private chat with somebody, if we know it."""
    return await one(db, Place, PLACE, connection_id, chat, who)


async def place_by_chat(db: Reads, chat_id: int) -> Place | None:
    """The private chat of that id."""
    return await one(db, Place, PLACE_BY_CHAT, chat_id)


async def contact_of(db: Reads, connection_id: int, who: str) -> tuple[int, int] | None:
    """Somebody's row and their customer."""
    row = await db.fetchrow(CONTACT_OF, connection_id, who)
    return (row["id"], row["customer_id"]) if row else None


async def add_contact(db: Reads, connection_id: int, who: str, customer_id: int, name: str, username: str, language: str) -> int:
    """Somebody new."""
    id_: int = await db.fetchval(CONTACT, connection_id, who, customer_id, name, username, language)
    return id_


async def name_contact(db: Reads, contact_id: int, name: str, username: str, language: str) -> None:
    """They call themselves otherwise now."""
    await db.execute(NAMED, contact_id, name, username, language)


async def add_chat(db: Reads, connection_id: int, chat: str, room: str, title: str, parent: str, contact_id: int | None) -> int:
    """A chat, or the one that is there."""
    id_: int = await db.fetchval(CHAT, connection_id, chat, room, title, parent, contact_id)
    return id_


async def chat_id(db: Reads, connection_id: int, chat: str) -> int | None:
    """The row of a chat."""
    id_: int | None = await db.fetchval(CHAT_ID, connection_id, chat)
    return id_


async def said(db: Reads, chat: int, ticket_id: int, at: datetime, seq: int, messages: list[str]) -> bool:
    """Words of theirs became a message of this ticket. Whether something that waited for that can go to them now."""
    return bool(await db.fetchval(SAID, chat, ticket_id, at, seq, messages))


async def touch(db: Reads, chat: int, at: datetime) -> None:
    """They did something there: the platform's hours begin anew."""
    await db.execute(TOUCH, chat, at)


async def join(db: Reads, chat: int, ticket_id: int | None) -> None:
    """The chat goes on in this ticket; None: in none."""
    await db.execute(JOIN, chat, ticket_id)


async def bind(db: Reads, contact_id: int, customer_id: int) -> int | None:
    """They are this customer; who they were."""
    was: int | None = await db.fetchval(BIND, contact_id, customer_id)
    return was


async def set_here(db: Reads, connection_id: int, who: str, *, here: bool) -> int | None:
    """Whether they can be written to; their row, if that is new."""
    id_: int | None = await db.fetchval(HERE, connection_id, who, here)
    return id_


async def set_stopped(db: Reads, contact_id: int, *, stopped: bool) -> None:
    """Whether they asked us to stop."""
    await db.execute(STOPPED, contact_id, stopped)


async def chats_of(db: Reads, contact_id: int) -> list[tuple[int, int | None]]:
    """Their chats and the tickets these are in."""
    return [(row["id"], row["ticket_id"]) for row in await db.fetch(CHATS_OF, contact_id)]


async def word(db: Reads, connection_id: int, chat: str, message: str) -> Word | None:
    """What a platform's message became."""
    return await one(db, Word, WORD, connection_id, chat, message)


async def merged(db: Reads, ticket_id: int, into_id: int) -> None:
    """Chats of a merged ticket go on where it goes on, if that is the same customer's."""
    await db.execute(MERGED, ticket_id, into_id)


async def open_tickets(db: Reads, customer_id: int) -> list[OpenTicket]:
    """Those that are not closed, newest first."""
    return [OpenTicket(**row) for row in await db.fetch(OPEN, customer_id)]


async def region(db: Reads, customer_id: int) -> tuple[str, str]:
    """The company that serves a customer, and their tier."""
    row = await db.fetchrow(REGION, customer_id)
    return (row["entity"], row["tier"]) if row else ("", "")


async def bound_lately(db: Reads, contact_id: int) -> bool:
    """Whether a link bound them a moment ago."""
    return bool(await db.fetchval(BOUND_LATELY, contact_id))
