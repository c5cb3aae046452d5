"""Statements on freezes that could not be judged yet."""

from datetime import datetime
from typing import Any

from farol.kit.db import Reads

ADD = "insert into emergency_wish (digest, box, lang, at) values ($1, $2, $3, $4)"
KEPT = "select at from emergency_wish where digest = $1 and state = 'kept'"
PRESSED = "select at from emergency_wish where digest = $1"
OPEN = "update emergency_wish set tries = tries + 1 where digest = $1 and state = 'kept' returning box, lang, at, tries"
SETTLE = "update emergency_wish set state = $2, box = '' where digest = $1 and state = 'kept'"
COUNT = "select count(*) from emergency_wish where state = 'kept'"


async def kept(db: Reads, digest: bytes) -> datetime | None:
    """Since when the wish of that browser is kept."""
    at: datetime | None = await db.fetchval(KEPT, digest)
    return at


async def pressed(db: Reads, digest: bytes) -> datetime | None:
    """When that browser pressed while the exchange was away, whatever became of it."""
    at: datetime | None = await db.fetchval(PRESSED, digest)
    return at


async def open_wish(db: Reads, digest: bytes) -> tuple[bytes, str, datetime, int] | None:
    """The sealed link, the language, since when, and how often it was tried with this time."""
    row: Any = await db.fetchrow(OPEN, digest)
    return (bytes(row["box"]), row["lang"], row["at"], row["tries"]) if row else None
