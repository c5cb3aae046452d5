"""The shipped articles in an empty database: published once a process, then put back as rows, with the index they make."""

import asyncio
import io
from typing import NamedTuple

from farol.kit.core import Kit
from farol.selfserve.knowledge import seeding
from farol.selfserve.retrieval.library import Library

TABLES = """
select c.oid::regclass::text as name,
  (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname = any($1)"""
MADE = ("topic", "term", "article", "article_version", "knowledge_mark", "translation_pair", "stream", "event")
"""What publishing writes to, parents before children."""
REMEMBERED = "insert into progress (reaction, stream, seq) select 'knowledge_memory', name, seq from stream where name like 'article:%'"
"""The memory of translations has these articles behind it. Making it takes seconds, and no test of shipped articles is about it."""


class Kept(NamedTuple):
    """A table's rows, as the database copies them out and in."""

    table: str
    columns: list[str]
    rows: bytes


class Shelf:
    """What was kept of the first time."""

    kept: list[Kept] = []
    library: Library


async def publish(kit: Kit) -> None:
    """All shipped articles are published, and this process's library holds them."""
    if Shelf.kept:
        async with kit.db.acquire() as connection, connection.transaction():
            for one in Shelf.kept:
                await connection.copy_to_table(one.table, source=io.BytesIO(one.rows), columns=one.columns, format="binary")
    else:
        await seeding.seed(kit)
        Shelf.library = Library()
        await Shelf.library.refresh(kit)
        Shelf.kept = await _rows(kit)
    await kit.db.execute(REMEMBERED)
    kit.put(_copied(Shelf.library))


async def _rows(kit: Kit) -> list[Kept]:
    columns = {row["name"]: row["columns"] for row in await kit.db.fetch(TABLES, list(MADE))}
    kept = []
    async with kit.db.acquire() as connection:
        for table in MADE:
            out, only = io.BytesIO(), " where stream like 'article:%'" if table == "event" else ""
            await connection.copy_from_query(f"select {', '.join(columns[table])} from {table}{only}", output=out, format="binary")
            kept.append(Kept(table, columns[table], out.getvalue()))
    return kept


def _copied(library: Library) -> Library:
    made = Library()
    made.__dict__.update(library.__dict__, _loading=asyncio.Lock(), _looked=0.0)
    return made
