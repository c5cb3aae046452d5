"""Hands one file at a time to a confined process and takes back what it made."""

import asyncio
import signal
import sys
from pathlib import Path
from typing import IO

import msgspec

from farol.kit.files.problems import WHY, FileRefused
from farol.kit.problem import Unavailable

WALL_S = 10
"""For a process that sleeps; one that works has two seconds of CPU time, whatever else the machine does."""
AT_ONCE = 2
PATIENCE_S = 15
_PROGRAM = str(Path(__file__).with_name("confined.py"))
_benches = asyncio.Semaphore(AT_ONCE)


class Made(msgspec.Struct, frozen=True):
    """outcome: ``ok`` or a key of ``problems.WHY``. width and height: pixels of the copy, for pictures."""

    outcome: str
    width: int | None = None
    height: int | None = None


async def work(kind: str, source: IO[bytes], copy: IO[bytes], preview: IO[bytes]) -> Made:
    """Runs ``confined.py`` on an open file; copy and preview are real files that it may write.

    Raises ``FileRefused`` for what it would not take or what broke it, ``Unavailable`` when the machine is too busy
    to tell: no bench within 15 s, or no answer within 10 s although the process did not use up its CPU time.
    """
    try:
        await asyncio.wait_for(_benches.acquire(), PATIENCE_S)
    except TimeoutError:
        raise Unavailable from None
    try:
        made = await _run(kind, source, copy, preview)
    finally:
        _benches.release()
    if made.outcome in WHY:
        raise FileRefused(why=made.outcome)
    return made


async def _run(kind: str, source: IO[bytes], copy: IO[bytes], preview: IO[bytes]) -> Made:
    source.seek(0)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-I", _PROGRAM, kind, str(copy.fileno()), str(preview.fileno()),
        stdin=source, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        pass_fds=(copy.fileno(), preview.fileno()), env={"MALLOC_ARENA_MAX": "1"}, cwd="/",
    )
    try:
        async with asyncio.timeout(WALL_S):
            assert process.stdout
            line = await process.stdout.readline()
            code = await process.wait()
    except TimeoutError:
        raise Unavailable from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if code == 0:
        return msgspec.json.decode(line, type=Made)
    return Made("too_heavy" if code in (-signal.SIGXCPU, -signal.SIGKILL) else "unreadable")
