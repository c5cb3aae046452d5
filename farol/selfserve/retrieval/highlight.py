"""Why a result is a result: the matching words marked, and the line of the passage where most of them stand."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import regex  # type: ignore[import-untyped]

from farol.kit import text

from .terms import STEM_LETTERS, folded, is_stem, terms

EXCERPT, LONGEST = 150, 4_000
"""Characters shown of a line, and looked at."""
SHORTEST = 14
"""Characters a line needs to be worth showing."""
MOST_LINES = 60
"""Lines of a passage that are looked through for the best."""
ENDING = 3
"""Letters in which two words of one stem may differ at the end and still be marked as the same."""
_UNIT = regex.compile(r"[0-9A-Za-z]+(?![\p{L}\p{N}\p{M}])|\p{Han}+|[\p{L}\p{N}--\p{Han}][[\p{L}\p{N}\p{M}]--\p{Han}]*", regex.V1)
_HAN = regex.compile(r"\p{Han}")
Span = tuple[int, int]
Piece = tuple[str, bool]
"""A stretch of text and whether it is marked."""


class Marker:
    """Marks the terms that were looked for in any text."""

    def __init__(self, wanted: Collection[str]) -> None:
        self._wanted = frozenset(wanted)
        self._stems: dict[str, list[str]] = defaultdict(list)
        for term in self._wanted:
            if len(term) > STEM_LETTERS and not is_stem(term):
                self._stems[f"{term[:STEM_LETTERS]}*"].append(term)
        self._met: dict[str, bool] = {}

    def marked(self, words: str) -> list[Piece]:
        """The text cut into marked and plain stretches; joined, they are the text again."""
        return _pieces(words, self._spans(words))

    def excerpt(self, lines: Sequence[str]) -> list[Piece]:
        """The line with the most matching words, marked and cut to ``EXCERPT`` characters; the first of equals."""
        found = [(line[:LONGEST], self._spans(line[:LONGEST])) for line in lines[:MOST_LINES]]
        if not found:
            return []
        line, spans = max(found, key=lambda each: _score(*each))
        return _cut(line, spans)

    def _spans(self, words: str) -> list[Span]:
        """From where to where the marks stand, in order; none touches the next."""
        spans: list[Span] = []
        for match in _UNIT.finditer(words):
            run, start = match[0], match.start()
            if run[0] > "\u2e7f" and _HAN.match(run):
                for at in self._han(run):
                    if spans and spans[-1][1] >= start + at:
                        spans[-1] = (spans[-1][0], start + at + 2)
                    else:
                        spans.append((start + at, start + at + 2))
            elif self._word(run):
                spans.append((start, match.end()))
        return spans

    def _word(self, run: str) -> bool:
        known = self._met.get(run)
        if known is None:
            known = self._met[run] = self._stands(run)
        return known

    def _stands(self, run: str) -> bool:
        held = _terms(run)
        if len(run) < 2 or not held:
            return False
        if any(term in self._wanted for term in held if not is_stem(term)):
            return True
        # ``with*`` alone would mark ``without`` for ``withdraw``: a stem counts where little more than the ending differs.
        return any(_same(held[0], other) for term in held if is_stem(term) and term in self._wanted for other in self._stems[term])

    def _han(self, run: str) -> Iterator[int]:
        """Where in an unspaced stretch the pairs begin that were looked for."""
        return (place for place, (one, two) in enumerate(pairwise(_letters(run))) if one + two in self._wanted)


def _pieces(words: str, spans: Sequence[Span]) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
    for start, end in spans:
        if at < start:
            pieces.append((words[at:start], False))
        pieces.append((words[start:end], True))
        at = end
    if at < len(words):
        pieces.append((words[at:], False))
    return pieces


def _score(words: str, spans: Sequence[Span]) -> int:
    """How many different marks a line has; a heading or a cell of a table says too little to show."""
    return 0 if len(words) < SHORTEST else len({words[start:end] for start, end in spans})


def _cut(words: str, spans: Sequence[Span]) -> list[Piece]:
    """As much of a line as is shown, from shortly before the first mark."""
    if len(words) <= EXCERPT:
        return _pieces(words, spans)
    first = spans[0][0] if spans else 0
    start = max(0, min(words.rfind("。", 0, first) + 1, len(words) - EXCERPT)) if first >= EXCERPT // 2 else 0
    start = start if first - start < EXCERPT else first
    end = min(start + EXCERPT, len(words))
    inside = [(max(one, start) - start, min(other, end) - start) for one, other in spans if one < end and other > start]
    before: list[Piece] = [("…", False)] if start else []
    after: list[Piece] = [("…", False)] if end < len(words) else []
    return [*before, *_pieces(words[start:end], inside), *after]


def _same(one: str, other: str) -> bool:
    """Whether two words differ at the end only."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= max(STEM_LETTERS, min(len(one), len(other)) - ENDING + 1)


# The same articles are marked again and again, so what their words fold to is remembered.
@lru_cache(maxsize=50_000)
def _terms(run: str) -> tuple[str, ...]:
    return tuple(terms(run)) if len(run) <= text.MOST else ()


@lru_cache(maxsize=20_000)
def _letters(run: str) -> tuple[str, ...]:
    """Each letter of the run, folded; a phrase that folds to another length is folded letter by letter."""
    whole = folded(run)
    return tuple(whole) if len(whole) == len(run) else tuple(folded(letter)[:1] for letter in run)
