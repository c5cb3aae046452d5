"""The passages of one language: vocabulary and segments. Adding an article touches small segments only."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from .model import Passage
from .question import Want
from .segment import Floats, Segment, build, counted, merged
from .slips import slips
from .terms import is_word, terms

Fields = Iterable[tuple[str, int]]
TITLE, KEYWORDS, SUMMARY, HEADING, TEXT = 6, 1, 1, 2, 1
"""How often a word counts by where it stands."""
TOO_ALIKE = 4
"""A segment less than this many times as large as the next newer one takes it in, so there are never many."""
MOST_ENDINGS = 20
MOST_REMEMBERED = 20_000
"""Terms whose rarity is remembered."""


class Corpus:
    """A snapshot: what is added makes a new one, which shares the vocabulary and the large segments."""

    def __init__(self, vocabulary: dict[str, int], segments: tuple[Segment, ...], words: Sequence[str]) -> None:
        self.vocabulary, self.segments = vocabulary, segments
        self.words = words
        """Every word in order, to find the endings of one that is still being typed."""
        self.size = sum(int(segment.alive.sum()) for segment in segments)
        length = sum(float(segment.lengths[segment.alive].sum()) for segment in segments)
        self._rarities: dict[str, float] = {}
        self.mean = length / self.size if self.size else 1.0

    def changed(self, gone: frozenset[int], articles: Iterable[Sequence[Passage]]) -> "Corpus":
        """Without the versions of these ids, and with the passages of further articles. It takes time: call it in a thread."""
        known = len(self.vocabulary)
        new = build((passages, [self._numbered(passage) for passage in passages]) for passages in articles)
        segments = [kept for segment in self.segments if (kept := segment.without(gone)).alive.any()]
        if len(new):
            segments.append(new)
        while len(segments) > 1 and len(segments[-2]) < TOO_ALIKE * len(segments[-1]):
            segments[-2:] = [merged(segments[-2:])]
        added = [term for term in list(self.vocabulary)[known:] if is_word(term)]
        return Corpus(self.vocabulary, tuple(segments), sorted([*self.words, *added]) if added else self.words)

    def _numbered(self, passage: Passage) -> Mapping[int, int]:
        held: Counter[str] = counted((terms(words), weight) for words, weight in fields(passage))
        return {self.vocabulary.setdefault(term, len(self.vocabulary)): count for term, count in held.items()}

    def rarity(self, term: str) -> float:
        """What a term tells: the rarer the more. A term that stands nowhere tells as much as one that stands once."""
        known = self._rarities.get(term)
        if known is None:
            if len(self._rarities) >= MOST_REMEMBERED:
                self._rarities.clear()
            known = self._rarities[term] = self._rarity(term)
        return known

    def _rarity(self, term: str) -> float:
        number = self.vocabulary.get(term)
        held = sum(segment.frequency(number) for segment in self.segments) if number is not None else 0
        held = min(max(held, 1), self.size)
        return math.log(1 + (self.size - held + 0.5) / (held + 0.5))

    def scores(self, wants: Iterable[Want]) -> list[tuple[Segment, Floats]]:
        """BM25 of every passage, segment by segment."""
        numbered = []
        for want in wants:
            known = [
                [(number, weight * self.rarity(term)) for term, weight in phrase if (number := self.vocabulary.get(term)) is not None]
                for phrase in want.phrases
            ]
            numbered.append([phrase for phrase in known if phrase])
        return [(segment, segment.score(numbered, self.mean)) for segment in self.segments] if numbered else []

    def near(self, word: str) -> list[str]:
        """Known words that go on like it, or are a slip of the finger away."""
        return [*self.endings(word), *slips(word, self.vocabulary.__contains__, self.words)]

    def endings(self, start: str) -> list[str]:
        """Known words that begin so, some twenty of them."""
        at = bisect_left(self.words, start)
        found: list[str] = []
        while at < len(self.words) and self.words[at].startswith(start) and len(found) < MOST_ENDINGS:
            found.append(self.words[at])
            at += 1
        return found


def empty() -> Corpus:
    """A corpus before anything was published."""
    return Corpus({}, (), ())


def fields(passage: Passage) -> Fields:
    """The words of a passage by how much each stretch counts."""
    article = passage.article
    if passage.anchor:
        return (passage.heading, HEADING), (passage.text, TEXT)
    return (article.title, TITLE), (article.keywords, KEYWORDS), (article.summary, SUMMARY), (passage.text, TEXT)
