"""Postings on numpy arrays: which passages hold a term and how often. A segment never changes; newer ones stand beside it."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from .model import Passage

K1, B = 1.2, 0.6
MOST_COUNTED = 255
Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Weighted = Sequence[tuple[int, float]]
"""A phrase: terms, each with its weight times its rarity."""


class Segment:
    """Some passages and their postings, ordered by term.

    ``heads``: for each passage the place of the one that holds its article's title; an article's passages always stand together.
    ``lengths``: weighted terms of each passage. ``alive``: False where a newer version of the article stands elsewhere.
    """

    def __init__(
        self, docs: Sequence[Passage], heads: Ints, lengths: Floats, terms: Ints, offsets: NDArray[np.int64], places: Ints,
        counts: NDArray[np.uint8], alive: NDArray[np.bool_],
    ) -> None:
        self.docs, self.heads, self.lengths, self.alive = docs, heads, lengths, alive
        self._terms, self._offsets, self._places, self._counts = terms, offsets, places, counts
        self._gone = not alive.all()
        self._norms: tuple[float, Floats] | None = None

    def __len__(self) -> int:
        return len(self.docs)

    def without(self, keys: frozenset[int]) -> "Segment":
        """The same segment with those articles' passages gone, by the ids of their versions; itself when it holds none of them."""
        gone = np.fromiter((doc.version_id in keys for doc in self.docs), np.bool_, len(self.docs)) & self.alive
        if not gone.any():
            return self
        return Segment(self.docs, self.heads, self.lengths, self._terms, self._offsets, self._places, self._counts, self.alive & ~gone)

    def frequency(self, term: int) -> int:
        """How many passages hold the term."""
        low, high = self._range(term)
        return high - low

    def holds(self, term: int, place: int) -> bool:
        """Whether that passage holds the term."""
        low, high = self._range(term)
        at = low + int(self._places[low:high].searchsorted(np.int32(place)))
        return at < high and int(self._places[at]) == place

    def score(self, wanted: Iterable[Sequence[Weighted]], mean: float) -> Floats:
        """BM25 of every passage. wanted: phrases that stand for one thing, together: of these only the best counts, so that who writes
        a thing in five ways is not found before who writes it once. mean: length of a passage in the whole corpus.
        """
        found = np.zeros(len(self.docs), np.float32)
        norms = self._normed(mean)
        for alike in wanted:
            if len(alike) == 1:
                self._add(alike[0], norms, found)
            elif alike:
                best = np.zeros(len(self.docs), np.float32)
                for phrase in alike:
                    if len(phrase) == 1:
                        where, scores = self._weighted(*phrase[0], norms)
                        best[where] = np.maximum(best[where], scores)
                    else:
                        whole = np.zeros(len(self.docs), np.float32)
                        self._add(phrase, norms, whole)
                        np.maximum(best, whole, out=best)
                found += best
        if self._gone:
            found[~self.alive] = 0
        return found

    def _add(self, phrase: Weighted, norms: Floats, to: Floats) -> None:
        for term, weight in phrase:
            where, scores = self._weighted(term, weight, norms)
            to[where] += scores

    def _normed(self, mean: float) -> Floats:
        """What the length of each passage takes from what its words count; the same until the corpus changes."""
        if self._norms is None or self._norms[0] != mean:
            self._norms = mean, (K1 * (1 - B) + K1 * B / mean * self.lengths).astype(np.float32)
        return self._norms[1]

    def _weighted(self, term: int, weight: float, norms: Floats) -> tuple[Ints, Floats]:
        """The passages that hold the term, and what it counts in each."""
        low, high = self._range(term)
        where = self._places[low:high]
        counts = self._counts[low:high].astype(np.float32)
        return where, np.float32(weight * (K1 + 1)) * counts / (counts + norms[where])

    def _range(self, term: int) -> tuple[int, int]:
        # A plain int would make numpy copy the whole array to its kind first.
        at = int(self._terms.searchsorted(np.int32(term)))
        if at == len(self._terms) or self._terms[at] != term:
            return 0, 0
        return int(self._offsets[at]), int(self._offsets[at + 1])

    def postings(self) -> tuple[Ints, Ints, NDArray[np.uint8]]:
        """Term, place and count of every posting."""
        return np.repeat(self._terms, np.diff(self._offsets)), self._places, self._counts


def build(articles: Iterable[tuple[Sequence[Passage], Sequence[Mapping[int, int]]]]) -> Segment:
    """A segment from articles: each its passages, the first being its head, and how often each passage holds which term."""
    docs: list[Passage] = []
    heads, places, terms = array("i"), array("i"), array("i")
    counts, lengths = array("B"), array("f")
    for passages, held in articles:
        head = len(docs)
        for passage, counted in zip(passages, held, strict=True):
            place = len(docs)
            docs.append(passage)
            heads.append(head)
            lengths.append(sum(counted.values()))
            terms.extend(counted.keys())
            places.extend([place] * len(counted))
            counts.extend(min(count, MOST_COUNTED) for count in counted.values())
    return _ordered(
        docs, np.array(heads, np.int32), np.array(lengths, np.float32), np.array(terms, np.int32), np.array(places, np.int32),
        np.array(counts, np.uint8))


def merged(segments: Sequence[Segment]) -> Segment:
    """One segment with what is still alive in all of these."""
    docs: list[Passage] = []
    heads, lengths, terms, places, counts = [], [], [], [], []
    for segment in segments:
        moved = np.cumsum(segment.alive, dtype=np.int32) - 1 + len(docs)
        term, place, count = segment.postings()
        kept = segment.alive[place]
        terms.append(term[kept])
        places.append(moved[place[kept]].astype(np.int32))
        counts.append(count[kept])
        heads.append(moved[segment.heads[segment.alive]].astype(np.int32))
        lengths.append(segment.lengths[segment.alive])
        docs += [doc for doc, alive in zip(segment.docs, segment.alive, strict=True) if alive]
    return _ordered(docs, np.concatenate(heads), np.concatenate(lengths), np.concatenate(terms), np.concatenate(places), np.concatenate(counts))


def _ordered(docs: Sequence[Passage], heads: Ints, lengths: Floats, terms: Ints, places: Ints, counts: NDArray[np.uint8]) -> Segment:
    order = np.lexsort((places, terms))
    terms = terms[order]
    starts = np.flatnonzero(np.diff(terms, prepend=-1)) if len(terms) else np.zeros(0, np.int64)
    offsets = np.append(starts, len(terms)).astype(np.int64)
    return Segment(docs, heads, lengths, terms[starts], offsets, places[order], counts[order], np.ones(len(docs), np.bool_))


def counted(fields: Iterable[tuple[Sequence[str], int]]) -> Counter[str]:
    """How often each term stands in a passage, those of weightier fields several times."""
    found: Counter[str] = Counter()
    for held, weight in fields:
        for term in held:
            found[term] += weight
    return found
