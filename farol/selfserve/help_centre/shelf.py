"""The published articles as pages list them, from the index of this process."""

from datetime import datetime

from farol.kit.core import Kit
from farol.kit.i18n import Tongue, written
from farol.selfserve.knowledge.model import Article
from farol.selfserve.retrieval.index import Index
from farol.selfserve.retrieval.library import library

from .tree import listed


class Shelf:
    """What one state of the index holds; made anew when something is published."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._ordered = sorted(index.articles(), key=lambda article: (article.place, article.slug))

    def article(self, slug: str, lang: Tongue) -> Article | None:
        """The newest version for readers of that language. Whoever shows it asks first who may read it."""
        return self.index.article(slug, written(lang))

    def open(self, slug: str, lang: Tongue) -> Article | None:
        """The same, if everybody may read it and it has not expired."""
        found = self.article(slug, lang)
        return found if found and listed(found) else None

    def languages(self, slug: str) -> list[str]:
        """The languages the article can be read in."""
        return sorted(article.language for article in self._ordered if article.slug == slug)

    def topics(self, lang: Tongue) -> dict[str, list[Article]]:
        """What everybody may read, by the code of its topic, in the editors' order."""
        found: dict[str, list[Article]] = {}
        for article in self._ordered:
            if article.language == written(lang) and listed(article):
                found.setdefault(article.category, []).append(article)
        return found

    def newest(self) -> dict[str, datetime]:
        """Every article that everybody may read, with its last publication in any language."""
        found: dict[str, datetime] = {}
        for article in self._ordered:
            if listed(article):
                found[article.slug] = max(article.published_at, found.get(article.slug, article.published_at))
        return found


async def shelf(kit: Kit) -> Shelf:
    """This process's shelf, brought up to date."""
    index = (await library(kit)).index
    if not kit.has(Shelf) or kit.get(Shelf).index is not index:
        kit.put(Shelf(index))
    return kit.get(Shelf)
