"""PostgreSQL and NATS as children: made once, answering, surviving kills, leaving nothing behind."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import nats as nats_client
import pytest

from farol.kit.supervisor import account, cluster, home, programs
from farol.kit.supervisor.nats import LocalNats, login
from farol.kit.supervisor.postgres import LONGEST_SOCKET, LocalPostgres
from farol.kit.supervisor.problems import StartError

from .test_keeper import alive, until

QUICK = {"fsync": "off"}


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short folder that the servers' account may pass; pytest's own are private."""
    path = Path(tempfile.mkdtemp(prefix="farol-"))
    home.passable(path)
    yield path
    shutil.rmtree(path)


async def _value(url: str, query: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


async def test_a_cluster_is_made_kept_and_closed_to_others(folder: Path) -> None:
    server = LocalPostgres(folder / "postgres", output=folder / "log", options=QUICK)
    await server.start()
    try:
        assert str(await _value(server.url(), "select version()")).startswith("PostgreSQL 1")
        assert await _value(server.url(), "select rolsuper from pg_roles where rolname = current_user") is False
        assert await _value(server.url(), "select datlocale from pg_database where datname = 'farol'") == "C.UTF-8"
        assert await _value(server.url(), "show deadlock_timeout") == "100ms"
        assert await _value(server.url(), "show listen_addresses") == ""
        await _value(server.url(), "create table kept (n int)")
        with pytest.raises(asyncpg.InvalidPasswordError):
            await asyncpg.connect(server.url().replace(server.url().split(":")[2].split("@")[0], "wrong"))
        assert (folder / "postgres" / "superuser.password").stat().st_mode & 0o777 == 0o600
        assert server.data.stat().st_uid == (account.OURS.uid if os.geteuid() == 0 else os.geteuid())
    finally:
        await server.stop()
    again = LocalPostgres(folder / "postgres", output=folder / "log", options=QUICK)
    await again.start()
    try:
        assert await _value(again.url(), "select count(*) from kept") == 0
    finally:
        await again.stop()


async def test_data_survives_a_killed_server_and_a_stale_pid(folder: Path) -> None:
    server = LocalPostgres(folder / "postgres", output=folder / "log")
    await server.start()
    assert server.keeper.child
    first = server.keeper.child
    await _value(server.url(), "create table kept (n int)")
    os.kill(first.pid, signal.SIGKILL)
    await until(lambda: server.keeper.child is not first)
    assert await _value(server.url(), "select count(*) from kept") == 0
    await server.stop()
    # A pid that meanwhile names a stranger of the server's own user would make PostgreSQL refuse to start.
    stranger = _stranger()
    try:
        (server.data / "postmaster.pid").write_text(f"{stranger.pid}\n{server.data}\n")
        again = LocalPostgres(folder / "postgres", output=folder / "log")
        await asyncio.wait_for(again.start(), 20)
        await again.stop()
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def _stranger() -> subprocess.Popen[bytes]:
    to = account.account()
    return subprocess.Popen(["/bin/sleep", "60"], user=to and to.uid, group=to and to.gid)


async def test_nothing_outlives_a_killed_supervisor(folder: Path) -> None:
    program = (
        "import asyncio, sys\nfrom pathlib import Path\n"
        "from farol.kit.supervisor.postgres import LocalPostgres\nfrom farol.kit.supervisor.nats import LocalNats\n"
        "async def main():\n"
        "    f = Path(sys.argv[1]); p = LocalPostgres(f / 'postgres', output=f / 'log'); n = LocalNats(f / 'nats', output=f / 'log')\n"
        "    await p.start(); await n.start()\n"
        "    print(p.keeper.child.pid, n.keeper.child.pid, flush=True)\n"
        "    await asyncio.sleep(60)\nasyncio.run(main())\n"
    )
    supervisor = _python(program, folder)
    assert supervisor.stdout
    with supervisor.stdout as output:
        pids = [int(word) for word in (await asyncio.to_thread(output.readline)).split()]
    assert len(pids) == 2
    supervisor.kill()
    supervisor.wait()
    # The next one may start at once: it waits for the server that is still going down.
    again = LocalPostgres(folder / "postgres", output=folder / "log")
    await again.start()
    await again.stop()
    await until(lambda: not any(alive(pid) for pid in pids))
    assert "database system is shut down" in (folder / "log").read_text()


def _python(program: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


async def test_a_half_made_cluster_is_made_anew(folder: Path) -> None:
    (folder / "postgres" / "data.new").mkdir(parents=True)
    (folder / "postgres" / "data.new" / "PG_VERSION").write_text("18\n")
    server = LocalPostgres(folder / "postgres", output=folder / "log", options=QUICK)
    await server.start()
    await server.stop()
    assert not (folder / "postgres" / "data.new").exists()


async def test_a_lost_password_is_said(folder: Path) -> None:
    (folder / "postgres" / "data").mkdir(parents=True)
    (folder / "postgres" / "data" / "PG_VERSION").write_text("18\n")
    with pytest.raises(StartError, match=r"superuser\.password is missing"):
        await LocalPostgres(folder / "postgres").start()


async def test_an_unknown_version_is_said(folder: Path) -> None:
    (folder / "postgres" / "data").mkdir(parents=True)
    (folder / "postgres" / "data" / "PG_VERSION").write_text("99\n")
    with pytest.raises(StartError, match="made by version 99"):
        await LocalPostgres(folder / "postgres").start()


async def test_a_long_path_still_has_a_socket(folder: Path) -> None:
    deep = folder / ("d" * 60) / ("e" * 60)
    server = LocalPostgres(deep / "postgres", output=folder / "log", options=QUICK)
    deep.mkdir(parents=True)
    await server.start()
    try:
        socket = Path(server.url().split("host=")[1])
        assert len(str(socket)) < LONGEST_SOCKET - 20
        assert _mode(socket) == 0o700
        assert await _value(server.url(), "select 1") == 1
    finally:
        await server.stop()
        shutil.rmtree(socket)


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


async def test_nats_wants_its_token_and_comes_back_on_its_port(folder: Path) -> None:
    server = LocalNats(folder / "nats", output=folder / "log")
    await server.start()
    try:
        client = await nats_client.connect(server.url)
        await client.close()
        assert not await login(server.port, "wrong")
        assert server.keeper.child
        first, url = server.keeper.child, server.url
        os.kill(first.pid, signal.SIGKILL)
        await until(lambda: server.keeper.child is not first)
        assert server.url == url
        await (await nats_client.connect(url)).close()
    finally:
        await server.stop()


def test_one_supervisor_at_a_time(folder: Path) -> None:
    with (
        home.locked(folder),
        pytest.raises(StartError, match=f"in use by process {os.getpid()}"),
        home.locked(folder),
    ):
        pass
    with home.locked(folder):
        pass


@pytest.mark.skipif(os.geteuid() != 0, reason="only root changes its user")
def test_a_private_parent_is_named(folder: Path) -> None:
    (folder / "private").mkdir(mode=0o700)
    with pytest.raises(StartError, match=f"cannot pass {folder}/private"):
        home.prepare(folder / "private" / "data")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root changes its user")
async def test_programs_below_a_private_folder_are_copied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = programs.blocked
    monkeypatch.setattr(programs, "blocked", lambda path: folder if folder not in path.parents else real(path))
    server, bus = LocalPostgres(folder / "postgres", options=QUICK), LocalNats(folder / "nats")
    await server.start()
    await bus.start()
    try:
        assert folder in server.program_folder.parents
        assert await _value(server.url(), "select 1") == 1
    finally:
        await server.stop()
        await bus.stop()


def test_secrets_are_made_once_and_private(folder: Path) -> None:
    first = home.kept_secrets(folder / "secrets.json", ("a", "b"))
    more = home.kept_secrets(folder / "secrets.json", ("a", "b", "c"))
    assert {name: more[name] for name in first} == first
    assert (folder / "secrets.json").stat().st_mode & 0o777 == 0o600


def test_what_is_no_cluster_has_no_version(folder: Path) -> None:
    assert cluster.major(folder) is None
