"""The words of an article as they are quoted: verbatim, whole lines, and where they stand."""

from farol.kit.i18n import canonical
from farol.selfserve.assistant.model import Source
from farol.selfserve.knowledge.model import Article
from farol.selfserve.retrieval.model import Passage

LONGEST = 700
"""Characters that are quoted; the page has the rest."""


def quoted(article: Article, passage: Passage | None) -> str:
    """The 30-second answer of the article, and the passage that fits where it is another."""
    if passage is None or not passage.anchor:
        return article.summary.strip()
    whole = _cut(passage.text.strip())
    return whole or article.summary.strip()


def source(article: Article, passage: Passage | None, site: str, *, translated: bool = False) -> Source:
    """Where it stands: the page of that language, at the passage."""
    at = f"#{passage.anchor}" if passage and passage.anchor else ""
    return Source(
        "article", article.title, f"{site}/help/{article.language}/a/{article.slug}{at}", article.version, article.checked_on,
        canonical(article.language), translated)


def _cut(text: str) -> str:
    """Whole lines, as many as fit; of a first line that is too long whole sentences."""
    kept = ""
    for line in text.split("\n"):
        if len(kept) + len(line) + 1 > LONGEST:
            break
        kept += f"{line}\n"
    if kept:
        return kept.strip()
    short = text[:LONGEST]
    end = max(short.rfind(mark) for mark in ("。", ". ", "？", "! ", "; ", "；"))
    return short[: end + 1].strip() if end > 0 else ""
