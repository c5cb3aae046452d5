"""Statements that change topics and terms."""

from typing import Any

from farol.kit.db import Reads, Tx, every, one

from .model import TOPICS, Term

LOCK = "select pg_advisory_xact_lock(hashtext('farol.topics'))"
KNOWN = "select exists (select from topic where code = $1)"
START = """
insert into topic (code, zh, en, place)
select * from unnest($1::text[], $2::text[], $3::text[], $4::int[]) where not exists (select from topic)"""
ADD = """
insert into topic (code, parent_id, zh, en, place) values ($1, $2, $3, $4, $5) returning id"""
SET = """
update topic set parent_id = $3, zh = $4, en = $5, place = $6, version = version + 1 where id = $1 and version = $2 returning id"""
REMOVE = "delete from topic where id = $1"
ID = "select id from topic where code = $1"
# The topics above one, itself first, with how far up they are.
ABOVE = """
with recursive up as (
  select id, parent_id, 1 as steps from topic where id = $1
  union all select t.id, t.parent_id, steps + 1 from topic t join up on t.id = up.parent_id where steps < 20)
select id from up order by steps"""
BELOW = """
with recursive down as (
  select id, 1 as steps from topic where parent_id = $1
  union all select t.id, steps + 1 from topic t join down on t.parent_id = down.id where steps < 20)
select coalesce(max(steps), 0) from down"""
USED = """
select exists (select from topic where parent_id = $1) or exists (select from article a join topic t on t.code = a.category where t.id = $1)"""

TERMS = "select id, zh, en, meaning_zh, meaning_en, version from term order by en"
TERM = "select id, zh, en, meaning_zh, meaning_en, version from term where id = $1"
ADD_TERM = "insert into term (zh, en, meaning_zh, meaning_en) values ($1, $2, $3, $4) returning id"
SET_TERM = """
update term set zh = $3, en = $4, meaning_zh = $5, meaning_en = $6, version = version + 1 where id = $1 and version = $2 returning id"""
REMOVE_TERM = "delete from term where id = $1 returning en"
START_TERMS = """
insert into term (zh, en, meaning_zh, meaning_en)
select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) where not exists (select from term)"""


async def lock(tx: Tx) -> None:
    """One change of the tree at a time, so that two together cannot make a circle."""
    await tx.execute(LOCK)


async def start(db: Reads) -> None:
    """Puts the shipped topics in where there is none."""
    codes = list(TOPICS)
    await db.execute(START, codes, [TOPICS[c].text("zh") for c in codes], [TOPICS[c].text("en") for c in codes],
                     [place * 10 for place in range(1, len(codes) + 1)])  # fmt: skip


async def known(tx: Tx, code: str) -> bool:
    """Whether there is such a topic; where there are none at all yet, the shipped ones are put in first."""
    if await tx.fetchval(KNOWN, code):
        return True
    await start(tx)
    return bool(await tx.fetchval(KNOWN, code))


async def above(db: Reads, topic_id: int) -> list[int]:
    """Ids from a topic up to the root, itself first."""
    return [row["id"] for row in await db.fetch(ABOVE, topic_id)]


async def terms(db: Reads) -> list[Term]:
    """The whole glossary, by its English word."""
    return await every(db, Term, TERMS)


async def term(db: Reads, term_id: int) -> Term | None:
    """One term."""
    return await one(db, Term, TERM, term_id)


async def start_terms(db: Reads, terms: list[tuple[str, str, str, str]]) -> None:
    """Puts the shipped terms in where there is none."""
    columns: list[list[Any]] = [list(column) for column in zip(*terms, strict=True)]
    await db.execute(START_TERMS, *columns)
