"""Statements on one-time links."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, every, one

ADD = "insert into link_token (digest, connection_id, customer_id, ticket_id, expires_at) values ($1, $2, $3, $4, $5)"
SPEND = """
update link_token set used_at = now() where digest = $1 and connection_id = $2 and used_at is null and expires_at > now()
returning customer_id, ticket_id"""
LINKED = """
select k.id, n.channel, n.account, k.name, k.username, k.bound_at, k.here and not k.stopped as reached
from contact k join connection n on n.id = k.connection_id
where k.customer_id = $1 and k.bound_at is not null and n.state <> 'removed' order by k.bound_at desc limit 50"""
# Chats are locked before their contact, as everywhere.
LOCK_CHATS = "select id from chat where contact_id = $1 order by id for no key update"
LOCK_LINKED = """
select k.name, k.username, k.language, n.channel from contact k join connection n on n.id = k.connection_id
where k.id = $1 and k.customer_id = $2 and k.bound_at is not null for no key update of k"""
UNLINK = "update contact set customer_id = $2, bound_at = null, visitor_id = null where id = $1"
# What could be taken along when the chat was bound to a customer whom the exchange vouches for.
LEFT = """
select t.number from contact k join customer u on u.id = k.customer_id and u.uid is not null join ticket t on t.customer_id = k.visitor_id
where k.id = $1 and k.bound_at is not null and t.status <> 'closed' and t.merged_into is null order by t.id desc limit 5"""
LOCK_TAKEN = """
select k.visitor_id from contact k join customer u on u.id = k.customer_id and u.uid is not null
where k.id = $1 and k.customer_id = $2 and k.bound_at is not null for no key update of k"""
TOOK = "update contact set visitor_id = null where id = $1"
GO_ON = "update chat set ticket_id = $2, joined_at = now() where contact_id = $1 and room = 'private' and ticket_id is null returning id"
UNLINK_CHATS = "update chat set ticket_id = null, joined_at = null where contact_id = $1 returning id"
OLD = "delete from link_token where expires_at < now() - interval '7 days'"


class Link(msgspec.Struct, frozen=True):
    """Whom a link binds a chat to, and which ticket goes on there."""

    customer_id: int
    ticket_id: int | None


class Linked(msgspec.Struct, frozen=True):
    """A chat somewhere that is a customer's. name, username: as they call themselves there. reached: we may write to them there."""

    id: int
    channel: str
    account: str
    name: str
    username: str
    bound_at: datetime
    reached: bool


class Contact(msgspec.Struct, frozen=True):
    """Whose link is taken back."""

    name: str
    username: str
    language: str
    channel: str


async def add(db: Reads, digest: bytes, connection_id: int, customer_id: int, ticket_id: int | None, until: datetime) -> None:
    """A new one; only the digest of its token is kept."""
    await db.execute(ADD, digest, connection_id, customer_id, ticket_id, until)


async def spend(db: Reads, digest: bytes, connection_id: int) -> Link | None:
    """What it binds, if it is good; from now on it no longer is."""
    return await one(db, Link, SPEND, digest, connection_id)


async def prune(db: Reads) -> None:
    """Forgets those that are long over."""
    await db.execute(OLD)


async def linked(db: Reads, customer_id: int) -> list[Linked]:
    """A customer's, the newest first."""
    return await every(db, Linked, LINKED, customer_id)


async def lock_linked(db: Reads, contact_id: int, customer_id: int) -> Contact | None:
    """Locks one of a customer's; None when it is none of theirs."""
    await db.execute(LOCK_CHATS, contact_id)
    return await one(db, Contact, LOCK_LINKED, contact_id, customer_id)


async def left(db: Reads, contact_id: int) -> list[str]:
    """Numbers of open tickets that could be taken along, the newest first."""
    return [row["number"] for row in await db.fetch(LEFT, contact_id)]


async def take(db: Reads, contact_id: int, customer_id: int) -> int | None:
    """The visitor whose tickets are taken along, while the chat is that customer's; from now on there is none."""
    await db.execute(LOCK_CHATS, contact_id)
    visitor: int | None = await db.fetchval(LOCK_TAKEN, contact_id, customer_id)
    if visitor is not None:
        await db.execute(TOOK, contact_id)
    return visitor


async def go_on(db: Reads, contact_id: int, ticket_id: int) -> list[int]:
    """Their chats that are in no ticket go on in this one."""
    return [row["id"] for row in await db.fetch(GO_ON, contact_id, ticket_id)]


async def unlink(db: Reads, contact_id: int, visitor_id: int) -> list[int]:
    """They are this visitor from now on, and their chats, which are returned, are in no ticket."""
    await db.execute(UNLINK, contact_id, visitor_id)
    return [row["id"] for row in await db.fetch(UNLINK_CHATS, contact_id)]
