"""Routes of announcements for those who write them; everybody else reads the help pages."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post, put

from . import actions, store
from .board import MOST
from .model import LONGEST_BODY, LONGEST_TITLE, Announcement, Kind, Said

Title = Annotated[str, msgspec.Meta(max_length=LONGEST_TITLE * 2)]
Words = Annotated[str, msgspec.Meta(max_length=LONGEST_BODY * 2)]
Time = Annotated[datetime, msgspec.Meta(tz=True)]


class SaidBody(Body, frozen=True):
    """What is told, in both languages; the words are Markdown as in articles, without live blocks."""

    kind: Kind
    title_zh: Title
    title_en: Title
    body_zh: Words
    body_en: Words
    begins_at: Time | None = None
    ends_at: Time | None = None

    def said(self) -> Said:
        """As the actions take it."""
        return Said(self.kind, self.title_zh, self.title_en, self.body_zh, self.body_en, self.begins_at, self.ends_at)


class PublishBody(SaidBody, frozen=True, kw_only=True):
    client_id: UUID


class CorrectBody(SaidBody, frozen=True, kw_only=True):
    """version: the one that was corrected."""

    version: int


class WithdrawBody(Body, frozen=True):
    """version: the one that was seen."""

    version: int


@get("/announcements", can=Can.ANNOUNCEMENT_MANAGE)
async def listing(kit: Kit) -> list[Announcement]:
    """All of them, the newest first, also those withdrawn."""
    return await store.everything(kit.db, MOST)


@post("/announcements", can=Can.ANNOUNCEMENT_MANAGE)
async def publish(kit: Kit, actor: Actor, data: PublishBody) -> Announcement:
    """Tells everybody."""
    limit("announcement", actor.ref, rate_per_s=0.5, burst=20)
    return await actions.publish(kit, actor, data.client_id, data.said())


@put("/announcements/{announcement_id:int}", can=Can.ANNOUNCEMENT_MANAGE)
async def correct(kit: Kit, actor: Actor, announcement_id: int, data: CorrectBody) -> Announcement:
    """Other words in its place."""
    limit("announcement", actor.ref, rate_per_s=0.5, burst=20)
    return await actions.correct(kit, actor, possible(announcement_id), data.version, data.said())


@post("/announcements/{announcement_id:int}/withdrawal", can=Can.ANNOUNCEMENT_MANAGE)
async def withdraw(kit: Kit, actor: Actor, announcement_id: int, data: WithdrawBody) -> None:
    """Takes it off the pages."""
    await actions.withdraw(kit, actor, possible(announcement_id), data.version)


routes = [listing, publish, correct, withdraw]
