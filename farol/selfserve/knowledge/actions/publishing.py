"""Publishing: a version that stays, at once or at its hour."""

import re
from datetime import datetime

from farol.core.notices.actions import notify
from farol.desk.guard import actions as guard
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from .. import draft_store, store
from ..draft_store import DraftRow
from ..events import ArticlePublished, ArticleReturned
from ..model import Article, Draft
from ..problems import ArticleRefused, DraftChanged, LeadsElsewhere, NoDraft, ReviewedByAuthor
from ..store import Described
from .judging import sound

_WORDS = ("title", "summary", "body")
LIVE = re.compile(r"\{\{[^{}]{0,200}\}\}")
"""Live blocks, whose names read like those of sites."""
_PUBLISHED = (*_WORDS, "keywords", "checked_by", "checked_on")


async def publish(kit: Kit, actor: Actor, draft: Draft) -> int:
    """Publishes a whole text as the next version and returns its number; the same text again changes nothing.

    Raises ``ArticleRefused`` for a text with an unsafe link, a live block nobody can fill or a missing part.
    """
    async with transaction(kit.db) as tx:
        article_id, version, seq = await place(tx, kit, actor, draft)
    if seq:
        await wake(kit.bus, f"article:{article_id}", seq)
    return version


async def place(tx: Tx, kit: Kit, actor: Actor, draft: Draft) -> tuple[int, int, int]:
    """The same in the caller's transaction: the article's id, the version, and the event's seq, 0 where nothing changed."""
    await sound(tx, kit, await draft_store.id_of(tx, draft.slug) or 0, draft.category, draft)
    article_id = await store.place(tx, draft)
    version, seq = await _put(tx, actor, article_id, draft, brings_up=True)
    return article_id, version, seq


async def publish_draft(kit: Kit, actor: Actor, article_id: int, language: str, revision: int) -> int:
    """Publishes the open draft as it was read at this revision, and returns the version.

    Raises NotFound, NoDraft, DraftChanged, ReviewedByAuthor, LeadsElsewhere, ArticleRefused.
    """
    async with transaction(kit.db) as tx:
        about, row = await ready(tx, kit, actor, article_id, language, revision)
        version, seq = await _put(tx, actor, article_id, _whole(about, row, actor.alias or actor.name), brings_up=row.brings_up)
        await draft_store.drop(tx, article_id, language)
    if seq:
        await wake(kit.bus, f"article:{article_id}", seq)
    return version


async def ready(tx: Tx, kit: Kit, actor: Actor, article_id: int, language: str, revision: int) -> tuple[Described, DraftRow]:
    """The article and its draft, both locked, if the actor may let this very text out."""
    about, row = await held(tx, article_id, language)
    if row.revision != revision:
        raise DraftChanged(theirs=row)
    if actor.id in row.authors:
        if kit.settings.article_second_reader:
            raise ReviewedByAuthor
        # What a published article leads to may be quoted to everybody, so one person alone never adds to it.
        if strange := next(iter(await guard.elsewhere(tx, None, LIVE.sub(" ", f"{row.title}\n{row.summary}\n{row.body}"))), None):
            raise LeadsElsewhere(words=strange.words)
    await sound(tx, kit, article_id, about.category, row.text)
    return about, row


async def held(tx: Tx, article_id: int, language: str) -> tuple[Described, DraftRow]:
    """The article and its draft, both locked. Raises NotFound, NoDraft."""
    about = await store.described(tx, article_id, locked=True)
    if about is None:
        raise NotFound
    row = await draft_store.draft(tx, article_id, language, locked=True)
    if row is None:
        raise NoDraft
    return about, row


async def publish_due(kit: Kit, article_id: int, language: str, at: datetime) -> int | None:
    """Publishes a draft whose hour has come and returns the version.

    None where it was taken back or given another hour meanwhile, or where the text can no longer be published: then it
    is a draft again, and whoever set the hour is told.
    """
    try:
        async with transaction(kit.db) as tx:
            about, row = await held(tx, article_id, language)
            if row.state != "scheduled" or row.publish_at != at:
                return None
            await sound(tx, kit, article_id, about.category, row.text)
            by = Actor("staff", row.scheduled_by or 0, frozenset())
            version, seq = await _put(tx, by, article_id, _whole(about, row, row.checked_by), brings_up=row.brings_up)
            await draft_store.drop(tx, article_id, language)
    except (NotFound, NoDraft):
        return None
    except ArticleRefused as refused:
        await _missed(kit, article_id, language, "; ".join(str(error["en"]) for error in refused.fields["errors"])[:1000])
        return None
    if seq:
        await wake(kit.bus, f"article:{article_id}", seq)
    return version


async def _missed(kit: Kit, article_id: int, language: str, why: str) -> None:
    async with transaction(kit.db) as tx:
        about, row = await held(tx, article_id, language)
        await draft_store.move(tx, article_id, language, "draft", note=why)
        by = Actor("staff", row.scheduled_by or 0, frozenset())
        await emit(tx, f"article:{article_id}", by, ArticleReturned(about.slug, language, why))
        title = {"zh": f"文章没有按时发布：{row.title}", "en": f"Not published at its hour: {row.title}"}
        key = f"article-missed:{article_id}:{language}:{row.revision}"
        await notify(tx, [row.scheduled_by] if row.scheduled_by else [], "other.article", ticket_id=None, title=title, words=why, key=key)


def _whole(about: Described, row: DraftRow, checked_by: str) -> Draft:
    return Draft(
        slug=about.slug, category=about.category, place=about.place, language=row.language, title=row.title,  # type: ignore[arg-type]
        summary=row.summary, body=row.body, keywords=row.keywords, related=tuple(row.related), checked_by=checked_by or "Farol",
        checked_on=clock.now().date(),
    )  # fmt: skip


async def _put(tx: Tx, actor: Actor, article_id: int, draft: Draft, *, brings_up: bool) -> tuple[int, int]:
    """Stores the next version: its number, and the event's seq, 0 where the text is the published one already."""
    before = await store.of_language(tx, article_id, draft.language)
    if before and _same(before, draft):
        return before.version, 0
    behind = await store.behind(tx, article_id, draft.language)
    stale = behind is not None and behind.stale
    changed = before is not None and any(getattr(before, name) != getattr(draft, name) for name in _WORDS)
    version = before.version + 1 if before else 1
    await store.publish(
        tx, article_id, version, draft, by=actor.ref,
        # What only takes over the other language's change is none that the other language would have to take over.
        own_change=changed and not (stale and brings_up), caught_up_at=behind.caught_up_at if behind and stale and not brings_up else None)
    await store.bump(tx)
    event = ArticlePublished(slug=draft.slug, language=draft.language, version=version)
    return version, await emit(tx, f"article:{article_id}", actor, event, public=True)


def _same(before: Article, draft: Draft) -> bool:
    return tuple(before.related) == draft.related and all(
        getattr(before, name) == getattr(draft, name) for name in _PUBLISHED
    )
