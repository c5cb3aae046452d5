"""Statements on drafts, and on the history of what was published."""

from datetime import datetime
from typing import Any

import msgspec

from farol.kit.db import Reads, Tx, every, one

from .model import State, Text

COLUMNS = """
article_id, language, title, summary, body, keywords, related, revision, state, brings_up, authors, saved_by, saved_at, submitted_by,
  submitted_at, note, publish_at, scheduled_by, checked_by"""
DRAFT = "select " + COLUMNS + " from article_draft where article_id = $1 and language = $2 "
LOCKED = DRAFT + "for update"
DRAFTS = "select " + COLUMNS + " from article_draft where article_id = $1 order by language"
OPEN = """
insert into article (slug, category, place, owner_id)
values ($1, $2, $3, $4) on conflict (slug) do nothing returning id"""
ADD = """
insert into article_draft (article_id, language, title, summary, body, keywords, related, brings_up, authors, saved_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (article_id, language) do nothing returning revision"""
# What was looked at is no longer what stands there, so a changed text goes back to being a draft.
SET = """
update article_draft set title = $4, summary = $5, body = $6, keywords = $7, related = $8, brings_up = $9, saved_by = $11, saved_at = now(),
  authors = (select coalesce(array_agg(distinct x), '{}') from unnest(authors || $10::bigint[]) x),
  revision = revision + 1, state = 'draft', publish_at = null, scheduled_by = null
where article_id = $1 and language = $2 and revision = $3 returning revision"""
MOVE = """
update article_draft set state = $3, note = $4, publish_at = $5, scheduled_by = $6, checked_by = $8, revision = revision + 1,
  submitted_by = coalesce($7, submitted_by), submitted_at = case when $7::text is null then submitted_at else now() end
where article_id = $1 and language = $2 returning revision"""
DROP = "delete from article_draft where article_id = $1 and language = $2"
ID = "select id from article where slug = $1"
IDS = "select slug from article where slug = any($1) and retired_at is null"
VERSIONS = """
select v.language, v.version, v.title, v.published_at, v.published_by, coalesce(s.name, '') as name, v.checked_by, v.checked_on, v.own_change
from article_version v left join staff s on v.published_by = 'staff:' || s.id
where v.article_id = $1 and v.language = $2 order by v.version desc limit 200"""


class DraftRow(msgspec.Struct, frozen=True):
    """An open draft. authors: ids of staff who wrote in it. brings_up: with it the language holds what the others say.
    note: why it came back from review. checked_by: the name under it, of who set its hour."""

    article_id: int
    language: str
    title: str
    summary: str
    body: str
    keywords: str
    related: list[str]
    revision: int
    state: State
    brings_up: bool
    authors: list[int]
    saved_by: str
    saved_at: datetime
    submitted_by: str | None
    submitted_at: datetime | None
    note: str
    publish_at: datetime | None
    scheduled_by: int | None
    checked_by: str

    @property
    def text(self) -> Text:
        """What it says."""
        return Text(self.title, self.summary, self.body, self.keywords, tuple(self.related))


class VersionRow(msgspec.Struct, frozen=True):
    """A published version without its body. name: of the member of staff who published it."""

    language: str
    version: int
    title: str
    published_at: datetime
    published_by: str
    name: str
    checked_by: str
    checked_on: Any
    own_change: bool


async def draft(db: Reads, article_id: int, language: str, *, locked: bool = False) -> DraftRow | None:
    """The open draft of a language."""
    return await one(db, DraftRow, LOCKED if locked else DRAFT, article_id, language)


async def drafts(db: Reads, article_id: int) -> list[DraftRow]:
    """The open drafts of an article."""
    return await every(db, DraftRow, DRAFTS, article_id)


async def open_article(tx: Tx, slug: str, category: str, place: int, owner_id: int | None) -> int | None:
    """A new article's id; None where the address is taken."""
    made: int | None = await tx.fetchval(OPEN, slug, category, place, owner_id)
    return made


async def add(tx: Tx, article_id: int, language: str, text: Text, *, brings_up: bool, authors: list[int], by: str) -> int | None:
    """A new draft's revision; None where one is open already."""
    made: int | None = await tx.fetchval(
        ADD, article_id, language, text.title, text.summary, text.body, text.keywords, list(text.related), brings_up, authors, by)
    return made


async def save(
    tx: Tx, article_id: int, language: str, revision: int, text: Text, *, brings_up: bool, authors: list[int], by: str,
) -> int | None:
    """The next revision; None where the draft is not at this one any more."""
    made: int | None = await tx.fetchval(
        SET, article_id, language, revision, text.title, text.summary, text.body, text.keywords, list(text.related), brings_up, authors, by)
    return made


async def move(
    tx: Tx, article_id: int, language: str, state: State, *, note: str = "", at: datetime | None = None, scheduled_by: int | None = None,
    submitted_by: str | None = None, checked_by: str = "",
) -> int:
    """Sets where the draft stands in the workflow."""
    return int(await tx.fetchval(MOVE, article_id, language, state, note, at, scheduled_by, submitted_by, checked_by))


async def drop(tx: Tx, article_id: int, language: str) -> None:
    """The draft is over."""
    await tx.execute(DROP, article_id, language)


async def missing(db: Reads, slugs: list[str]) -> list[str]:
    """Those slugs that no article has."""
    if not slugs:
        return []
    found = {row["slug"] for row in await db.fetch(IDS, slugs)}
    return [slug for slug in slugs if slug not in found]


async def versions(db: Reads, article_id: int, language: str) -> list[VersionRow]:
    """How a language was published, newest first."""
    return await every(db, VersionRow, VERSIONS, article_id, language)


async def id_of(db: Reads, slug: str) -> int | None:
    """The article with this address."""
    found: int | None = await db.fetchval(ID, slug)
    return found
