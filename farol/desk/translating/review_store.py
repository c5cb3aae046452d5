"""Statements on machine translations that wait for somebody who looks at them."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, every, one

ASK_ARTICLE = """
insert into article_translation (article_id, language, source, source_version, state, asked_by) values ($1, $2, $3, $4, 'asked', $5)
on conflict (article_id, language) do update set source = excluded.source, source_version = excluded.source_version, state = 'asked',
  way = '', paragraphs = 0, remembered = 0, left_over = 0, asked_by = excluded.asked_by, at = now()"""
MADE_ARTICLE = """
update article_translation set state = $3, way = $4, paragraphs = $5, remembered = $6, left_over = $7, at = now()
where article_id = $1 and language = $2"""
# A draft that was published or thrown away is no longer anybody's to look at.
ARTICLES = """
select x.article_id, x.language, x.source, x.source_version, x.state, x.way, x.paragraphs, x.remembered, x.left_over, x.at,
  coalesce(d.title, v.title, '') as title, d.revision, d.state as draft_state,
  (select max(n.version) from article_version n where n.article_id = x.article_id and n.language = x.source) as newest
from article_translation x left join article_draft d on d.article_id = x.article_id and d.language = x.language
left join article_version v on v.article_id = x.article_id and v.language = x.source and v.version = x.source_version
where (x.state = 'made' and d.article_id is not null) or (x.state <> 'made' and x.at > now() - interval '7 days')
order by x.at desc limit 500"""
ARTICLE = "select source, source_version, state from article_translation where article_id = $1 and language = $2"
COLUMNS = """
select x.macro_id, x.language, x.macro_version, x.source, x.words, x.way, x.state, x.note, x.revision, x.at, m.name_zh, m.name_en,
  m.version as newest, case when x.source = 'en' then m.en else m.zh end as original
from macro_translation x join macro m on m.id = x.macro_id and m.removed_at is null and m.scope <> 'me' """
MACROS = COLUMNS + "order by x.state = 'review' desc, x.at desc limit 500"
MACRO = COLUMNS + "where x.macro_id = $1 and x.language = $2"
MACRO_LOCK = MACRO + " for update of x"
ASK_MACRO = """
insert into macro_translation as x (macro_id, language, macro_version, source, words, way, state, asked_by) values ($1, $2, $3, $4, $5, $6, 'review', $7)
on conflict (macro_id, language) do update set macro_version = excluded.macro_version, source = excluded.source, words = excluded.words,
  way = excluded.way, state = 'review', note = '', revision = x.revision + 1, asked_by = excluded.asked_by, decided_by = null, at = now()"""
DECIDE_MACRO = """
update macro_translation set words = $4, state = $5, note = $6, decided_by = $7, revision = revision + 1, at = now()
where macro_id = $1 and language = $2 and revision = $3 returning revision"""


class ArticleReview(msgspec.Struct, frozen=True):
    """A draft that a machine began. state: asked, made, or failed, when there is no draft. revision, draft_state: of the draft.
    remembered: lines that people translated before; left_over: lines in the source language still. newest: the original's version now; while it
    is another than ``source_version`` the draft is of words that changed."""

    article_id: int
    language: str
    source: str
    source_version: int
    state: str
    way: str
    paragraphs: int
    remembered: int
    left_over: int
    at: datetime
    title: str
    revision: int | None
    draft_state: str | None
    newest: int | None


class MacroReview(msgspec.Struct, frozen=True):
    """A canned reply in a language it was not written in. state: review, approved or rejected. newest: the macro's version; while it is
    another than ``macro_version`` the translation is of words that changed, and is not offered."""

    macro_id: int
    language: str
    macro_version: int
    source: str
    words: str
    way: str
    state: str
    note: str
    revision: int
    at: datetime
    name_zh: str
    name_en: str
    newest: int
    original: str


class Asked(msgspec.Struct, frozen=True):
    """What an article is translated from."""

    source: str
    source_version: int
    state: str


async def ask_article(db: Reads, article_id: int, language: str, source: str, version: int, by: str) -> None:
    """A machine is to begin a draft."""
    await db.execute(ASK_ARTICLE, article_id, language, source, version, by)


async def made_article(db: Reads, article_id: int, language: str, state: str, way: str, counts: tuple[int, int, int]) -> None:
    """What came of it. counts: lines, remembered, left over."""
    await db.execute(MADE_ARTICLE, article_id, language, state, way, *counts)


async def articles(db: Reads) -> list[ArticleReview]:
    """Drafts that machines began, the newest first."""
    return await every(db, ArticleReview, ARTICLES)


async def article(db: Reads, article_id: int, language: str) -> Asked | None:
    """What the machine's draft was made from."""
    return await one(db, Asked, ARTICLE, article_id, language)


async def macros(db: Reads) -> list[MacroReview]:
    """Translations of canned replies, those that wait for a look first."""
    return await every(db, MacroReview, MACROS)


async def macro(db: Reads, macro_id: int, language: str, *, locked: bool = False) -> MacroReview | None:
    """One of them."""
    return await one(db, MacroReview, MACRO_LOCK if locked else MACRO, macro_id, language)


async def ask_macro(db: Reads, macro_id: int, language: str, version: int, source: str, words: str, way: str, by: str) -> None:
    """Keeps a machine's translation for somebody to look at; it takes the place of what was there."""
    await db.execute(ASK_MACRO, macro_id, language, version, source, words, way, by)


async def decide_macro(db: Reads, macro_id: int, language: str, revision: int, words: str, state: str, note: str, by: str) -> int | None:
    """What somebody made of it: the next revision; None when it is not at this one any more."""
    made: int | None = await db.fetchval(DECIDE_MACRO, macro_id, language, revision, words, state, note, by)
    return made
