"""Statements on mailboxes."""

from farol.kit.db import Reads

CAME_TO = "update mail_in set connection_id = $2 where id = $1"
LOCK = "select pg_try_advisory_lock(hashtextextended('mailbox:' || $1::text, 0))"
UNLOCK = "select pg_advisory_unlock(hashtextextended('mailbox:' || $1::text, 0))"
ALIVE = "select 1"
TEAM = "select id from team where key = $1"

CAME_BY = "select connection_id from mail_in where id = $1"
BRAND = """
select c.settings ->> 'brand' as brand from mail_in m join connection c on c.id = m.connection_id
where m.ticket_id = $1 order by m.id limit 1"""


async def came_by(db: Reads, mail_id: int) -> int | None:
    """The mailbox of ours that a mail came to."""
    return await db.fetchval(CAME_BY, mail_id)  # type: ignore[no-any-return]


async def brand(db: Reads, ticket_id: int) -> str:
    """The brand that the mailbox names through which a ticket came in; empty when there is none."""
    return await db.fetchval(BRAND, ticket_id) or ""


async def came_to(db: Reads, mail_id: int, connection_id: int) -> None:
    """A mail came to this mailbox of ours."""
    await db.execute(CAME_TO, mail_id, connection_id)


async def lock(db: Reads, connection_id: int) -> bool:
    """Whether this database connection alone may now read the mailbox; it may until it closes."""
    return bool(await db.fetchval(LOCK, str(connection_id)))


async def unlock(db: Reads, connection_id: int) -> None:
    """Another process may read it."""
    await db.fetchval(UNLOCK, str(connection_id))


async def alive(db: Reads) -> None:
    """Raises when the connection is lost, and with it the locks it held."""
    await db.fetchval(ALIVE)


async def team(db: Reads, key: str) -> int | None:
    """The team of that key."""
    return await db.fetchval(TEAM, key)  # type: ignore[no-any-return]
