"""Reading lists: a page by cursor, how many stand in each, and which of some tickets stand in one.

What a statement here holds of a condition was made by ``sql``; who may see what is ``visibility``'s one condition.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager

from farol.core.tickets.visibility import SEEN
from farol.kit.brief import Brief
from farol.kit.db import Reads

from .model import MOST_COUNTED
from .order import PAGE, Cursor, Sort, cursor, parts
from .problems import ListTooSlow
from .sql import Where, together

SLOW_S = 2.0
"""A list that takes longer is refused, and says so."""
COUNTED_S = 2.0
"""Counts of one person's lists are as old as this at most."""
WHOLE = "t.merged_into is null"
_counted: Brief[tuple[int, str], dict[str, int]] = Brief(COUNTED_S, 2_000)


async def page(
    db: Reads, viewer: int | None, where: Where, sort: Sort, *, descending: bool, after: str | None, broad: bool = False,
) -> tuple[list[int], str | None]:
    """Ids of the next tickets of a list, and the cursor behind them. broad: most of what waits stands in it. Raises Invalid, ListTooSlow."""
    at = cursor(after, sort, descending=descending) if after else None
    found: list[tuple[int, int, list[str]]] = []
    for number, part in enumerate(parts(sort, descending=descending)):
        if at and number < at.part:
            continue
        keys = at.keys if at and at.part == number else []
        first = 3 + len(where.values)
        conditions = (WHOLE, *(part.only if broad else ()), *where.after(2), SEEN)
        query = part.statement(conditions, descending=descending, first=first, after=bool(keys), broad=broad)
        async with _patience():
            rows = await db.fetch(query, viewer, PAGE + 1 - len(found), *where.values, *keys)
        found += [(row["id"], number, [row[f"k{n}"] for n in range(len(part.keys))]) for row in rows]
        if len(found) > PAGE:
            _, reached, last = found[PAGE - 1]
            return [id_ for id_, _, _ in found[:PAGE]], Cursor(sort, descending, reached, last).text()
    return [id_ for id_, _, _ in found], None


def counted(who: int, names: Iterable[str]) -> dict[str, int] | None:
    """What was counted for somebody a moment ago, if it was."""
    return _counted.get((who, ",".join(names)))


async def counts(db: Reads, viewer: int | None, who: int, lists: Mapping[str, Where]) -> dict[str, int]:
    """How many stand in each list, all in one statement, no further than MOST_COUNTED each. Nothing when it takes too long."""
    pieces: list[str] = []
    values: list[object] = [viewer]
    for where in lists.values():
        standing = f"select from ticket t where {together(WHOLE, *where.after(len(values)), SEEN)} limit {MOST_COUNTED}"
        pieces.append(f"(select count(*)::int from ({standing}) x) as c{len(pieces)}")  # noqa: S608
        values += where.values
    # Names and conditions are ours; what people wrote is in the parameters.
    query = f"select {', '.join(pieces)} from (select $1::bigint as id) viewer"  # noqa: S608
    try:
        async with asyncio.timeout(SLOW_S):
            row = await db.fetchrow(query, *values)
    except TimeoutError:
        return {}
    found = dict(zip(lists, row or (), strict=False))
    _counted.put((who, ",".join(lists)), found)
    return found


async def count(db: Reads, viewer: int | None, where: Where) -> int:
    """How many a list would hold. Raises ListTooSlow."""
    query = (f"select count(*)::int from (select from ticket t, (select $1::bigint as id) viewer"  # noqa: S608
             f" where {together(WHOLE, *where.after(1), SEEN)} limit {MOST_COUNTED}) x")
    async with _patience():
        return int(await db.fetchval(query, viewer, *where.values))


async def among(db: Reads, viewer: int | None, where: Where, ids: list[int]) -> list[int]:
    """Which of these tickets stand in a list, in no order. Raises ListTooSlow."""
    query = (f"select t.id from ticket t, (select $1::bigint as id) viewer"  # noqa: S608
             f" where {together('t.id = any($2::bigint[])', WHOLE, *where.after(2), SEEN)}")
    async with _patience():
        return [row["id"] for row in await db.fetch(query, viewer, ids, *where.values)]


@asynccontextmanager
async def _patience() -> AsyncIterator[None]:
    """The driver cancels the statement on the server when its time is over."""
    try:
        async with asyncio.timeout(SLOW_S):
            yield
    except TimeoutError:
        raise ListTooSlow from None
