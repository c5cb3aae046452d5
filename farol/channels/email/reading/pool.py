"""A few parsing processes. One that dies or hangs takes only its own mail with it."""

import asyncio
import contextlib
import os
import signal
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from farol.channels.email.model import Mail, Refused

from .child import LOOK
from .original import Original

_ANSWER: msgspec.msgpack.Decoder[Mail | Original | Refused] = msgspec.msgpack.Decoder(Mail | Original | Refused)
_ROOT = str(Path(__file__).parents[4])
# The child runs the same code as its parent, wherever that was imported from; -I keeps everything else out.
_CODE = f"import sys, runpy; sys.path.insert(0, {_ROOT!r}); runpy.run_module('farol.channels.email.reading.child', run_name='__main__')"
COMMAND = (sys.executable, "-I", "-c", _CODE)

HEAVY = 4 * 1024 * 1024
"""A process that read a mail of so many bytes is replaced, so that the next one has all its memory."""


class ParserDied(Exception):
    """The process ended, or was ended, while it held this mail."""


class Parsers:
    """At most ``size`` processes, started when first needed, replaced when they die or have read ``lives`` mails."""

    def __init__(self, size: int = 2, *, wall_s: float = 10.0, lives: int = 500, command: Sequence[str] = COMMAND) -> None:
        self._size, self._wall_s, self._lives, self._command = size, wall_s, lives, command
        self._free: list[tuple[asyncio.subprocess.Process, int]] = []
        self._places = asyncio.Semaphore(size)

    async def parse(self, raw: bytes) -> Mail | Refused:
        """What the mail says, as read by a child. Raises ``ParserDied``."""
        answer = await self._answer(0, raw)
        assert not isinstance(answer, Original)
        return answer

    async def original(self, raw: bytes) -> Original | Refused:
        """The mail to be looked at. Raises ``ParserDied``."""
        answer = await self._answer(LOOK, raw)
        assert not isinstance(answer, Mail)
        return answer

    async def _answer(self, wanted: int, raw: bytes) -> Mail | Original | Refused:
        async with self._places:
            process, used = self._free.pop() if self._free else (await self._start(), 0)
            try:
                answer = await asyncio.wait_for(self._ask(process, wanted, raw), self._wall_s)
            except BaseException as error:
                await _end(process, dying=isinstance(error, asyncio.IncompleteReadError))
                if isinstance(error, (TimeoutError, OSError, asyncio.IncompleteReadError, msgspec.DecodeError)):
                    raise ParserDied from error
                raise
            if used + 1 >= self._lives or len(raw) > HEAVY:
                await _end(process)
            else:
                self._free.append((process, used + 1))
            return answer

    async def _start(self) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *self._command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL, env={"LC_ALL": "C.UTF-8"}, start_new_session=True,
        )

    async def _ask(self, process: asyncio.subprocess.Process, wanted: int, raw: bytes) -> Mail | Original | Refused:
        assert process.stdin
        assert process.stdout
        process.stdin.write(struct.pack(">I", len(raw) | wanted))
        process.stdin.write(raw)
        await process.stdin.drain()
        length = struct.unpack(">I", await process.stdout.readexactly(4))[0]
        return _ANSWER.decode(await process.stdout.readexactly(length))

    async def stop(self) -> None:
        """Ends all idle processes."""
        while self._free:
            process, _ = self._free.pop()
            await _end(process)


async def _end(process: asyncio.subprocess.Process, *, dying: bool = False) -> None:
    """Kills (unless it is already going) and reaps. Not Process.kill: that polls, and so reaps behind asyncio's back."""
    if process.returncode is None and not dying:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)
    if process.stdin:
        process.stdin.close()
        with contextlib.suppress(OSError):
            await process.stdin.wait_closed()
    await process.wait()
