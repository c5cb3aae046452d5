"""Statements on one-time passes."""

from datetime import datetime

from farol.kit.db import Reads

ADD_PASS = "insert into live_pass (digest, actor_kind, actor_id, session, expires_at) values ($1, $2, $3, $4, $5)"
TAKE_PASS = """
delete from live_pass where digest = $1 returning actor_kind, session, expires_at > now() as fresh"""
PRUNE = "delete from live_pass where expires_at < now()"


async def add_pass(db: Reads, digest: bytes, kind: str, id_: int, session: bytes, until: datetime) -> None:
    """Stores the digest of a pass."""
    await db.execute(ADD_PASS, digest, kind, id_, session, until)


async def take_pass(db: Reads, digest: bytes) -> tuple[str, bytes] | None:
    """Spends a pass: whose kind and session it stands for, or None when unknown, used or old."""
    row = await db.fetchrow(TAKE_PASS, digest)
    return (row["actor_kind"], row["session"]) if row and row["fresh"] else None


async def prune(db: Reads) -> None:
    """Forgets passes nobody used."""
    await db.execute(PRUNE)
