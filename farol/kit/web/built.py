"""Files of built front ends as they go out, and the addresses under which browsers may keep them."""

import gzip
import hashlib
import mimetypes
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple


class Loaded(NamedTuple):
    """A file as it goes out: its bytes, packed where that is worth it, its type and a tag of its content."""

    body: bytes
    packed: bytes | None
    kind: bytes
    tag: bytes


@lru_cache(maxsize=512)
def load(path: Path, changed_ns: int) -> Loaded:
    body = path.read_bytes()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    written = kind.startswith("text/") or kind.endswith(("javascript", "json", "svg+xml"))
    packed = gzip.compress(body, 9, mtime=0) if written else None
    if written:
        kind += "; charset=utf-8"
    return Loaded(body, packed, kind.encode(), b'"' + hashlib.sha256(body).hexdigest()[:32].encode() + b'"')


FOLDERS: dict[str, Path] = {}
"""Prefix to folder of what this process serves."""


def version(found: Loaded) -> bytes:
    """The first characters of the content's tag."""
    return found.tag[1:13]


def address(path: str) -> str:
    """The path of a served file with its version, under which browsers keep it for good."""
    for prefix, folder in FOLDERS.items():
        file = folder / path.removeprefix(prefix).lstrip("/")
        if prefix and path.startswith(prefix) and file.is_file():
            return f"{path}?v={version(load(file, file.stat().st_mtime_ns)).decode()}"
    return path
