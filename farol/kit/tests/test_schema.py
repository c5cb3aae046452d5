"""Migrations run once, in order, in two phases, from many machines at a time, and never change afterwards."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from farol.kit import schema
from farol.kit.schema import SchemaError
from farol.kit.supervisor import home
from farol.kit.supervisor.postgres import LocalPostgres


@pytest.fixture(scope="module")
async def server() -> AsyncIterator[LocalPostgres]:
    folder = Path(tempfile.mkdtemp(prefix="farol-"))
    home.passable(folder)
    server = LocalPostgres(folder / "postgres", output=folder / "log", options={"fsync": "off"})
    await server.start()
    yield server
    await server.stop()
    shutil.rmtree(folder)


@pytest.fixture
async def url(server: LocalPostgres) -> AsyncIterator[str]:
    admin = await asyncpg.connect(server.superuser_url())
    await admin.execute("create database scratch owner farol")
    yield server.url("scratch")
    await admin.execute("drop database scratch with (force)")
    await admin.close()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    write(tmp_path, "0001_base", "-- before\ncreate table a (n int);\n-- after\ncomment on table a is 'kept';\n")
    write(tmp_path, "0002_more", "-- before\nalter table a add m int;\n")
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.sql").write_text(text)


async def value(url: str, query: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


async def test_all_of_before_runs_ahead_of_all_of_after(url: str, files: Path) -> None:
    assert await schema.migrate(url, folder=files) == ["0001_base.before", "0001_base.after", "0002_more.before"]
    order = await value(url, "select string_agg(name, ' ' order by at) from migration")
    assert order == "0001_base.before 0002_more.before 0001_base.after"


async def test_the_phases_can_stand_apart(url: str, files: Path) -> None:
    assert await schema.migrate(url, folder=files, phases=("before",)) == ["0001_base.before", "0002_more.before"]
    connection = await asyncpg.connect(url)
    assert await schema.pending(connection, files) == ["0001_base.after"]
    await connection.close()
    assert await schema.migrate(url, folder=files, phases=("after",)) == ["0001_base.after"]


async def test_a_second_run_does_nothing(url: str, files: Path) -> None:
    await schema.migrate(url, folder=files)
    assert await schema.migrate(url, folder=files) == []


async def test_many_at_once_run_each_section_once(url: str, files: Path) -> None:
    ran = await asyncio.gather(*(schema.migrate(url, folder=files) for _ in range(5)))
    assert sorted(len(names) for names in ran) == [0, 0, 0, 0, 3]


async def test_a_changed_file_is_refused(url: str, files: Path) -> None:
    await schema.migrate(url, folder=files)
    write(files, "0002_more", "-- before\nalter table a add m bigint;\n")
    with pytest.raises(SchemaError, match=r"0002_more\.before was changed"):
        await schema.migrate(url, folder=files)


async def test_a_newer_database_does_not_trouble_older_code(url: str, files: Path) -> None:
    await schema.migrate(url, folder=files)
    (files / "0002_more.sql").unlink()
    assert await schema.migrate(url, folder=files) == []


async def test_a_failing_section_leaves_nothing_and_is_named(url: str, files: Path) -> None:
    write(files, "0003_wrong", "-- before\ncreate table half (n int);\nselect no_such_function();\n")
    with pytest.raises(SchemaError, match=r"0003_wrong\.before: function no_such_function"):
        await schema.migrate(url, folder=files)
    assert await value(url, "select to_regclass('half')") is None
    assert await value(url, "select count(*) from migration") == 2


async def test_a_busy_table_is_waited_for_without_blocking_others(
    url: str, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "PATIENCE", "set local lock_timeout = '50ms'")
    await schema.migrate(url, folder=files)
    write(files, "0003_column", "-- before\nalter table a add late int;\n")
    reader = await asyncpg.connect(url)
    transaction = reader.transaction()
    await transaction.start()
    await reader.execute("select * from a")
    migrating = asyncio.create_task(schema.migrate(url, folder=files))
    await asyncio.sleep(0.3)
    assert not migrating.done()
    await transaction.commit()
    assert await migrating == ["0003_column.before"]
    await reader.close()


@pytest.mark.parametrize(
    ("name", "text"),
    [("0003_x", "create table x ();"), ("0002_twice", "-- before\n"), ("0003_X", "-- before\n"),
     ("0003_x", "-- before\n-- before\n")],
)
def test_a_file_that_cannot_be_run_is_refused(files: Path, name: str, text: str) -> None:
    write(files, name, text)
    with pytest.raises(SchemaError):
        schema.sections(files)


def test_our_own_files_can_be_read() -> None:
    assert schema.sections()[0].name == "0001_base.before"
