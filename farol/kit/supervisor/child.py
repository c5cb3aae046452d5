"""One child process: its own group, dies with us, can be awaited and stopped."""

import asyncio
import contextlib
import ctypes
import os
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from .account import Account

_prctl = ctypes.CDLL(None, use_errno=True).prctl
_PR_SET_PDEATHSIG = 1
_KEPT_LOG = 16 * 2**20


class Launch(NamedTuple):
    """What to run. ``output`` is a file that is appended to; without one the child writes where we write."""

    command: Sequence[str | Path]
    env: Mapping[str, str]
    account: Account | None = None
    folder: Path = Path("/")
    output: Path | None = None
    fds: tuple[int, ...] = ()
    death: signal.Signals = signal.SIGKILL
    """The signal the kernel sends the child when we are gone."""


class Child:
    """A running process. Must be created on the main thread: the kernel ties the death signal to the thread."""

    def __init__(self, launch: Launch) -> None:
        self.output = launch.output
        file = _log(launch.output) if launch.output else None
        try:
            self._process = subprocess.Popen(  # noqa: S603
                list(launch.command), env=dict(launch.env), cwd=launch.folder, stdin=subprocess.DEVNULL,
                stdout=file, stderr=file, pass_fds=launch.fds, preexec_fn=_dying_with(os.getpid(), launch),
            )
        finally:
            if file is not None:
                os.close(file)
        self.pid = self._process.pid
        self._loop = asyncio.get_running_loop()
        self._descriptor = os.pidfd_open(self.pid)
        self._gone: asyncio.Future[int] = self._loop.create_future()
        self._loop.add_reader(self._descriptor, self._reap)

    def _reap(self) -> None:
        self._loop.remove_reader(self._descriptor)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)  # its own children, before its number can be given to another
        code = self._process.wait()
        os.close(self._descriptor)
        self._gone.set_result(code)

    @property
    def ended(self) -> int | None:
        """The exit code (negative: the signal), or None while it runs."""
        return self._gone.result() if self._gone.done() else None

    async def wait(self) -> int:
        """Waits for the end; returns the exit code, negative for a signal."""
        return await asyncio.shield(self._gone)

    def send(self, number: signal.Signals) -> None:
        """Sends a signal to the process alone."""
        if not self._gone.done():
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._descriptor, number)

    async def stop(self, number: signal.Signals, within: float) -> int:
        """Asks it to end, and kills it when it has not after ``within`` seconds."""
        self.send(number)
        with contextlib.suppress(TimeoutError):
            return await asyncio.wait_for(self.wait(), within)
        self.send(signal.SIGKILL)
        return await self.wait()

    def last_words(self, lines: int = 12) -> str:
        """The end of what it wrote, when that goes to a file."""
        if self.output is None or not self.output.exists():
            return ""
        with self.output.open("rb") as file:
            file.seek(max(0, self.output.stat().st_size - 8192))
            return "\n".join(file.read().decode(errors="replace").splitlines()[-lines:])


def said(code: int) -> str:
    """An exit code in words."""
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def _log(path: Path) -> int:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if path.exists() and path.stat().st_size > _KEPT_LOG:
        path.rename(path.with_name(path.name + ".old"))
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)


def _dying_with(parent: int, launch: Launch) -> Callable[[], None]:
    """What runs between fork and exec. The death signal comes last: changing the user clears it."""
    account, death = launch.account, int(launch.death)

    def prepare() -> None:
        os.setpgid(0, 0)  # so that Ctrl-C at the terminal reaches only us
        if account:
            os.setgroups([])
            os.setgid(account.gid)
            os.setuid(account.uid)
        _prctl(_PR_SET_PDEATHSIG, death)
        if os.getppid() != parent:
            os._exit(1)  # we died in between

    return prepare
