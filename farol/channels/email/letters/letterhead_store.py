"""Statements on letterheads."""

from typing import Any

import msgspec

from farol.kit.db import Reads

from .letterhead import Kept, Letterhead

ALL = "select id, key, version, content, set_by, at from letterhead order by key limit 50"
ONE = "select id, key, version, content, set_by, at from letterhead where key = $1"
ADD = """
insert into letterhead (key, content, set_by) values ($1, $2, $3) on conflict on constraint letterhead_key do nothing returning id, version"""
SET = """
update letterhead set content = $2, set_by = $3, version = version + 1, at = now() where key = $1 and version = $4 returning id, version"""
KEEP = "insert into letterhead_version (letterhead_id, version, content, set_by) values ($1, $2, $3, $4)"
VERSIONS = """
select v.letterhead_id as id, l.key, v.version, v.content, v.set_by, v.at from letterhead_version v join letterhead l on l.id = v.letterhead_id
where l.key = $1 order by v.version desc limit 50"""
WHOSE = "select entity, tier from customer where id = $1"


def _kept(row: Any) -> Kept:
    return Kept(row["id"], row["key"], row["version"], msgspec.convert(row["content"], Letterhead), row["set_by"], row["at"])


async def all_(db: Reads) -> list[Kept]:
    """Every one, by key."""
    return [_kept(row) for row in await db.fetch(ALL)]


async def by_key(db: Reads, key: str) -> Kept | None:
    """One of them."""
    row = await db.fetchrow(ONE, key)
    return _kept(row) if row else None


async def set_(db: Reads, key: str, head: Letterhead, set_by: str, version: int) -> tuple[int, int] | None:
    """Puts it in the place of that version, 0 for none: its id and new version; None when another was faster."""
    content = msgspec.to_builtins(head)
    row = await (db.fetchrow(SET, key, content, set_by, version) if version else db.fetchrow(ADD, key, content, set_by))
    if row is None:
        return None
    await db.execute(KEEP, row["id"], row["version"], content, set_by)
    return row["id"], row["version"]


async def versions(db: Reads, key: str) -> list[Kept]:
    """All it ever was, the newest first."""
    return [_kept(row) for row in await db.fetch(VERSIONS, key)]


async def whose(db: Reads, customer_id: int) -> tuple[str, str]:
    """The customer's company of the exchange and tier."""
    row = await db.fetchrow(WHOSE, customer_id)
    return (row["entity"], row["tier"]) if row else ("", "")
