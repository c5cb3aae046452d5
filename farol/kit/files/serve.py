"""Gives a file out, so that no browser runs anything in it."""

from collections.abc import AsyncIterator
from urllib.parse import quote
from uuid import UUID

import msgspec

from farol.kit.core import Kit
from farol.kit.files import store
from farol.kit.files.kinds import PICTURES
from farol.kit.problem import NotFound

ALWAYS = {
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
}
"""On every file: types are not guessed, nothing runs, other sites cannot embed it, no cache keeps it."""


class Served(msgspec.Struct, frozen=True):
    """What goes out. ``parts`` yields the bytes."""

    media_type: str
    headers: dict[str, str]
    parts: AsyncIterator[bytes]

    async def whole(self) -> bytes:
        """All the bytes at once."""
        return b"".join([part async for part in self.parts])


async def open_file(kit: Kit, file_id: UUID, *, preview: bool = False) -> Served:
    """The file, or its preview. Whether the actor may see it has been asked before. Raises NotFound.

    Only pictures that were written anew are shown in place; all else is a download.
    """
    row = await store.file(kit.db, file_id)
    if row is None or row.state == "refused" or (preview and row.preview_key is None):
        raise NotFound
    if preview and row.preview_key:
        key, media_type = row.preview_key, "image/webp"
    else:
        key, media_type = row.key, row.media_type
    inline = row.state == "ready" and row.media_type in PICTURES
    headers = ALWAYS | {"content-disposition": disposition(row.name, inline=inline)}
    return Served(media_type, headers, kit.files.get(key))


def disposition(name: str, *, inline: bool) -> str:
    """The header of RFC 6266: a plain ASCII name for old readers, the real one in UTF-8."""
    plain = "".join(c if c.isascii() and c.isprintable() and c not in '"\\%' else "_" for c in name)
    return f"{'inline' if inline else 'attachment'}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
