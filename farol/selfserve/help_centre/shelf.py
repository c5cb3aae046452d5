"""The published articles as pages list them, from the index of this process."""

from datetime import datetime

from farol.kit.core import Kit
from farol.kit.i18n import Lang
from farol.selfserve.knowledge.model import TOPICS, Article
from farol.selfserve.retrieval.index import Index
from farol.selfserve.retrieval.library import library


class Shelf:
    """What one state of the index holds; made anew when something is published."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._ordered = sorted(index.articles(), key=lambda article: article.place)
        self._topics: dict[str, dict[str, list[Article]]] = {}

    def article(self, slug: str, lang: str) -> Article | None:
        """The newest version in that language."""
        return self.index.article(slug, lang)

    def languages(self, slug: str) -> list[str]:
        """The languages the article can be read in."""
        return sorted(article.language for article in self._ordered if article.slug == slug)

    def topics(self, lang: Lang) -> dict[str, list[Article]]:
        """Articles by topic, both in their order; topics without article are left out."""
        if lang not in self._topics:
            by_topic = {code: [a for a in self._ordered if a.category == code and a.language == lang] for code in TOPICS}
            self._topics[lang] = {code: articles for code, articles in by_topic.items() if articles}
        return self._topics[lang]

    def newest(self) -> dict[str, datetime]:
        """Every article with the time of its last publication in any language, in the order of the index."""
        found: dict[str, datetime] = {}
        for article in self._ordered:
            found[article.slug] = max(article.published_at, found.get(article.slug, article.published_at))
        return found


async def shelf(kit: Kit) -> Shelf:
    """This process's shelf, brought up to date."""
    index = (await library(kit)).index
    if not kit.has(Shelf) or kit.get(Shelf).index is not index:
        kit.put(Shelf(index))
    return kit.get(Shelf)
