"""Articles as a folder of Markdown files: `farol articles export DIR` and `farol articles import DIR`."""

import asyncio
from pathlib import Path

from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from farol.kit.settings import Settings
from farol.selfserve.knowledge import actions, exporting
from farol.selfserve.knowledge.actions.importing import Taken
from farol.selfserve.knowledge.archive import MOST_FILES, MOST_OPEN
from farol.selfserve.knowledge.problems import ArchiveTooLarge

from . import assembly
from .process import close_kit, open_kit


def write(settings: Settings, folder: Path) -> int:
    """Writes every published article and its pictures below the folder, and returns how many files that were."""
    return asyncio.run(exported(settings, folder))


async def exported(settings: Settings, folder: Path) -> int:
    """The same, on a loop that runs."""
    kit = await _kit(settings)
    try:
        files = [each async for each in exporting.published(kit)]
    finally:
        await close_kit(kit)
    for path, content in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return len(files)


def read(settings: Settings, folder: Path, *, publish: bool) -> list[Taken]:
    """Takes every file below the folder in, or none of them. Raises ImportRefused, ArchiveTooLarge."""
    return asyncio.run(imported(settings, folder, publish=publish))


async def imported(settings: Settings, folder: Path, *, publish: bool) -> list[Taken]:
    """The same, on a loop that runs."""
    files = await asyncio.to_thread(held, folder)
    kit = await _kit(settings)
    try:
        return await actions.take_in(kit, SYSTEM, files, publish=publish)
    finally:
        await close_kit(kit)


def held(folder: Path) -> dict[str, bytes]:
    """The files below a folder by their path in it; hidden ones and links are left out. Raises ArchiveTooLarge."""
    found: dict[str, bytes] = {}
    left = MOST_OPEN
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_symlink() or not path.is_file() or any(part.startswith(".") for part in inside.parts):
            continue
        left -= path.stat().st_size
        if left < 0 or len(found) >= MOST_FILES:
            raise ArchiveTooLarge(most_mb=MOST_OPEN // 2**20, most=MOST_FILES, most_open_mb=MOST_OPEN // 2**20)
        found[inside.as_posix()] = path.read_bytes()
    return found


async def _kit(settings: Settings) -> Kit:
    assembly.register()
    return await open_kit(settings, pool=2)
