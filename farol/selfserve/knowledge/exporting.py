"""Every published article as files, with the pictures it shows."""

from collections.abc import AsyncIterator
from uuid import UUID

from farol.kit.core import Kit
from farol.kit.files import store as files

from . import folder, markdown, store

ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}


async def published(kit: Kit, *, pictures: bool = True) -> AsyncIterator[tuple[str, bytes]]:
    """Path and content of each file: the newest version of every article, and each picture once."""
    shown: set[str] = set()
    for article in await store.newest(kit.db):
        shown |= markdown.pictures(article.body)
        yield folder.file(article)
    for one in sorted(shown) if pictures else ():
        row = await files.file(kit.db, UUID(one))
        if row and row.media_type in ENDINGS:
            yield f"media/{one}.{ENDINGS[row.media_type]}", await kit.files.read(row.key)
