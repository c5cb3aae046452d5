"""The published articles of this process, in memory with their search index, never more than a moment old."""

import asyncio
import time

from farol.kit.core import Kit
from farol.kit.events import WAKE
from farol.kit.i18n import Lang
from farol.selfserve.knowledge import store
from farol.selfserve.knowledge.model import TOPICS, Article

from .search import Index

LOOK_EVERY_S = 1.0
"""How often a process asks the database whether something was published, when no wake-up came."""


class Shelf:
    """Answers from memory. A publication anywhere shows here at once by wake-up, else within a second."""

    def __init__(self) -> None:
        self.index = Index([])
        self._articles: dict[tuple[str, str], Article] = {}
        self._mark = -1
        self._looked = 0.0
        self._loading = asyncio.Lock()

    def article(self, slug: str, lang: Lang) -> Article | None:
        """The newest version in that language."""
        return self._articles.get((slug, lang))

    def languages(self, slug: str) -> list[str]:
        """The languages the article can be read in."""
        return sorted(language for known, language in self._articles if known == slug)

    def topics(self, lang: Lang) -> dict[str, list[Article]]:
        """Articles by topic, both in their order; topics without article are left out."""
        ordered = sorted(self._articles.values(), key=lambda article: article.place)
        by_topic = {code: [a for a in ordered if a.category == code and a.language == lang] for code in TOPICS}
        return {code: articles for code, articles in by_topic.items() if articles}

    def stale(self) -> None:
        """Makes the next request look at the database first."""
        self._looked = 0.0

    async def refresh(self, kit: Kit) -> None:
        """Loads what was published since, at most once a second. Concurrent requests wait for one load."""
        if time.monotonic() - self._looked < LOOK_EVERY_S:
            return
        async with self._loading:
            looked = time.monotonic()
            if looked - self._looked < LOOK_EVERY_S:
                return
            mark = await store.mark(kit.db)
            if mark != self._mark:
                articles = await store.newest(kit.db)
                # Building takes tens of milliseconds; other requests go on being answered meanwhile.
                self.index = await asyncio.to_thread(Index, articles)
                self._articles = {(article.slug, article.language): article for article in articles}
                self._mark = mark
            self._looked = looked


async def shelf(kit: Kit) -> Shelf:
    """This process's shelf, brought up to date."""
    if not kit.has(Shelf):
        made = Shelf()
        kit.put(made)

        async def woken(data: bytes) -> None:
            if data.startswith(b"article:"):
                made.stale()

        await kit.bus.subscribe(WAKE, woken)
    found = kit.get(Shelf)
    await found.refresh(kit)
    return found
