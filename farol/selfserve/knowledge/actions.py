"""Publishing."""

from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor

from . import markdown, model, store
from .events import ArticlePublished
from .model import Article, Draft
from .problems import ArticleRefused

_PUBLISHED = ("title", "summary", "body", "keywords", "checked_by", "checked_on")


async def publish(kit: Kit, actor: Actor, draft: Draft) -> int:
    """Publishes the draft as the next version and returns its number; the same text again changes nothing.

    Raises ``ArticleRefused`` for a text with an unsafe link, a live block nobody can fill or a missing part.
    """
    wrong = model.faults(draft) + markdown.faults(draft.body)
    if wrong:
        raise ArticleRefused(errors=wrong)
    async with transaction(kit.db) as tx:
        article_id = await store.place(tx, draft)
        before = await store.of_language(tx, article_id, draft.language)
        if before and _same(before, draft):
            return before.version
        version = before.version + 1 if before else 1
        await store.publish(tx, article_id, version, draft)
        stream = f"article:{article_id}"
        event = ArticlePublished(slug=draft.slug, language=draft.language, version=version)
        seq = await emit(tx, stream, actor, event, public=True)
    await wake(kit.bus, stream, seq)
    return version


def _same(before: Article, draft: Draft) -> bool:
    return tuple(before.related) == draft.related and all(
        getattr(before, name) == getattr(draft, name) for name in _PUBLISHED
    )
