"""Migrations: numbered SQL files, forward only, each in up to two phases around the code.

A file ``NNNN_name.sql`` holds sections that begin with a line ``-- before`` or ``-- after``. "Before" runs while
the old code still works (expand); "after" once no old code is left (contract). A section is one transaction and is
recorded with its digest; a file that changed after it ran is refused, because no two databases would be alike.
"""

import asyncio
import hashlib
import re
from pathlib import Path
from typing import Literal, NamedTuple

import asyncpg
import structlog

log = structlog.get_logger()

FOLDER = Path(__file__).parents[1] / "schema"
PHASES = ("before", "after")
Phase = Literal["before", "after"]

LOCK_ID = 0x4641524F4C  # "FAROL": whoever migrates holds this advisory lock
LOCK = "select pg_try_advisory_lock($1)"
TABLE = """
create table if not exists migration (
  name text primary key,
  digest text not null,
  at timestamptz not null default now()
)"""
EXISTS = "select to_regclass('migration') is not null"
RECORDED = "select name, digest from migration"
RECORD = "insert into migration (name, digest) values ($1, $2)"
PATIENCE = "set local lock_timeout = '2s'"

_NAME = re.compile(r"\d{4}_[a-z0-9_]+\.sql")
_MARK = re.compile(r"^-- (before|after)\s*$", re.MULTILINE)


class SchemaError(Exception):
    """The files and the database do not belong together; the text says which file and why."""


class Section(NamedTuple):
    """One transaction of a file; ``name`` is ``0001_base.before``."""

    name: str
    phase: Phase
    sql: str
    digest: str


def sections(folder: Path = FOLDER) -> list[Section]:
    """All sections in the order of their numbers. Raises ``SchemaError`` for a file without sections or a name taken."""
    found: list[Section] = []
    numbers: set[str] = set()
    for path in sorted(folder.glob("[0-9]*.sql")):
        if not _NAME.fullmatch(path.name) or path.name[:4] in numbers:
            raise SchemaError(f"{path.name}: wanted NNNN_name.sql with a number of its own")
        numbers.add(path.name[:4])
        head, *parts = _MARK.split(path.read_text(encoding="utf-8"))
        if not parts or head.strip():
            raise SchemaError(f"{path.name}: must begin with a line '-- before' or '-- after'")
        for mark, sql in zip(parts[::2], parts[1::2], strict=True):
            phase: Phase = "before" if mark == "before" else "after"
            digest = hashlib.sha256(sql.strip().encode()).hexdigest()
            found.append(Section(f"{path.stem}.{phase}", phase, sql, digest))
    names = [section.name for section in found]
    if len(set(names)) != len(names):
        raise SchemaError("a file holds the same section twice")
    return found


def missing(recorded: dict[str, str], wanted: list[Section]) -> list[Section]:
    """Sections that have not run. Raises ``SchemaError`` for one that changed after it ran."""
    for section in wanted:
        if recorded.get(section.name, section.digest) != section.digest:
            raise SchemaError(f"{section.name} was changed after it ran; add a new file instead")
    return [section for section in wanted if section.name not in recorded]


async def pending(db: asyncpg.Pool | asyncpg.Connection, folder: Path = FOLDER) -> list[str]:
    """Names of sections this code needs and the database lacks. A newer database is not an error."""
    wanted = await asyncio.to_thread(sections, folder)
    recorded = {row["name"]: row["digest"] for row in await db.fetch(RECORDED)} if await db.fetchval(EXISTS) else {}
    return [section.name for section in missing(recorded, wanted)]


async def migrate(
    url: str, *, phases: tuple[Phase, ...] = ("before", "after"), folder: Path = FOLDER, wait_s: float = 60
) -> list[str]:
    """Runs what is missing and returns the names that ran. Safe to call from many machines at once.

    ``url`` must lead to PostgreSQL itself, not to a transaction pooler. Raises ``SchemaError``.
    """
    wanted = await asyncio.to_thread(sections, folder)
    connection = await asyncpg.connect(url, server_settings={"application_name": "farol migrate"})
    try:
        await _lock(connection, wait_s)
        await connection.execute(TABLE)
        recorded = {row["name"]: row["digest"] for row in await connection.fetch(RECORDED)}
        todo = [section for section in missing(recorded, wanted) if section.phase in phases]
        for phase in phases:
            for section in todo:
                if section.phase == phase:
                    await _run(connection, section)
        return [section.name for section in todo]
    finally:
        await connection.close(timeout=5)


async def _lock(connection: asyncpg.Connection, wait_s: float) -> None:
    """Polls, because a session waiting for a lock would hold back what VACUUM may remove."""
    ends = asyncio.get_running_loop().time() + wait_s
    while True:
        if await connection.fetchval(LOCK, LOCK_ID):
            return
        if asyncio.get_running_loop().time() > ends:
            raise SchemaError(f"another process has been migrating for {wait_s:.0f} s")
        await asyncio.sleep(0.1)


async def _run(connection: asyncpg.Connection, section: Section, tries: int = 10) -> None:
    """A statement that cannot get its lock gives way to the traffic queueing behind it and tries again."""
    for left in range(tries - 1, -1, -1):
        try:
            async with connection.transaction():
                await connection.execute(PATIENCE)
                await connection.execute(section.sql)
                await connection.execute(RECORD, section.name, section.digest)
        except (asyncpg.LockNotAvailableError, asyncpg.DeadlockDetectedError) as error:
            log.warning("migration.busy", name=section.name, tries_left=left)
            if not left:
                raise SchemaError(f"{section.name}: a table stayed locked; try again when less is running") from error
            await asyncio.sleep(1)
        except asyncpg.PostgresError as error:
            raise SchemaError(f"{section.name}: {error}") from error
        else:
            log.info("migration.done", name=section.name)
            return
