"""Statements of synonyms and offered questions."""

from farol.kit.db import Reads

CHANGES = "select coalesce((select seq from stream where name = $1), 0)"
LOCK = "select pg_advisory_xact_lock(hashtext('search_words'))"
SYNONYMS = "select key, words from search_synonyms order by key"
SAVE_SYNONYMS = """
insert into search_synonyms (key, words, by_id) values ($1, $2, $3)
on conflict (key) do update set words = excluded.words, at = now(), by_id = excluded.by_id"""
RESET_SYNONYMS = "delete from search_synonyms where key = $1 returning key"
OFFERS = "select language, words from search_offer order by language"
SAVE_OFFERS = """
insert into search_offer (language, words, by_id) values ($1, $2, $3)
on conflict (language) do update set words = excluded.words, at = now(), by_id = excluded.by_id"""
RESET_OFFERS = "delete from search_offer where language = $1 returning language"
STREAM = "search:1"
MOST_GROUPS, MOST_LANGUAGES = 500, 100
"""Own groups, and languages with own questions, of an installation: every process holds them all in memory."""


async def changes(db: Reads) -> int:
    """Grows whenever synonyms or offers change."""
    return int(await db.fetchval(CHANGES, STREAM))


async def lock(db: Reads) -> None:
    """One change of the words at a time: what one compares, another may not move meanwhile."""
    await db.execute(LOCK)


async def synonyms(db: Reads) -> dict[str, list[str]]:
    """This installation's own groups."""
    return {row["key"]: row["words"] for row in await db.fetch(SYNONYMS)}


async def save_synonyms(db: Reads, key: str, words: list[str], staff_id: int) -> None:
    """Makes or changes a group."""
    await db.execute(SAVE_SYNONYMS, key, words, staff_id)


async def reset_synonyms(db: Reads, key: str) -> bool:
    """Whether there was an own group to remove."""
    return await db.fetchval(RESET_SYNONYMS, key) is not None


async def offers(db: Reads) -> dict[str, list[str]]:
    """This installation's own questions by language."""
    return {row["language"]: row["words"] for row in await db.fetch(OFFERS)}


async def save_offers(db: Reads, language: str, words: list[str], staff_id: int) -> None:
    """Sets what is offered in a language."""
    await db.execute(SAVE_OFFERS, language, words, staff_id)


async def reset_offers(db: Reads, language: str) -> bool:
    """Whether there were own questions to remove."""
    return await db.fetchval(RESET_OFFERS, language) is not None
