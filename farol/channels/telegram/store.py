"""Statements of fetching updates."""

from farol.kit.db import Reads

LOCK = "select pg_try_advisory_lock(hashtextextended('telegram:' || $1::text, 0))"
ALIVE = "select 1"


async def lock(db: Reads, connection_id: int) -> bool:
    """Whether this database connection alone may now fetch for the bot; it may until it closes."""
    return bool(await db.fetchval(LOCK, str(connection_id)))


async def alive(db: Reads) -> None:
    """Raises when the connection is lost, and with it the lock."""
    await db.fetchval(ALIVE)
