"""Statements on browsers that take pushes."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from farol.kit.db import Reads, every

MOST = 10
"""Browsers of one person; the one used longest ago makes room."""
# A browser that changed hands is the new person's alone.
ADD = """
insert into push_subscription (staff_id, digest, endpoint, p256dh, auth, label) values ($1, $2, $3, $4, $5, $6)
on conflict (digest) do update set staff_id = $1, p256dh = $4, auth = $5, label = $6 returning id"""
ROOM = """
delete from push_subscription where staff_id = $1 and id not in (
  select id from push_subscription where staff_id = $1 order by coalesce(used_at, created_at) desc, id desc limit $2)"""
OF = "select id, label, created_at, used_at from push_subscription where staff_id = $1 order by id"
TARGETS = "select id, endpoint, p256dh, auth from push_subscription where staff_id = $1 order by id"
REMOVE = "delete from push_subscription where id = $1 and staff_id = $2 returning id"
FORGET = "delete from push_subscription where id = any($1::bigint[])"
USED = "update push_subscription set used_at = now() where id = any($1::bigint[])"


class Browser(msgspec.Struct, frozen=True):
    """A browser as its owner sees it. used_at: when it last took a push."""

    id: int
    label: str
    created_at: datetime
    used_at: datetime | None


class Target(msgspec.Struct, frozen=True):
    """Where a push goes and what it is encrypted to."""

    id: int
    endpoint: str
    p256dh: bytes
    auth: bytes


async def add(db: Reads, staff_id: int, digest: bytes, endpoint: str, p256dh: bytes, auth: bytes, label: str) -> int:
    """Keeps a browser: its id. Telling the same again renews it."""
    id_: int = await db.fetchval(ADD, staff_id, digest, endpoint, p256dh, auth, label)
    await db.execute(ROOM, staff_id, MOST)
    return id_


async def of(db: Reads, staff_id: int) -> list[Browser]:
    """Somebody's browsers."""
    return await every(db, Browser, OF, staff_id)


async def targets(db: Reads, staff_id: int) -> list[Target]:
    """The same, to send to."""
    return await every(db, Target, TARGETS, staff_id)


async def remove(db: Reads, id_: int, staff_id: int) -> bool:
    """Forgets one's own browser; False when it is not."""
    return await db.fetchval(REMOVE, id_, staff_id) is not None


async def settle(db: Reads, used: Sequence[int], gone: Sequence[int]) -> None:
    """Notes who took a push, and forgets who never will again."""
    await db.execute(USED, used)
    await db.execute(FORGET, gone)
