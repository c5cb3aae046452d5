"""Hands one picture to a process that reads the words in it, and ends that process when it takes too long."""

import asyncio
import signal
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import IO

import msgspec
import structlog

from .model import Reading

log = structlog.get_logger()
WALL_S = 90
"""For a process that works beside others; its CPU time has a limit of its own."""
MOST_PIXELS = 24_000_000
_PROGRAM = str(Path(__file__).with_name("reader.py"))
_bench = asyncio.Semaphore(1)
"""One picture at a time in this process: reading is heavy, and nobody waits for it."""


class Words(msgspec.Struct, frozen=True):
    """What became of it, and the lines found, from top to bottom."""

    state: Reading
    text: str = ""


class _Answer(msgspec.Struct):
    outcome: str
    lines: list[str] = []


@cache
def installed() -> bool:
    """Whether this server can read pictures: ``pip install farol[ocr]``."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


async def read(picture: IO[bytes], width: int, height: int) -> Words:
    """The words of a picture that we wrote ourselves (see ``kit.files``). Never raises for what the picture does."""
    if not installed():
        return Words("not_installed")
    if width * height > MOST_PIXELS:
        return Words("too_large")
    async with _bench:
        return await _run(picture)


async def _run(picture: IO[bytes]) -> Words:
    picture.seek(0)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-I", _PROGRAM, stdin=picture, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        env={"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}, cwd="/", limit=4 * 2**20,
    )  # fmt: skip
    try:
        async with asyncio.timeout(WALL_S):
            assert process.stdout
            line = await process.stdout.readline()
            code = await process.wait()
    except (TimeoutError, ValueError):
        log.warning("evidence.reader_ended", why="too long")
        return Words("failed")
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if code != 0:
        log.warning("evidence.reader_ended", why="too heavy" if code in (-signal.SIGXCPU, -signal.SIGKILL) else "broke", code=code)
        return Words("failed")
    try:
        answer = msgspec.json.decode(line, type=_Answer)
    except msgspec.DecodeError:
        return Words("failed")
    text = "\n".join(answer.lines)
    if answer.outcome != "ok":
        return Words("failed")
    return Words("read", text) if text.strip() else Words("nothing")
