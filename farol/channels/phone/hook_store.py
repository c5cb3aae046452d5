"""Statements on webhooks: each is kept with what was answered, and answered the same again."""

from typing import Any

from farol.kit.db import Reads

ANSWERED = "select answer from phone_hook where connection_id = $1 and call_sid = $2 and key = $3"
KEEP = """
insert into phone_hook (connection_id, call_sid, key, given, answer) values ($1, $2, $3, $4, $5) on conflict on constraint phone_hook_once do nothing"""
PRUNE = "delete from phone_hook where at < now() - interval '30 days'"
OF_CALL = "select key, given, at from phone_hook where call_sid = $1 order by id limit 500"
GUARD = "select pg_advisory_xact_lock(hashtextextended($1, 128))"


async def guard(db: Reads, sid: str) -> None:
    """One webhook of a call at a time, also before the call has a row."""
    await db.execute(GUARD, sid)


async def answered(db: Reads, connection_id: int, sid: str, key: str) -> bytes | None:
    """What the same webhook was answered before."""
    found: bytes | None = await db.fetchval(ANSWERED, connection_id, sid, key)
    return found


async def keep(db: Reads, connection_id: int, sid: str, key: str, given: dict[str, str], answer: bytes) -> None:
    """Keeps one."""
    await db.execute(KEEP, connection_id, sid, key, given, answer)


async def prune(db: Reads) -> None:
    """Forgets those of more than thirty days ago; a replay finds its call over all the same."""
    await db.execute(PRUNE)


async def of_call(db: Reads, sid: str) -> list[Any]:
    """What the provider told of a call, in order."""
    return await db.fetch(OF_CALL, sid)
