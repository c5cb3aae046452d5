"""A PostgreSQL cluster on disk: making one, and clearing what a killed server left behind."""

import asyncio
import contextlib
import os
import shutil
import signal
from pathlib import Path

import structlog

from .account import Account, account, named_account, own
from .child import Child, Launch, said
from .problems import StartError
from .programs import Postgres

log = structlog.get_logger()

SUPERUSER = "postgres"


def major(data: Path) -> int | None:
    """The major version the cluster was made by, or None when there is no cluster."""
    try:
        return int((data / "PG_VERSION").read_text())
    except FileNotFoundError:
        return None


async def create(data: Path, programs: Postgres, password: str, *, sync: bool) -> None:
    """Makes a cluster with one superuser and password sign-in only. Complete or absent: it is renamed into place.

    As root it is made as ``nobody``, because initdb wants a user with an entry, and then given to our own account.
    """
    maker, half = named_account(), data.with_name(data.name + ".new")
    said_file = data.with_name("initdb.log")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(mode=0o700)
    own(half, maker)
    reader = _pipe_with(password, maker)
    try:
        command: list[str | Path] = [
            programs.folder / "initdb", f"--pgdata={half}", f"--username={SUPERUSER}", f"--pwfile=/dev/fd/{reader}",
            "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8", "--no-instructions", *([] if sync else ["--no-sync"]),
        ]  # fmt: skip
        child = Child(Launch(command, {"LC_ALL": "C", "TZ": "UTC"}, maker, output=said_file, fds=(reader,)))
    finally:
        os.close(reader)
    try:
        code = await child.wait()
    except BaseException:
        await child.stop(signal.SIGTERM, 5)
        raise
    if code != 0:
        raise StartError(f"initdb failed: {said(code)}\n{child.last_words()}")
    said_file.unlink()
    own(half, account())
    half.rename(data)


def _pipe_with(password: str, reader_account: Account | None) -> int:
    """The read end of a pipe holding the password. Opening /dev/fd/N asks for permission, so the reader owns it."""
    reader, writer = os.pipe()
    os.write(writer, f"{password}\n".encode())
    os.close(writer)
    if reader_account:
        os.fchown(reader, *reader_account)
    return reader


async def clear_stale_pid(data: Path, within: float = 30) -> None:
    """Makes way for a start. Only we may run a server here, and none of ours runs.

    The pid in ``postmaster.pid`` is therefore a server whose supervisor was killed and that is still going down
    (it is told to hurry and awaited), or a stranger that got the number since (then the file is removed, because
    PostgreSQL would refuse to start beside any living process of its own user).
    """
    file = data / "postmaster.pid"
    try:
        pid = int(file.read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return
    if _is_server(pid, data):
        log.info("postgres.still_stopping", pid=pid)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGINT)
        for _ in range(int(within / 0.05)):
            if not _is_server(pid, data):
                return
            await asyncio.sleep(0.05)
        raise StartError(f"process {pid} still serves {data} and does not end; stop it first: kill -QUIT {pid}")
    log.info("postgres.stale_pid_removed", pid=pid)
    file.unlink()


def _is_server(pid: int, data: Path) -> bool:
    try:
        program = Path(os.readlink(f"/proc/{pid}/exe")).name.removesuffix(" (deleted)")
        return program == "postgres" and os.path.samefile(f"/proc/{pid}/cwd", data)
    except OSError:
        return False
