"""Statements on one-time links."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, one

ADD = "insert into link_token (digest, connection_id, customer_id, ticket_id, expires_at) values ($1, $2, $3, $4, $5)"
SPEND = """
update link_token set used_at = now() where digest = $1 and connection_id = $2 and used_at is null and expires_at > now()
returning customer_id, ticket_id"""
OLD = "delete from link_token where expires_at < now() - interval '7 days'"


class Link(msgspec.Struct, frozen=True):
    """Whom a link binds a chat to, and which ticket goes on there."""

    customer_id: int
    ticket_id: int | None


async def add(db: Reads, digest: bytes, connection_id: int, customer_id: int, ticket_id: int | None, until: datetime) -> None:
    """A new one; only the digest of its token is kept."""
    await db.execute(ADD, digest, connection_id, customer_id, ticket_id, until)


async def spend(db: Reads, digest: bytes, connection_id: int) -> Link | None:
    """What it binds, if it is good; from now on it no longer is."""
    return await one(db, Link, SPEND, digest, connection_id)


async def prune(db: Reads) -> None:
    """Forgets those that are long over."""
    await db.execute(OLD)
