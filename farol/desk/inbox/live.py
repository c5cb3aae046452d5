"""Inbox rows for the live feed."""

import msgspec

from farol.core.live.feed import Row
from farol.kit.core import Kit

from . import store
from .model import InboxRow


async def rows(kit: Kit, ids: list[int]) -> list[Row]:
    """A ``row`` frame for each ticket, with and without who the customer is."""
    return [Row(row.id, _frame(row), _frame(row.nobody())) for row in await store.rows(kit.db, ids)]


def _frame(row: InboxRow) -> bytes:
    return msgspec.json.encode({"t": "row", "row": row})
