"""What is said of an article in all its languages: topic, owner, dates, audience; and taking it out of sight."""

from datetime import date

import asyncpg
import msgspec

from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import Event, emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import Conflict, NotFound

from .. import desk_store, store, topic_store
from ..audience import Audience
from ..events import ArticleBrought, ArticleDescribed, ArticleRetired
from ..faults import Fault, listed
from ..problems import ArticleRefused
from ..store import Described


class Description(msgspec.Struct, frozen=True):
    """What an editor says of an article. owner_id: who looks after it. review_on: when it is to be looked at again.
    expires_on: from when on it is no longer true by itself."""

    category: str
    place: int
    owner_id: int | None
    review_on: date | None
    expires_on: date | None
    audience: Audience


async def describe(kit: Kit, actor: Actor, article_id: int, revision: int, said: Description) -> int:
    """Says it over the revision that was read, for readers at once, and returns the next. Raises NotFound, Conflict, ArticleRefused."""
    try:
        async with transaction(kit.db) as tx:
            about = await _locked(tx, article_id)
            if about.revision != revision:
                raise Conflict
            if not await topic_store.known(tx, said.category):
                raise ArticleRefused(errors=listed([Fault("topic", said.category[:60])]))
            await desk_store.describe(tx, article_id, said.category, said.place, said.owner_id, said.review_on, said.expires_on, said.audience)
            await store.bump(tx)
            event = ArticleDescribed(about.slug, said.category, said.owner_id, said.audience.who, said.audience.tier,
                                     list(said.audience.entities))
            seq = await emit(tx, f"article:{article_id}", actor, event)
    except asyncpg.ForeignKeyViolationError:
        raise NotFound from None
    await wake(kit.bus, f"article:{article_id}", seq)
    return about.revision + 1


async def retire(kit: Kit, actor: Actor, article_id: int) -> None:
    """Nobody outside reads it any more; versions and drafts are kept. Doing it again changes nothing."""
    await _turn(kit, actor, article_id, retired=True)


async def bring_back(kit: Kit, actor: Actor, article_id: int) -> None:
    """It can be read again as it was last published. Doing it again changes nothing."""
    await _turn(kit, actor, article_id, retired=False)


async def _turn(kit: Kit, actor: Actor, article_id: int, *, retired: bool) -> None:
    async with transaction(kit.db) as tx:
        about = await _locked(tx, article_id)
        if (about.retired_at is not None) == retired:
            return
        await desk_store.retire(tx, article_id, retired)
        await store.bump(tx)
        event: Event = ArticleRetired(about.slug) if retired else ArticleBrought(about.slug)
        seq = await emit(tx, f"article:{article_id}", actor, event, public=True)
    await wake(kit.bus, f"article:{article_id}", seq)


async def _locked(tx: Tx, article_id: int) -> Described:
    about = await store.described(tx, article_id, locked=True)
    if about is None:
        raise NotFound
    return about
