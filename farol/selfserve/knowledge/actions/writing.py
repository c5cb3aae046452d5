"""Drafts: begun, written, restored from what was published, thrown away."""

from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import LANGS
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from .. import draft_store, model, store, topic_store
from ..events import ArticleDrafted, ArticleOpened, DraftDiscarded
from ..faults import Fault, listed
from ..model import Text
from ..problems import ArticleRefused, DraftChanged, DraftOpen, NoDraft, SlugTaken
from .judging import kept


async def open_article(kit: Kit, actor: Actor, slug: str, category: str, language: str, title: str) -> int:
    """Begins an article with an empty draft in one language, and returns its id. Who begins it owns it.

    Raises ArticleRefused, SlugTaken.
    """
    async with transaction(kit.db) as tx:
        wrong = [] if model.is_slug(slug) else [Fault("slug", slug[:100])]
        wrong += [] if language in LANGS else [Fault("language", language[:40])]
        wrong += [] if await topic_store.known(tx, category) else [Fault("topic", category[:60])]
        wrong += [fault for fault in model.faults(Text(title, "", ""), whole=False)]
        if wrong:
            raise ArticleRefused(errors=listed(wrong))
        article_id = await draft_store.open_article(tx, slug, category, 0, actor.id or None)
        if article_id is None:
            raise SlugTaken
        await draft_store.add(tx, article_id, language, Text(title, "", ""), brings_up=True, authors=_author(actor), by=actor.ref)
        seq = await emit(tx, f"article:{article_id}", actor, ArticleOpened(slug))
    await wake(kit.bus, f"article:{article_id}", seq)
    return article_id


async def write(
    kit: Kit, actor: Actor, article_id: int, language: str, revision: int, text: Text, *, brings_up: bool = True,
) -> tuple[int, list[Fault]]:
    """Saves a draft over the revision that was read, 0 for a new one: its next revision, and what is still to mend.

    Raises NotFound, ArticleRefused, and DraftChanged with the other text when somebody saved meanwhile.
    """
    async with transaction(kit.db) as tx:
        about = await store.described(tx, article_id)
        if about is None or about.retired_at:
            raise NotFound
        if language not in LANGS:
            raise ArticleRefused(errors=listed([Fault("language", language[:40])]))
        mending = await kept(tx, kit, article_id, text)
        saved = await _save(tx, actor, article_id, language, revision, text, brings_up)
        seq = await emit(tx, f"article:{article_id}", actor, ArticleDrafted(about.slug, language, saved))
    await wake(kit.bus, f"article:{article_id}", seq)
    return saved, mending


async def _save(tx: Tx, actor: Actor, article_id: int, language: str, revision: int, text: Text, brings_up: bool) -> int:
    given = {"brings_up": brings_up, "authors": _author(actor), "by": actor.ref}
    if revision:
        saved = await draft_store.save(tx, article_id, language, revision, text, **given)  # type: ignore[arg-type]
    else:
        saved = await draft_store.add(tx, article_id, language, text, **given)  # type: ignore[arg-type]
    if saved is not None:
        return saved
    theirs = await draft_store.draft(tx, article_id, language)
    if theirs is None:  # published or thrown away since it was read
        raise NoDraft
    raise DraftChanged(theirs=theirs)


async def restore(kit: Kit, actor: Actor, article_id: int, language: str, version: int) -> int:
    """Opens a draft with the words of a published version. Raises NotFound, DraftOpen. Returns the draft's revision."""
    async with transaction(kit.db) as tx:
        old = await store.version(tx, article_id, language, version)
        about = await store.described(tx, article_id)
        if old is None or about is None or about.retired_at:
            raise NotFound
        text = Text(old.title, old.summary, old.body, old.keywords, tuple(old.related))
        saved = await draft_store.add(tx, article_id, language, text, brings_up=False, authors=_author(actor), by=actor.ref)
        if saved is None:
            raise DraftOpen
        seq = await emit(tx, f"article:{article_id}", actor, ArticleDrafted(old.slug, language, saved, from_version=version))
    await wake(kit.bus, f"article:{article_id}", seq)
    return saved


async def discard(kit: Kit, actor: Actor, article_id: int, language: str, revision: int) -> None:
    """Throws away the draft that was read; the event keeps its words. Raises NotFound, NoDraft, DraftChanged."""
    async with transaction(kit.db) as tx:
        about = await store.described(tx, article_id, locked=True)
        row = await draft_store.draft(tx, article_id, language, locked=True)
        if about is None:
            raise NotFound
        if row is None:
            raise NoDraft
        if row.revision != revision:
            raise DraftChanged(theirs=row)
        await draft_store.drop(tx, article_id, language)
        seq = await emit(tx, f"article:{article_id}", actor, DraftDiscarded(about.slug, language, row.title, row.body))
    await wake(kit.bus, f"article:{article_id}", seq)


def _author(actor: Actor) -> list[int]:
    return [actor.id] if actor.kind == "staff" else []
