"""What is offered while somebody types: titles of articles and questions people often have."""

import re
from collections import defaultdict
from collections.abc import Mapping

import msgspec

from farol.kit import text

from .frequent import QUESTIONS
from .index import Index, Sees
from .terms import folded

MOST = 8
MOST_FOUND = 200
"""Lines with the last word that are looked at; who has typed so little that there are more sees the first."""
LONGEST = 100
_WORDY = re.compile(r"[^\W\d_]")


class Offer(msgspec.Struct, frozen=True):
    """A line to choose. slug: of the article it opens; empty for a question, which is searched for."""

    words: str
    slug: str


class _Shelf:
    """The lines of one language as one text, so that looking through twenty thousand is one pass of the C library."""

    def __init__(self, offers: list[Offer]) -> None:
        self.offers = offers
        self._lines = [_spelled(offer.words) for offer in offers]
        self._text = "\n".join(self._lines) + "\n"
        self._starts, at = [], 0
        for line in self._lines:
            self._starts.append(at)
            at += len(line) + 1

    def holding(self, parts: list[str]) -> list[Offer]:
        """Lines that hold all the parts, those that begin with what was typed first."""
        rarest = max(parts, key=len)
        found: dict[int, None] = {}
        at = self._text.find(rarest)
        while at >= 0 and len(found) < MOST_FOUND:
            end = self._text.index("\n", at)
            line = self._number(at)
            if all(part in self._lines[line] for part in parts):
                found[line] = None
            at = self._text.find(rarest, end)
        first = parts[0]
        return [self.offers[n] for n in sorted(found, key=lambda n: (not self._lines[n].startswith(first), n))]

    def _number(self, at: int) -> int:
        low, high = 0, len(self._starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._starts[middle] <= at else (low, middle)
        return low


class Offers:
    """Immutable; made anew with the index. own: this installation's questions by language, in place of the shipped ones."""

    def __init__(self, made: Index, own: Mapping[str, list[str]]) -> None:
        self._index = made
        by_language: dict[str, list[Offer]] = defaultdict(list)
        for language, questions in {**QUESTIONS, **own}.items():
            by_language[language] += [Offer(words, "") for words in questions]
        for article in sorted(made.articles(), key=lambda article: (article.place, article.slug)):
            by_language[article.language].append(Offer(article.title, article.slug))
        self._shelves = {language: _Shelf(offers) for language, offers in by_language.items()}

    def like(self, typed: str, language: str, sees: Sees) -> list[Offer]:
        """At most eight: lines with what was typed, then the best articles for it, which forgives slips and knows synonyms."""
        typed = typed[:LONGEST]
        parts = _parts(typed)
        if not parts or not _WORDY.search(typed):
            return []
        shelf = self._shelves.get(language)
        held = shelf.holding(parts) if shelf else []
        offers = [offer for offer in held if not offer.slug or self._seen(offer.slug, language, sees)][:MOST]
        if len(offers) < MOST:
            hits = self._index.find(typed, language, MOST, sees).hits
            shown = {offer.slug for offer in offers}
            offers += [Offer(hit.article.title, hit.article.slug) for hit in hits if hit.article.slug not in shown]
        return offers[:MOST]

    def _seen(self, slug: str, language: str, sees: Sees) -> bool:
        article = self._index.article(slug, language)
        return article is not None and sees(article)


def _spelled(words: str) -> str:
    """A line as it is compared: folded, a blank before every word of letters, nothing between unspaced characters."""
    return "".join(f" {run}" if kind == "word" else run for kind, run in text.runs(folded(words)))


def _parts(typed: str) -> list[str]:
    return [f" {run}" if kind == "word" else run for kind, run in text.runs(folded(typed))]
