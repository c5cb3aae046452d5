"""Statements on pictures in articles."""

from collections.abc import Collection
from uuid import UUID

import msgspec

from farol.kit.db import Reads, Tx, every

from .audience import Audience

ADD = "insert into article_image (file_id, article_id) values ($1, $2) on conflict do nothing"
KNOWN = "select file_id::text from article_image where article_id = $1 and file_id = any($2::uuid[])"
OF_ARTICLE = """
select f.id, f.name, f.media_type, f.width, f.height from article_image i join file f on f.id = i.file_id
where i.article_id = $1 order by i.at limit 500"""
# Shown to readers only once a published version of its article shows it.
SHOWN = """
select a.audience as who, a.tier, a.entities from article_image i join article a on a.id = i.article_id
where i.file_id = $1 and a.retired_at is null
  and exists (select from article_version v where v.article_id = a.id and strpos(v.body, $1::uuid::text) > 0)"""
EVERY_KNOWN = "select distinct file_id from article_image where file_id = any($1::uuid[])"


class Picture(msgspec.Struct, frozen=True):
    """A picture that an article may show."""

    id: UUID
    name: str
    media_type: str
    width: int | None
    height: int | None


async def add(tx: Tx, file_id: UUID, article_id: int) -> None:
    """The article may show the picture."""
    await tx.execute(ADD, file_id, article_id)


async def known(db: Reads, article_id: int, ids: Collection[str]) -> set[str]:
    """Those of the ids that are pictures of the article."""
    return {row["file_id"] for row in await db.fetch(KNOWN, article_id, list(ids))} if ids else set()


async def pictures(db: Reads, article_id: int) -> list[Picture]:
    """All pictures of an article, in the order they came."""
    return await every(db, Picture, OF_ARTICLE, article_id)


async def audiences(db: Reads, file_id: UUID) -> list[Audience]:
    """Those of the published articles that show the picture; none where none does."""
    return [Audience(row["who"], row["tier"], tuple(row["entities"])) for row in await db.fetch(SHOWN, file_id)]


async def every_known(db: Reads, ids: Collection[str]) -> set[str]:
    """Those of the ids that are pictures of any article."""
    return {str(row["file_id"]) for row in await db.fetch(EVERY_KNOWN, list(ids))} if ids else set()
