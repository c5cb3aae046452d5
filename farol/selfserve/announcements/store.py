"""Announcements, the newest first."""

from uuid import UUID

from farol.kit.db import Reads, Tx, every, one

from .model import Announcement, Said

COLUMNS = """id, kind, title_zh, title_en, body_zh, body_en, begins_at, ends_at, version, published_at, changed_at, withdrawn_at"""
PUBLISH = f"""
insert into announcement (client_id, kind, title_zh, title_en, body_zh, body_en, begins_at, ends_at)
values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (client_id) do nothing returning {COLUMNS}"""
AGAIN = f"select {COLUMNS} from announcement where client_id = $1"
LATEST = f"select {COLUMNS} from announcement where withdrawn_at is null order by published_at desc, id desc limit $1"
ALL = f"select {COLUMNS} from announcement order by published_at desc, id desc limit $1"
LOCK = f"select {COLUMNS} from announcement where id = $1 for update"
CORRECT = f"""
update announcement set kind = $2, title_zh = $3, title_en = $4, body_zh = $5, body_en = $6, begins_at = $7, ends_at = $8,
  version = version + 1, changed_at = now()
where id = $1 returning {COLUMNS}"""
WITHDRAW = "update announcement set withdrawn_at = now(), version = version + 1, changed_at = now() where id = $1"


async def publish(tx: Tx, client_id: UUID, said: Said) -> Announcement | None:
    """The new one; None when that client id has one already."""
    return await one(tx, Announcement, PUBLISH, client_id, *_values(said))


async def again(db: Reads, client_id: UUID) -> Announcement | None:
    """The one published with that client id."""
    return await one(db, Announcement, AGAIN, client_id)


async def latest(db: Reads, most: int) -> list[Announcement]:
    """Those that everybody may read."""
    return await every(db, Announcement, LATEST, most)


async def everything(db: Reads, most: int) -> list[Announcement]:
    """Also those withdrawn."""
    return await every(db, Announcement, ALL, most)


async def lock(tx: Tx, announcement_id: int) -> Announcement | None:
    """That one, until the transaction ends."""
    return await one(tx, Announcement, LOCK, announcement_id)


async def correct(tx: Tx, announcement_id: int, said: Said) -> Announcement:
    """Its new words, for one that is locked."""
    found = await one(tx, Announcement, CORRECT, announcement_id, *_values(said))
    assert found
    return found


async def withdraw(tx: Tx, announcement_id: int) -> None:
    """Hides it."""
    await tx.execute(WITHDRAW, announcement_id)


def _values(said: Said) -> tuple[object, ...]:
    return (said.kind, said.title_zh.strip(), said.title_en.strip(), said.body_zh, said.body_en, said.begins_at, said.ends_at)
