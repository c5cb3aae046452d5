"""Statements on the desk's own glossary."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, every, one

ALL = "select id, words, version from translation_term where removed_at is null order by id limit 1000"
CHANGED = "select coalesce(max(greatest(at, removed_at)), 'epoch') from translation_term"
ADD = """
insert into translation_term (words, set_by) select $1, $2 where (select count(*) from translation_term where removed_at is null) < $3
returning id, words, version"""
SET = """
update translation_term set words = $1, set_by = $2, version = version + 1, at = now()
where id = $3 and version = $4 and removed_at is null returning id, words, version"""
REMOVE = "update translation_term set removed_at = now(), set_by = $2 where id = $1 and removed_at is null returning words"


class Term(msgspec.Struct, frozen=True):
    """A term: its word by language."""

    id: int
    words: dict[str, str]
    version: int


async def all_(db: Reads) -> list[Term]:
    """Every term, the oldest first."""
    return await every(db, Term, ALL)


async def changed(db: Reads) -> datetime:
    """When a term was last saved or removed."""
    at: datetime = await db.fetchval(CHANGED)
    return at


async def save(db: Reads, words: dict[str, str], by: str, term_id: int, version: int, most: int) -> Term | None:
    """Adds or changes a term; None when it is not at this version any more, or there is no room."""
    return await (one(db, Term, SET, words, by, term_id, version) if term_id else one(db, Term, ADD, words, by, most))


async def remove(db: Reads, term_id: int, by: str) -> dict[str, str] | None:
    """Takes a term out: its words."""
    found: dict[str, str] | None = await db.fetchval(REMOVE, term_id, by)
    return found
