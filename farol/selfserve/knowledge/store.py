"""Articles, their published versions, and what readers may see of them."""

from datetime import date, datetime
from typing import Any

import msgspec

from farol.kit.db import Reads, Tx, every, one

from .audience import Audience
from .model import Article, Draft, Topic

_ARTICLE = """v.id, a.slug, a.category, a.place, v.language, v.version, v.title, v.summary, v.body, v.keywords, v.related,
  v.checked_by, v.checked_on, v.published_at, a.id as article_id, a.audience, a.tier, a.entities, a.expires_on
from article_version v join article a on a.id = v.article_id """
NEWEST = "select distinct on (a.id, v.language) " + _ARTICLE + "where a.retired_at is null order by a.id, v.language, v.version desc"
SIGNS = """
select distinct on (a.id, v.language) v.id, a.slug, v.language, a.category, a.place, a.audience, a.tier, a.entities, a.expires_on
from article_version v join article a on a.id = v.article_id
where a.retired_at is null order by a.id, v.language, v.version desc"""
THESE = "select " + _ARTICLE + "where v.id = any($1::bigint[])"
MARK = "select coalesce((select n from knowledge_mark), 0)"
BUMP = "insert into knowledge_mark (n) values (1) on conflict (one) do update set n = knowledge_mark.n + 1"
PLACE = """
insert into article (slug, category, place) values ($1, $2, $3)
on conflict (slug) do update set category = excluded.category, place = excluded.place, retired_at = null returning id"""
OF_LANGUAGE = "select " + _ARTICLE + "where v.article_id = $1 and v.language = $2 order by v.version desc limit 1"
VERSION = "select " + _ARTICLE + "where v.article_id = $1 and v.language = $2 and v.version = $3"
PUBLISHED = "select distinct on (v.language) " + _ARTICLE + "where v.article_id = $1 order by v.language, v.version desc"
PUBLISH = """
insert into article_version
  (article_id, language, version, title, summary, body, keywords, related, checked_by, checked_on, own_change, caught_up_at, published_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, coalesce($12, now()), $13)"""
# A language is behind when another one changed for a reason of its own after it was last brought up.
BEHIND = """
select coalesce(n.caught_up_at, n.published_at) as caught_up_at, exists (
  select from article_version o where o.article_id = $1 and o.language <> $2 and o.own_change
    and o.published_at > coalesce(n.caught_up_at, n.published_at)) as stale
from article_version n where n.article_id = $1 and n.language = $2 order by n.version desc limit 1"""
STALE = """
select distinct n.language from (
  select distinct on (language) language, coalesce(caught_up_at, published_at) as caught from article_version where article_id = $1
  order by language, version desc) n
join article_version o on o.article_id = $1 and o.language <> n.language and o.own_change and o.published_at > n.caught"""
TOPICS = """
select t.id, t.code, coalesce(p.code, '') as parent, t.zh, t.en, t.place, t.version
from topic t left join topic p on p.id = t.parent_id order by t.place, t.id"""
READER = "select tier, entity from customer where id = $1"


class Behind(msgspec.Struct, frozen=True):
    """How a language stands to the others. caught_up_at: up to when it holds what they say. stale: one has said more since."""

    caught_up_at: datetime
    stale: bool


class Sign(msgspec.Struct, frozen=True):
    """Everything of a published article but its words, to see whether a copy of it is still what is published."""

    id: int
    slug: str
    language: str
    category: str
    place: int
    audience: Audience
    expires_on: date | None

    def of(self, article: Article) -> bool:
        """Whether this copy is the article as it is now."""
        return all(getattr(article, name) == getattr(self, name) for name in self.__struct_fields__)


def _article(row: Any) -> Article:
    fields = dict(row)
    audience = Audience(fields.pop("audience"), fields.pop("tier"), tuple(fields.pop("entities")))
    return Article(**fields, audience=audience)


