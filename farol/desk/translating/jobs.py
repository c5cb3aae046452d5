"""Drafts that machines begin, and housekeeping of translations."""

import msgspec

from farol.kit.core import Kit
from farol.kit.jobs import every_s, job

from . import making, store


class Wanted(msgspec.Struct, frozen=True):
    """A draft that a machine is to begin."""

    article_id: int
    language: str


@job("translating.article", Wanted, tries=3)
async def make_article(kit: Kit, wanted: Wanted) -> None:
    """Begins it."""
    await making.make_article(kit, wanted.article_id, wanted.language)


@every_s(3600, "translating.prune")
async def prune(kit: Kit) -> None:
    """Forgets translations that nobody sent within a day."""
    await store.prune(kit.db)
