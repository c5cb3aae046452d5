"""Drafts do not stay for ever."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import store

DRAFT_DAYS = 30


@every_s(3600, "forms.drafts")
async def forget_old(kit: Kit) -> None:
    """What was begun and left for a month is forgotten: it holds somebody's words for nothing."""
    await store.drop_old(kit.db, DRAFT_DAYS)
