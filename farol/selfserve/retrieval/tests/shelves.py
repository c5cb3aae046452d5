"""Indexes over the shipped articles and over made-up ones, for tests that need no database."""

from datetime import UTC, datetime
from functools import lru_cache

from farol.selfserve.knowledge import seeding
from farol.selfserve.knowledge.audience import Audience
from farol.selfserve.knowledge.model import Article
from farol.selfserve.retrieval import index
from farol.selfserve.retrieval.index import Index
from farol.selfserve.retrieval.synonyms import Synonyms, effective

AT = datetime(2026, 11, 20, tzinfo=UTC)
SHIPPED = Synonyms(group.words for group in effective({}))


@lru_cache(maxsize=1)
def shipped() -> Index:
    """All shipped articles in both languages."""
    return index.empty(SHIPPED).changed(
        Article(n, d.slug, d.category, d.place, d.language, 1, d.title, d.summary, d.body, d.keywords, list(d.related),
                d.checked_by, d.checked_on, AT, article_id=n)
        for n, d in enumerate(seeding.shipped())
    )  # fmt: skip


def article(n: int, title: str, body: str = "", *, language: str = "en", slug: str = "", audience: Audience | None = None) -> Article:
    """A small article; its slug is made of n unless given."""
    return Article(n, slug or f"a{n}", "deposits", n, language, 1, title, "", body, "", [], "Kai", AT.date(), AT,  # type: ignore[arg-type]
                   audience=audience or Audience())  # fmt: skip


def made(*articles: Article) -> Index:
    """An index over these."""
    return index.empty(SHIPPED).changed(articles)