async def newest(db: Reads) -> list[Article]:
    """The newest version of every article in every language it has; retired ones are left out, expired ones are not."""
    return [_article(row) for row in await db.fetch(NEWEST)]


async def signs(db: Reads) -> list[Sign]:
    """What ``newest`` would return, without the words."""
    found = []
    for row in await db.fetch(SIGNS):
        fields = dict(row)
        audience = Audience(fields.pop("audience"), fields.pop("tier"), tuple(fields.pop("entities")))
        found.append(Sign(**fields, audience=audience))
    return found


async def these(db: Reads, ids: list[int]) -> list[Article]:
    """Versions by their ids."""
    return [_article(row) for row in await db.fetch(THESE, ids)]


async def mark(db: Reads) -> int:
    """Grows with every change of what readers may see: when it stands still, nothing was changed."""
    return int(await db.fetchval(MARK))


async def bump(tx: Tx) -> None:
    """Says that readers see something else from here on. The row is locked until the transaction ends, so none is missed."""
    await tx.execute(BUMP)


async def place(tx: Tx, draft: Draft) -> int:
    """The article's id, made when new. Locks its row until the transaction ends."""
    return int(await tx.fetchval(PLACE, draft.slug, draft.category, draft.place))


async def of_language(db: Reads, article_id: int, language: str) -> Article | None:
    """The newest version in that language."""
    row = await db.fetchrow(OF_LANGUAGE, article_id, language)
    return _article(row) if row else None


async def version(db: Reads, article_id: int, language: str, number: int) -> Article | None:
    """A version by its number, as it was published; its audience and expiry are those of today."""
    row = await db.fetchrow(VERSION, article_id, language, number)
    return _article(row) if row else None


async def published(db: Reads, article_id: int) -> list[Article]:
    """The newest version in each language, retired or not."""
    return [_article(row) for row in await db.fetch(PUBLISHED, article_id)]


async def publish(
    tx: Tx, article_id: int, number: int, draft: Draft, *, own_change: bool, caught_up_at: datetime | None, by: str,
) -> None:
    """Stores the version for good. caught_up_at: None for now."""
    await tx.execute(
        PUBLISH, article_id, draft.language, number, draft.title, draft.summary, draft.body, draft.keywords,
        list(draft.related), draft.checked_by, draft.checked_on, own_change, caught_up_at, by,
    )  # fmt: skip


async def behind(db: Reads, article_id: int, language: str) -> Behind | None:
    """How the newest version of the language stands to the others; None before the first one."""
    return await one(db, Behind, BEHIND, article_id, language)


async def stale(db: Reads, article_id: int) -> set[str]:
    """Languages of an article that are behind another one."""
    return {row["language"] for row in await db.fetch(STALE, article_id)}


async def topics(db: Reads) -> list[Topic]:
    """The whole tree, flat, in the order of the index."""
    return await every(db, Topic, TOPICS)


async def reader(db: Reads, customer_id: int) -> tuple[str, str]:
    """Tier and legal entity of a customer."""
    row = await db.fetchrow(READER, customer_id)
    return (row["tier"], row["entity"]) if row else ("", "")


class Described(msgspec.Struct, frozen=True):
    """What is said of an article in all its languages. revision: for the next change."""

    id: int
    slug: str
    category: str
    place: int
    owner_id: int | None
    review_on: date | None
    expires_on: date | None
    audience: str
    tier: str
    entities: list[str]
    retired_at: datetime | None
    revision: int
    created_at: datetime


DESCRIBED = """
select id, slug, category, place, owner_id, review_on, expires_on, audience, tier, entities, retired_at, revision, created_at
from article where id = $1 """
LOCKED = DESCRIBED + "for update"


async def described(db: Reads, article_id: int, *, locked: bool = False) -> Described | None:
    """What is said of the article; ``locked`` holds its row until the transaction ends."""
    return await one(db, Described, LOCKED if locked else DESCRIBED, article_id)
