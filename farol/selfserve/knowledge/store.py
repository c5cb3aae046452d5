"""Articles and their published versions."""

from farol.kit.db import Reads, Tx, every, one

from .model import Article, Draft

NEWEST = """
select distinct on (a.id, v.language) v.id, a.slug, a.category, a.place, v.language, v.version, v.title, v.summary,
  v.body, v.keywords, v.related, v.checked_by, v.checked_on, v.published_at
from article_version v join article a on a.id = v.article_id
order by a.id, v.language, v.version desc"""
MARK = "select coalesce(max(id), 0) from article_version"
PLACE = """
insert into article (slug, category, place) values ($1, $2, $3)
on conflict (slug) do update set category = excluded.category, place = excluded.place returning id"""
OF_LANGUAGE = """
select v.id, a.slug, a.category, a.place, v.language, v.version, v.title, v.summary, v.body, v.keywords, v.related,
  v.checked_by, v.checked_on, v.published_at
from article_version v join article a on a.id = v.article_id
where v.article_id = $1 and v.language = $2 order by v.version desc limit 1"""
PUBLISH = """
insert into article_version
  (article_id, language, version, title, summary, body, keywords, related, checked_by, checked_on)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"""


async def newest(db: Reads) -> list[Article]:
    """The newest version of every article in every language it has."""
    return await every(db, Article, NEWEST)


async def mark(db: Reads) -> int:
    """Grows with every publication: when it stands still, nothing was published."""
    return int(await db.fetchval(MARK))


async def place(tx: Tx, draft: Draft) -> int:
    """The article's id, made when new. Locks its row until the transaction ends."""
    return int(await tx.fetchval(PLACE, draft.slug, draft.category, draft.place))


async def of_language(db: Reads, article_id: int, language: str) -> Article | None:
    """The newest version in that language."""
    return await one(db, Article, OF_LANGUAGE, article_id, language)


async def publish(tx: Tx, article_id: int, version: int, draft: Draft) -> None:
    """Stores the version for good."""
    await tx.execute(
        PUBLISH, article_id, draft.language, version, draft.title, draft.summary, draft.body, draft.keywords,
        list(draft.related), draft.checked_by, draft.checked_on,
    )  # fmt: skip
