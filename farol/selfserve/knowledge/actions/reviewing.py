"""From a draft to what may be published: submitted, sent back, given its hour."""

from datetime import datetime, timedelta

from farol.core.notices.actions import notify
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import Event, emit, wake
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor

from .. import draft_store, jobs
from ..draft_store import DraftRow
from ..events import ArticleReturned, ArticleScheduled, ArticleSubmitted
from ..problems import DraftChanged, HourPassed, NotInReview
from ..store import Described
from .judging import sound
from .publishing import held, ready

SOONEST, LATEST = timedelta(minutes=1), timedelta(days=366)
LONGEST_NOTE = 1_000


async def submit(kit: Kit, actor: Actor, article_id: int, language: str, revision: int) -> int:
    """The draft waits for somebody who publishes it; the article's owner is told. Returns its revision.

    Raises NotFound, NoDraft, DraftChanged, ArticleRefused.
    """
    async with transaction(kit.db) as tx:
        about, row = await held(tx, article_id, language)
        if row.revision != revision:
            raise DraftChanged(theirs=row)
        await sound(tx, kit, article_id, about.category, row.text)
        moved = await draft_store.move(tx, article_id, language, "in_review", submitted_by=actor.ref)
        title = {"zh": f"请审阅文章：{row.title}", "en": f"To review: {row.title}"}
        await notify(tx, [about.owner_id] if about.owner_id else [], "other.article", ticket_id=None, title=title,
                     key=f"article-review:{article_id}:{language}:{moved}", but=actor)
        seq = await emit(tx, f"article:{article_id}", actor, ArticleSubmitted(about.slug, language))
    await wake(kit.bus, f"article:{article_id}", seq)
    return moved


async def send_back(kit: Kit, actor: Actor, article_id: int, language: str, note: str) -> int:
    """It is a draft again, with what is to be changed; those who wrote in it are told. Raises NotInReview."""
    return await _to_draft(kit, actor, article_id, language, "in_review", note)


async def unschedule(kit: Kit, actor: Actor, article_id: int, language: str) -> int:
    """It is not published by itself after all, and is a draft again. Raises NotInReview where it had no hour."""
    return await _to_draft(kit, actor, article_id, language, "scheduled", "")


async def schedule(kit: Kit, actor: Actor, article_id: int, language: str, revision: int, at: datetime) -> int:
    """The draft is published by itself at this time, by the actor's word. Raises what publishing does, and HourPassed."""
    ahead = at - clock.now()
    if not SOONEST <= ahead <= LATEST:
        raise HourPassed
    async with transaction(kit.db) as tx:
        about, _ = await ready(tx, kit, actor, article_id, language, revision)
        moved = await draft_store.move(tx, article_id, language, "scheduled", at=at, scheduled_by=actor.id or None,
                                       checked_by=actor.alias or actor.name)
        await enqueue(tx, jobs.publish_at, jobs.Hour(article_id, language, at), delay_s=ahead.total_seconds())
        seq = await emit(tx, f"article:{article_id}", actor, ArticleScheduled(about.slug, language, at))
    await wake(kit.bus, f"article:{article_id}", seq)
    return moved


async def _to_draft(kit: Kit, actor: Actor, article_id: int, language: str, state: str, note: str) -> int:
    async with transaction(kit.db) as tx:
        about, row = await held(tx, article_id, language)
        if row.state != state:
            raise NotInReview
        moved = await draft_store.move(tx, article_id, language, "draft", note=note)
        await _tell_authors(tx, actor, about, row, note)
        happened: Event = ArticleReturned(about.slug, language, note)
        seq = await emit(tx, f"article:{article_id}", actor, happened)
    await wake(kit.bus, f"article:{article_id}", seq)
    return moved


async def _tell_authors(tx: Tx, actor: Actor, about: Described, row: DraftRow, note: str) -> None:
    title = {"zh": f"文章退回修改：{row.title}", "en": f"Sent back to you: {row.title}"}
    await notify(tx, row.authors, "other.article", ticket_id=None, title=title, words=note,
                 key=f"article-back:{about.id}:{row.language}:{row.revision}", but=actor)
