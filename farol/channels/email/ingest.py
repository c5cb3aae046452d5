"""Reads a folder of files as if each were a mail that just came: how every one of them ended, and how long it took."""

import asyncio
import re
import time
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import structlog

from farol.kit.core import Kit
from farol.kit.problem import TooMany

from . import actions, ingest_store
from .model import Later, content_digest, digest
from .proof.prove import Prover
from .reading.pool import ParserDied, Parsers

log = structlog.get_logger()
LARGEST = 64 * 1024 * 1024
"""Bytes of a file that are read; a server would have refused less."""
MOST_TRIES = 8
PEER = "file"
_RETURN_PATH = re.compile(rb"(?im)^Return-Path:[ \t]*<?([^<>\s]{0,320})>?[ \t]*\r?$")


class NoNames:
    """A resolver for mail that no server brought: nobody publishes anything, so nothing is proven."""

    async def look_up(self, name: str, kind: str) -> list[bytes]:
        """Nothing."""
        return []


class Ended(msgspec.Struct, frozen=True):
    """What became of a file. outcome: ``message``, ``quarantined``, ``dropped``, ``unreadable``, ``crashed`` or ``lost``."""

    file: str
    outcome: str
    reason: str
    ms: float
    size: int


class Report(msgspec.Struct, frozen=True):
    """The whole folder. messages + quarantined + dropped + unreadable + crashed + lost = files.

    unreadable: files the operating system would not give us. repeated: files whose mail was there already (in ``messages``,
    ``quarantined`` or ``dropped`` as the first one ended). parser_deaths: processes that ended over a mail.
    """

    files: int
    messages: int
    quarantined: int
    dropped: int
    unreadable: int
    crashed: int
    lost: int
    repeated: int
    parser_deaths: int
    p50_ms: float
    p99_ms: float
    slowest_ms: float
    reasons: dict[str, int]


def report(ended: list[Ended], repeated: int, deaths: int) -> Report:
    """The figures of all files."""
    count = Counter(one.outcome for one in ended)
    times = sorted(one.ms for one in ended) or [0.0]
    reasons = Counter(f"{one.outcome}: {one.reason}" for one in ended if one.reason)
    return Report(
        len(ended), count["message"], count["quarantined"], count["dropped"], count["unreadable"], count["crashed"], count["lost"],
        repeated, deaths, times[len(times) // 2], times[min(len(times) - 1, len(times) * 99 // 100)], times[-1], dict(reasons.most_common()))


class Ingest:
    """One run. The kit needs ``Parsers`` and ``Prover`` (see ``parts``)."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._seen: set[bytes] = set()
        self.repeated = self.deaths = 0

    async def folder(self, folder: Path) -> AsyncIterator[Ended]:
        """Every file below the folder, in the order of their paths; links are not followed."""
        for path in await asyncio.to_thread(_files, folder):
            started = time.perf_counter()
            outcome, reason, size = await self._file(path)
            yield Ended(str(path.relative_to(folder)), outcome, reason, round((time.perf_counter() - started) * 1000, 1), size)

    async def _file(self, path: Path) -> tuple[str, str, int]:
        raw = await asyncio.to_thread(_read, path)
        if isinstance(raw, tuple):
            return raw
        try:
            return *await self._mail(raw), len(raw)
        except Exception as error:
            log.exception("mail.ingest_failed", file=path.name)
            return "crashed", type(error).__name__, len(raw)

    async def _mail(self, raw: bytes) -> tuple[str, str]:
        kit = self._kit
        recipient = kit.settings.mail_from
        found = _RETURN_PATH.search(raw[:20_000])
        return_path = found.group(1).decode("latin-1") if found else "unknown@file.invalid"
        await actions.receive(kit, recipient=recipient, return_path=return_path, peer=PEER, raw=raw)
        key = digest(recipient, content_digest(raw))
        self.repeated += key in self._seen
        self._seen.add(key)
        for _ in range(MOST_TRIES):
            row = await ingest_store.ended(kit.db, key)
            if row is None:
                return "lost", ""
            if row.state != "received":
                return "message" if row.state in ("opened", "joined") else row.state, row.reason
            try:
                await actions.take(kit, row.id)
            except ParserDied:
                self.deaths += 1
            except (Later, TooMany):
                continue
        row = await ingest_store.ended(kit.db, key)
        return ("lost", "never_settled") if row is None or row.state == "received" else (
            "message" if row.state in ("opened", "joined") else row.state, row.reason)


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_symlink() or not path.is_dir()]


def _read(path: Path) -> bytes | tuple[str, str, int]:
    """The bytes, or how the file ended already."""
    try:
        if path.is_symlink() or not path.is_file():
            return "unreadable", "no_regular_file", 0
        if (size := path.stat().st_size) > LARGEST:
            return "dropped", "larger_than_any_mail", size
        return path.read_bytes()
    except OSError as error:
        return "unreadable", type(error).__name__, 0


async def run(kit: Kit, folder: Path) -> tuple[Report, list[Ended]]:
    """The folder with parts of its own for reading and judging mail."""
    parsers, prover = Parsers(), Prover(kit.settings, NoNames())
    kit.put(parsers)
    kit.put(prover)
    ingest = Ingest(kit)
    try:
        ended = [one async for one in ingest.folder(folder)]
    finally:
        await parsers.stop()
        await prover.stop()
    return report(ended, ingest.repeated, ingest.deaths), ended
