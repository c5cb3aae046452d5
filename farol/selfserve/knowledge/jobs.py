"""What happens at its hour: publishing, and a word to the owner when an article is to be looked at again."""

from datetime import datetime, timedelta

import msgspec

from farol.core.notices.actions import notify
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.jobs import every_s, job

from . import desk_store
from .actions.publishing import publish_due

AHEAD = timedelta(days=7)
"""How long before it expires an owner is told."""


class Hour(msgspec.Struct, frozen=True):
    """A draft and when it is published."""

    article_id: int
    language: str
    at: datetime


@job("knowledge.publish", Hour)
async def publish_at(kit: Kit, hour: Hour) -> None:
    """Publishes the draft, if this is still its hour."""
    await publish_due(kit, hour.article_id, hour.language, hour.at)


@every_s(3600, "knowledge.due")
async def due(kit: Kit) -> None:
    """Tells owners once of every review date and expiry that has come near."""
    today = clock.now().date()
    async with transaction(kit.db) as tx:
        for row in await desk_store.due(tx, today, today + AHEAD):
            if row.expires_on and row.expires_on <= today + AHEAD:
                title = {"zh": f"文章 {row.expires_on} 到期：{row.title}", "en": f"Expires {row.expires_on}: {row.title}"}
                key = f"article-expires:{row.id}:{row.expires_on}"
            else:
                title = {"zh": f"该复核文章了：{row.title}", "en": f"Due for review: {row.title}"}
                key = f"article-due:{row.id}:{row.review_on}"
            await notify(tx, [row.owner_id], "other.article", ticket_id=None, title=title, key=key)
