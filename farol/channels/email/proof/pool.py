"""A few checking processes. They ask us for DNS records; one that dies or hangs takes only its own check with it."""

import asyncio
import contextlib
import os
import signal
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from .model import Answer, Ask, Found, Job
from .resolver import Limited, Resolver, Unresolved

_ROOT = str(Path(__file__).parents[4])
COMMAND = (sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {_ROOT!r}); from farol.channels.email.proof.child import main; main()")
WALL_S = 25.0
LIVES = 500
HEAVY = 4 * 1024 * 1024
_SAID: msgspec.msgpack.Decoder[Ask | Found] = msgspec.msgpack.Decoder(Ask | Found)
_ENCODER = msgspec.msgpack.Encoder()


class CheckerDied(Exception):
    """The process ended, or was ended, while it held this mail."""


class Checkers:
    """At most ``size`` processes, started when first needed, replaced when they die or have checked many mails."""

    def __init__(self, size: int = 2, *, wall_s: float = WALL_S, command: Sequence[str] = COMMAND) -> None:
        self._wall_s, self._command = wall_s, command
        self._free: list[tuple[asyncio.subprocess.Process, int]] = []
        self._places = asyncio.Semaphore(size)

    async def check(self, job: Job, resolver: Resolver) -> Found:
        """What SPF, DKIM and ARC come to. Raises CheckerDied."""
        async with self._places:
            process, used = self._free.pop() if self._free else (await self._start(), 0)
            try:
                found = await asyncio.wait_for(_talk(process, job, resolver), self._wall_s)
            except BaseException as error:
                await _end(process)
                if isinstance(error, (TimeoutError, OSError, asyncio.IncompleteReadError, msgspec.DecodeError)):
                    raise CheckerDied from error
                raise
            if used + 1 >= LIVES or len(job.raw) > HEAVY:
                await _end(process)
            else:
                self._free.append((process, used + 1))
            return found

    async def _start(self) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *self._command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
            env={"LC_ALL": "C.UTF-8"}, start_new_session=True)

    async def stop(self) -> None:
        """Ends all idle processes."""
        while self._free:
            await _end(self._free.pop()[0])


async def _talk(process: asyncio.subprocess.Process, job: Job, resolver: Resolver) -> Found:
    await _write(process, job)
    known = Limited(resolver)
    while True:
        assert process.stdout
        length = struct.unpack(">I", await process.stdout.readexactly(4))[0]
        said = _SAID.decode(await process.stdout.readexactly(length))
        if isinstance(said, Found):
            return said
        try:
            answer = Answer(await known.look_up(said.name, said.kind))
        except Unresolved:
            answer = Answer(None)
        await _write(process, answer)


async def _write(process: asyncio.subprocess.Process, what: Job | Answer) -> None:
    frame = _ENCODER.encode(what)
    assert process.stdin
    process.stdin.write(struct.pack(">I", len(frame)))
    process.stdin.write(frame)
    await process.stdin.drain()


async def _end(process: asyncio.subprocess.Process) -> None:
    """Kills and reaps. Not Process.kill: that polls, and so reaps behind asyncio's back."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)
    if process.stdin:
        process.stdin.close()
        with contextlib.suppress(OSError):
            await process.stdin.wait_closed()
    await process.wait()
