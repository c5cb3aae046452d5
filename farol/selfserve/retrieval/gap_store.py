"""Statements of gaps: questions that nothing answered."""

from typing import Any

from farol.kit.db import Reads, every

from .model import Gap

SIMILAR = """
select id, terms from search_gap where language = $1 and terms && $2::text[]
order by sign <> $3, last_at desc limit 100"""
AGAIN = """
update search_gap set asked = asked + $2, last_at = now(),
  closed_at = case when closed_at < now() - interval '1 day' then null else closed_at end,
  closed_by = case when closed_at < now() - interval '1 day' then null else closed_by end
where id = $1"""
ADD = """
insert into search_gap as g (language, sign, words, terms, asked) values ($1, $2, $3, $4, $5)
on conflict (language, sign) do update set asked = g.asked + excluded.asked, last_at = now()"""
# What was asked once and long ago makes room for what is asked now.
TRIM = """
delete from search_gap where id in (
  select id from search_gap order by asked desc, last_at desc offset $1 limit 500)"""
OPEN = """
select id, language, words, asked, first_at, last_at from search_gap
where closed_at is null and ($1 = '' or language = $1) order by asked desc, last_at desc, id limit $2"""
CLOSE = """
update search_gap set closed_at = now(), closed_by = $2 where id = $1 and closed_at is null
returning language, words"""


async def similar(db: Reads, language: str, terms: list[str], sign: str) -> list[Any]:
    """Gaps that share a term, the same question first."""
    return await db.fetch(SIMILAR, language, terms, sign)


async def again(db: Reads, id_: int, times: int) -> None:
    """It was asked again. A gap closed more than a day ago opens: what was done about it does not answer."""
    await db.execute(AGAIN, id_, times)


async def add(db: Reads, language: str, sign: str, words: str, terms: list[str], times: int) -> None:
    """A new question; if another process was quicker, one more of the same."""
    await db.execute(ADD, language, sign, words, terms, times)


async def trim(db: Reads, most: int) -> None:
    """Keeps the most asked."""
    await db.execute(TRIM, most)


async def open_gaps(db: Reads, language: str, most: int) -> list[Gap]:
    """Open gaps of a language, or of all, the most asked first."""
    return await every(db, Gap, OPEN, language, most)


async def close(db: Reads, id_: int, staff_id: int) -> Any:
    """Language and words of the gap it closed, None when there is no such open one."""
    return await db.fetchrow(CLOSE, id_, staff_id)
