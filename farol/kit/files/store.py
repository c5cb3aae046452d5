"""Statements on files."""

from typing import Any
from uuid import UUID

from farol.kit.db import Reads, every, one
from farol.kit.files.model import FileRow

COLUMNS = "id, owner_kind, owner_id, name, media_type, size, key, preview_key, width, height, state, why, at"
ADD = """
insert into file (id, owner_kind, owner_id, name, media_type, size, sha256, key, preview_key, width, height, state, why)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning """ + COLUMNS
FILE = "select " + COLUMNS + " from file where id = $1"
LOOSE = "select " + COLUMNS + """
from file where kept_at is null and at < now() - make_interval(hours => $1) order by at limit $2"""
KEEP = "update file set kept_at = now() where id = any($1::uuid[])"
FORGET = "delete from file where id = any($1::uuid[])"


async def add(db: Reads, *values: Any) -> FileRow:
    """A new file; the values in the order of the statement."""
    row = await one(db, FileRow, ADD, *values)
    assert row
    return row


async def file(db: Reads, id_: UUID) -> FileRow | None:
    """One file, whoever asks: the caller has checked that the actor may see it."""
    return await one(db, FileRow, FILE, id_)


async def loose(db: Reads, hours: int, most: int) -> list[FileRow]:
    """Files at least this old that nothing was found to refer to, oldest first."""
    return await every(db, FileRow, LOOSE, hours, most)


async def keep(db: Reads, ids: list[UUID]) -> None:
    """Something refers to them: the sweep need not look again."""
    await db.execute(KEEP, ids)


async def forget(db: Reads, ids: list[UUID]) -> None:
    """Removes rows whose bytes are gone."""
    await db.execute(FORGET, ids)
