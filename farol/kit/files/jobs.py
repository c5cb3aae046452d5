"""Housekeeping of files."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from farol.kit.core import Kit
from farol.kit.db import Reads
from farol.kit.files import store

LOOSE_HOURS = 24
PAGE = 200

InUse = Callable[[Reads, list[UUID]], Awaitable[set[UUID]]]


async def sweep(kit: Kit, in_use: InUse) -> int:
    """Deletes files a day old that nothing refers to, and returns how many.

    ``in_use`` answers for those who keep references which of some files they refer to; these are not asked about
    again. A reference may only be made to a file younger than a day less a margin, so none can appear meanwhile.
    Bytes go first: a crash in between leaves a row, and the next sweep ends the work.
    """
    gone = 0
    while rows := await store.loose(kit.db, LOOSE_HOURS, PAGE):
        used = await in_use(kit.db, [row.id for row in rows])
        await store.keep(kit.db, list(used))
        unused = [row for row in rows if row.id not in used]
        for row in unused:
            for key in filter(None, (row.key, row.preview_key)):
                await kit.files.delete(key)
        await store.forget(kit.db, [row.id for row in unused])
        gone += len(unused)
    return gone
