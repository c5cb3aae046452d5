"""Inbox rows for the live feed."""

import msgspec

from farol.kit.core import Kit

from . import store


async def rows(kit: Kit, ids: list[int]) -> list[bytes]:
    """A ``row`` frame for each ticket."""
    return [msgspec.json.encode({"t": "row", "row": row}) for row in await store.rows(kit.db, ids)]
