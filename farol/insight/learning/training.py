"""Begins a training in a process of its own and brings back what came of it."""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import structlog

from farol.core.understanding import Card, shelf
from farol.kit.core import Kit

from . import model_store, store
from .model import Shadow
from .trial import ASKED, TOLD, Asked, Told

log = structlog.get_logger()
WALL_S = 3600
"""A training that takes longer is ended; it works for a minute and a half of one core, below everything else, and takes up to a gigabyte."""


class Trained(msgspec.Struct, frozen=True):
    """A model's files, and how it did. base: how the product's own sentences do, where that was not known before.
    learnt: as the table keeps it."""

    files: tuple[bytes, bytes]
    card: Card
    frozen: str
    shadow: Shadow
    base: Shadow | None
    learnt: dict[str, Any]


async def train(kit: Kit) -> Trained | None:
    """None where there is nothing new to learn, and where the training failed, which is logged."""
    labels = await store.usable(kit.db)
    if not labels:
        return None
    asked = Asked(labels, await model_store.judged(kit.db), await model_store.newest(kit.db))
    folder = kit.settings.data_dir / "understanding"
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix="trial") as name:
        bench = Path(name)
        (bench / ASKED).write_bytes(msgspec.json.encode(asked))
        if not await _ran(bench):
            return None
        return await asyncio.to_thread(_brought, bench, len(labels))


async def _ran(bench: Path) -> bool:
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "farol.insight.learning.trial", str(bench))
    try:
        async with asyncio.timeout(WALL_S):
            code = await process.wait()
    except TimeoutError:
        code = None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if code != 0:
        log.error("learning.training_failed", code=code)
    return code == 0


def _brought(bench: Path, labels: int) -> Trained | None:
    told = msgspec.json.decode((bench / TOLD).read_bytes(), type=Told)
    if not told.made or told.shadow is None:
        return None
    card = shelf.load(bench).card
    files = (bench / shelf.TOLD).read_bytes(), (bench / shelf.ARRAYS).read_bytes()
    return Trained(files, card, told.frozen, told.shadow, told.base, {"languages": told.labels, "of": {"labels": labels}, "sentences": told.sentences})
