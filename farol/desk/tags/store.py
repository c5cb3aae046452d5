"""Statements of tags. Lock order: words by id, then tickets by id."""

from typing import Any

from farol.kit.db import Reads, every, one

from .model import Known, Tag

USED = """
select id, word, used from tag where retired_at is null and ($1 = '' or position($1 in word) > 0)
order by word <> $1, not starts_with(word, $1), used desc, word limit $2"""
ALL = "select id, word, used, became, retired_at is not null as retired from tag order by retired_at is not null, used desc, word limit 2000"
MEET = "insert into tag (word) select unnest($1::text[]) order by 1 on conflict (word) do nothing"
# Held against a rename until the ticket carries the word, so that the rename finds it there.
HOLD = "select word, became, retired_at is not null as retired from tag where word = any($1::text[]) order by id for key share"
LOCKED = "select tags, seq from ticket where id = $1 for no key update"
SET = "update ticket set seq = seq + 1, updated_at = now(), tags = $2 where id = $1 returning seq"
BOTH = "select id, word, became, retired_at is not null as retired from tag where id = $1 or word = $2 order by id for update"
WORD = "select id, word, used from tag where id = $1"
RENAME = "update tag set became = $2, retired_at = now() where id = $1"
REDIRECT = "update tag set became = $2 where became = $1 and word <> $2"
RESTORE = "update tag set became = null, retired_at = null where id = $1"
RETIRE = "update tag set retired_at = now(), became = null where id = $1"
CARRIED = "select exists (select from ticket where tags <> '{}' and tags @> array[$1::text])"
BECAME = """
select t.word, t.became from tag t join tag o on o.word = t.became where t.id = $1 and t.became is not null for key share of t, o"""
REPLACE = """
with few as materialized (
  select id from ticket where tags <> '{}' and tags @> array[$1::text] order by id limit $3 for no key update)
update ticket t set seq = t.seq + 1, tags = array(select distinct w from unnest(array_replace(t.tags, $1, $2)) w order by w)
from few where t.id = few.id and t.tags @> array[$1::text] returning t.id, t.seq, not old.tags @> array[$2::text] as gained"""
# One count at a time: two that hold words in another order would wait for each other.
COUNTING = "select pg_advisory_xact_lock(hashtext('tag_count'))"
COUNT = """
update tag set used = greatest(used + c.by, 0)
from (select t.id, x.by from tag t join (
    select unnest($1::text[]) as word, 1 as by union all select unnest($2::text[]), -1) x on x.word = t.word) c
where tag.id = c.id"""


async def used(db: Reads, part: str, most: int) -> list[Tag]:
    """Words in use that hold this part, what begins with it first, then the most used."""
    return await every(db, Tag, USED, part, most)


async def everything(db: Reads) -> list[Any]:
    """Every word there is or was."""
    return await db.fetch(ALL)


async def hold(db: Reads, words: list[str]) -> list[Known]:
    """These words, made where they are new, held against a rename until the end of the transaction."""
    await db.execute(MEET, words)
    return await every(db, Known, HOLD, words)


async def locked(db: Reads, ticket_id: int) -> tuple[list[str], int] | None:
    """Locks a ticket: its words and seq; None when there is no such ticket."""
    row = await db.fetchrow(LOCKED, ticket_id)
    return (row["tags"], row["seq"]) if row else None


async def put(db: Reads, ticket_id: int, tags: list[str]) -> int:
    """Gives a ticket that is locked these words: the seq spent."""
    seq: int = await db.fetchval(SET, ticket_id, tags)
    return seq


async def both(db: Reads, id_: int, word: str) -> tuple[Any, Any]:
    """A tag by its id and another by its word, locked; None for what there is not."""
    rows = await db.fetch(BOTH, id_, word)
    return next((r for r in rows if r["id"] == id_), None), next((r for r in rows if r["word"] == word), None)


async def meet(db: Reads, word: str) -> None:
    """Makes a word where it is new."""
    await db.execute(MEET, [word])


async def carried(db: Reads, word: str) -> bool:
    """Whether any ticket carries the word."""
    return bool(await db.fetchval(CARRIED, word))


async def rename(db: Reads, id_: int, word: str, to_id: int, to: str) -> None:
    """The one word is the other from now on, and so is whatever had become the one."""
    await db.execute(RENAME, id_, to)
    await db.execute(REDIRECT, word, to)
    await db.execute(RESTORE, to_id)


async def became(db: Reads, id_: int) -> tuple[str, str] | None:
    """A renamed word and its name now, both held against another rename; None when it is not renamed any more."""
    row = await db.fetchrow(BECAME, id_)
    return (row["word"], row["became"]) if row else None


async def set_retired(db: Reads, id_: int, retired: bool) -> None:
    """Whether a word is still added."""
    await db.execute(RETIRE if retired else RESTORE, id_)


async def replace(db: Reads, was: str, word: str, most: int) -> list[Any]:
    """Gives up to so many tickets the new word for the old: id, seq and whether they did not have it before."""
    return await db.fetch(REPLACE, was, word, most)


async def count(db: Reads, added: list[str], removed: list[str]) -> None:
    """Keeps count of what tickets carry."""
    await db.execute(COUNTING)
    await db.execute(COUNT, added, removed)


async def tag(db: Reads, id_: int) -> Tag | None:
    """One word, as it is shown."""
    return await one(db, Tag, WORD, id_)
