"""Hands a text file to a process that takes secrets out of it before anything is kept."""

import asyncio
import os
import sys
from collections.abc import Callable
from typing import IO

from farol.kit.files.problems import FileRefused
from farol.kit.problem import Unavailable

WALL_S = 60
AT_ONCE = 2
PATIENCE_S = 15
SMALL = 32 * 1024
"""Bytes that are washed here in some milliseconds; a process would take longer to start."""
OVERLONG = 3
"""What the process ends with when the text is longer than it looks through."""


class Washer:
    """Runs one module for each file: the file on its standard input, what may be kept on its standard output. small: the same for bytes."""

    def __init__(self, module: str, small: Callable[[bytes], bytes]) -> None:
        self._module, self._small = module, small
        self._tubs = asyncio.Semaphore(AT_ONCE)

    async def wash(self, source: IO[bytes], target: IO[bytes]) -> None:
        """Fills the target. Raises FileRefused for a text that is too long, Unavailable when the machine is too busy."""
        if source.seek(0, 2) <= SMALL:
            source.seek(0)
            target.write(await asyncio.to_thread(self._small, source.read()))
            return
        try:
            await asyncio.wait_for(self._tubs.acquire(), PATIENCE_S)
        except TimeoutError:
            raise Unavailable from None
        try:
            await self._run(source, target)
        finally:
            self._tubs.release()

    async def _run(self, source: IO[bytes], target: IO[bytes]) -> None:
        source.seek(0)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", self._module, stdin=source, stdout=target, stderr=asyncio.subprocess.DEVNULL,
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "MALLOC_ARENA_MAX": "1"})
        try:
            async with asyncio.timeout(WALL_S):
                code = await process.wait()
        except TimeoutError:
            raise Unavailable from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if code:
            raise FileRefused(why="text_too_long") if code == OVERLONG else Unavailable
