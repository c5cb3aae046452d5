"""Bytes under random keys, in a folder or in an S3-compatible bucket."""

import re
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import IO

import obstore
from obstore.store import LocalStore, ObjectStore, from_url

from farol.kit.problem import NotFound
from farol.kit.settings import Settings

PART = 1024 * 1024
"""Bytes of a file that are in memory at once."""
_KEY = re.compile(r"[0-9a-f]{64}")


class Files:
    """A store of bytes. A key has 256 random bits, says nothing of what it names, and never comes from outside."""

    def __init__(self, place: str | Path) -> None:
        """``place``: a folder, made when missing and readable for us alone, or ``s3://bucket/prefix``."""
        self._store: ObjectStore
        if str(place).startswith("s3://"):
            self._store = from_url(str(place))
        else:
            Path(place).mkdir(mode=0o700, parents=True, exist_ok=True)
            self._store = LocalStore(Path(place))

    @classmethod
    def open(cls, settings: Settings) -> "Files":
        """The store of these settings: ``files_url``, or the folder ``files`` below ``data_dir``."""
        return cls(settings.files_url or settings.data_dir / "files")

    async def put(self, content: bytes | IO[bytes]) -> str:
        """Stores bytes, or an open file from its start, and returns the key. All of it is there, or nothing."""
        key = secrets.token_hex(32)
        if isinstance(content, bytes):
            await obstore.put_async(self._store, _path(key), content)
        else:
            content.seek(0)
            await obstore.put_async(self._store, _path(key), _parts(content))
        return key

    async def get(self, key: str, start: int = 0, length: int | None = None) -> AsyncIterator[bytes]:
        """The bytes in parts, from ``start``, at most ``length``. Raises ``NotFound`` before the first part."""
        try:
            found = await obstore.head_async(self._store, _path(key))
            end = found["size"] if length is None else min(found["size"], start + length)
            while start < end:
                part = await obstore.get_range_async(self._store, _path(key), start=start, end=min(end, start + PART))
                start += len(part)
                yield bytes(part)
        except FileNotFoundError:
            raise NotFound from None

    async def read(self, key: str) -> bytes:
        """All the bytes. Raises ``NotFound``."""
        return b"".join([part async for part in self.get(key)])

    async def delete(self, key: str) -> None:
        """Removes the bytes; what is already gone counts as removed."""
        try:
            await obstore.delete_async(self._store, _path(key))
        except FileNotFoundError:
            return


def _path(key: str) -> str:
    """Two hundred and fifty-six folders keep each of them short."""
    if not _KEY.fullmatch(key):
        raise NotFound
    return f"{key[:2]}/{key}"


async def _parts(source: IO[bytes]) -> AsyncIterator[bytes]:
    """Reads from a spooled upload, which is in the page cache: no thread needed."""
    while part := source.read(PART):
        yield part
