"""A folder of articles as a zip: read with a limit on everything, and written."""

import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO

from .problems import ArchiveBroken, ArchiveTooLarge

LARGEST = 20 * 1024 * 1024
"""Bytes of the zip itself."""
MOST_FILES = 2_000
MOST_OPEN = 64 * 1024 * 1024
"""Bytes of everything in it, unpacked."""
PART = 64 * 1024
_SYMLINK = 0o120000


def unpack(source: IO[bytes]) -> dict[str, bytes]:
    """Files by their path. It takes time: call it in a thread. What the zip says of sizes is not believed.

    Hidden files and what systems put beside them (``__MACOSX``) are left out. Raises ArchiveBroken, ArchiveTooLarge.
    """
    try:
        with zipfile.ZipFile(source) as held:
            members = [one for one in held.infolist() if not one.is_dir()]
            if len(members) > MOST_FILES:
                raise _too_large()
            return _read(held, members)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, UnicodeError):
        raise ArchiveBroken from None


def _read(held: zipfile.ZipFile, members: Iterable[zipfile.ZipInfo]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    left = MOST_OPEN
    for member in members:
        path = PurePosixPath(member.filename)
        if any(part.startswith((".", "__MACOSX")) for part in path.parts if part != ".."):
            continue
        if path.is_absolute() or ".." in path.parts or "\\" in member.filename or (member.external_attr >> 16) & 0o170000 == _SYMLINK:
            raise ArchiveBroken
        with held.open(member) as opened:
            content = bytearray()
            while part := opened.read(PART):
                left -= len(part)
                if left < 0:
                    raise _too_large()
                content += part
        found[str(path)] = bytes(content)
    return found


def pack(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of these files, the same bytes for the same files. It takes time: call it in a thread."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as held:
        for path, content in files:
            held.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _too_large() -> ArchiveTooLarge:
    return ArchiveTooLarge(most_mb=LARGEST // 2**20, most=MOST_FILES, most_open_mb=MOST_OPEN // 2**20)
