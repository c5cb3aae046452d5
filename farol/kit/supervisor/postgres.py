"""A PostgreSQL server of our own: reached over a Unix socket only, with passwords, stopped with us."""

import asyncio
import hashlib
import os
import signal
import tempfile
from pathlib import Path
from urllib.parse import quote

import asyncpg

from ..db import LOST
from . import cluster, programs
from .account import account, own
from .child import Child, Launch
from .cluster import SUPERUSER
from .home import passable, secret_file
from .keeper import Keeper, Service
from .problems import StartError

ROLE = "farol"
"""The role and the database of the application; it is no superuser."""

OPTIONS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "deadlock_timeout": "100ms",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
LONGEST_SOCKET = 107  # bytes of a socket's whole path, by the kernel
HAS_ROLE = "select exists (select from pg_roles where rolname = $1)"
HAS_DATABASE = "select exists (select from pg_database where datname = $1)"


class LocalPostgres:
    """A server under ``home``: ``home/data``, password files beside it.

    The caller holds the lock of ``home`` or of a folder above it. ``options`` are server settings that come on top
    (tests and measurements switch fsync off; nobody else does).
    """

    def __init__(self, home: Path, *, output: Path | None = None, options: dict[str, str] | None = None) -> None:
        self.home, self.data = home, home / "data"
        self._output = output
        self._options = OPTIONS | (options or {})
        self._socket = _socket_folder(home)
        self.keeper = Keeper(
            Service(
                "postgres", self._launch, ready=self._answers, prepare=self._prepare,
                stop_signal=signal.SIGINT, stop_s=30, ready_s=0,
            )
        )  # fmt: skip

    async def start(self) -> None:
        """Makes the cluster if there is none, starts it, returns when it answers a login. Raises ``StartError``."""
        self.home.mkdir(parents=True, exist_ok=True)
        passable(self.home)
        major = cluster.major(self.data)
        self._programs = await asyncio.to_thread(programs.postgres, self.home.parent, major)
        self._password = secret_file(self.home / "superuser.password", exists=major is not None)
        self._role_password = secret_file(self.home / "role.password", exists=major is not None)
        if major is None:
            sync = self._options.get("fsync") != "off"
            await cluster.create(self.data, self._programs, self._password, sync=sync)
        await self.keeper.start()
        await self._ensure_role()

    async def stop(self) -> None:
        """Ends all sessions, writes everything down, ends the server."""
        await self.keeper.stop()

    @property
    def program_folder(self) -> Path:
        """Where ``psql``, ``pg_dump`` and ``pgbench`` of this server lie. Known after ``start``."""
        return self._programs.folder

    def url(self, database: str = ROLE) -> str:
        """Address of a database as the application's role. Known after ``start``."""
        return self._url(ROLE, self._role_password, database)

    def superuser_url(self, database: str = "postgres") -> str:
        """Address of a database as the superuser: for making databases, never for the application."""
        return self._url(SUPERUSER, self._password, database)

    def _url(self, user: str, password: str, database: str) -> str:
        return f"postgresql://{user}:{password}@/{quote(database)}?host={quote(str(self._socket), safe='/')}"

    def _launch(self) -> Launch:
        settings = self._options | {"unix_socket_directories": str(self._socket)}
        command: list[str | Path] = [self._programs.folder / "postgres", "-D", self.data]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        return Launch(
            command, {"LC_ALL": "C", "TZ": "UTC"}, account(), self.data, self._output, death=signal.SIGINT
        )

    async def _prepare(self) -> None:
        _make_private(self._socket)
        await cluster.clear_stale_pid(self.data)

    async def _answers(self, _: Child) -> None:
        """A real login: while the server recovers it accepts connections and refuses sessions."""
        while True:
            try:
                connection = await asyncpg.connect(self.superuser_url(), timeout=5)
                await connection.fetchval("select 1")
                await connection.close(timeout=5)
                return
            except asyncpg.InvalidPasswordError:
                raise StartError(f"{self.home}/superuser.password does not open {self.data}") from None
            except (*LOST, OSError, TimeoutError):
                await asyncio.sleep(0.02)

    async def _ensure_role(self) -> None:
        connection = await asyncpg.connect(self.superuser_url())
        try:
            if not await connection.fetchval(HAS_ROLE, ROLE):
                # Utility statements take no parameters; the password is hexadecimal digits of our own.
                await connection.execute(f"create role {ROLE} login password '{self._role_password}'")
                await connection.execute(f"grant pg_monitor to {ROLE}")
            if not await connection.fetchval(HAS_DATABASE, ROLE):
                await connection.execute(f"create database {ROLE} owner {ROLE}")
        finally:
            await connection.close(timeout=5)


def _socket_folder(home: Path) -> Path:
    """Beside the data, or in a short private folder of the system when that path is too long for a socket."""
    folder = home.resolve() / "socket"
    if len(os.fsencode(folder / ".s.PGSQL.5432.lock")) <= LONGEST_SOCKET:
        return folder
    short = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    base = Path("/run") if account() else Path(runtime if Path(runtime).is_dir() and runtime else tempfile.gettempdir())
    return base / f"farol-{os.geteuid()}-{short}"


def _make_private(folder: Path) -> None:
    """Ours alone; a folder of that name that somebody else made is refused."""
    folder.mkdir(mode=0o700, exist_ok=True)
    servers = account()
    if folder.is_symlink() or folder.lstat().st_uid not in {os.geteuid(), servers.uid if servers else os.geteuid()}:
        raise StartError(f"{folder} belongs to somebody else; remove it")
    folder.chmod(0o700)
    own(folder, servers)
