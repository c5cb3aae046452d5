"""Saying whether an article helped."""

from farol.core.shield import scrub
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound
from farol.selfserve.knowledge.model import Article

from . import store
from .events import ArticleRated
from .model import LONGEST, Feedback


async def rate(kit: Kit, actor: Actor, article: Article, said: Feedback, visitor: bytes) -> None:
    """Keeps one visitor's word on the version they read; a second one on the same day takes the place of the first."""
    words = scrub(said.words[:LONGEST]).text[:LONGEST] if not said.helpful else ""
    said = Feedback(said.helpful, None if said.helpful else said.reason, words)
    async with transaction(kit.db) as tx:
        article_id = await store.article(tx, article.slug)
        if article_id is None:
            raise NotFound
        if not await store.rate(tx, article_id, article.language, article.version, said, visitor, clock.now().date()):
            return
        stream = f"article_feedback:{article_id}"
        event = ArticleRated(article.slug, article.language, article.version, said.helpful, said.reason)
        seq = await emit(tx, stream, actor, event)
    await wake(kit.bus, stream, seq)
