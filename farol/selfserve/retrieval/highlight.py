"""Why a result is a result: the matching words marked, and the line of the passage where most of them stand."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise

import regex  # type: ignore[import-untyped]

from farol.kit import text

from .terms import STEM_LETTERS, folded, is_stem, terms

EXCERPT = 150
SHORTEST = 14
"""Characters a line needs to be worth showing."""
MOST_LINES = 60
"""Lines of a passage that are looked through for the best."""
ENDING = 3
"""Letters in which two words of one stem may differ at the end and still be marked as the same."""
_UNIT = regex.compile(r"[0-9A-Za-z]+|\p{Han}+|[\p{L}\p{N}][[\p{L}\p{N}\p{M}]--\p{Han}]*|[^\p{L}\p{N}]+|.", regex.S | regex.V1)
_HAN = regex.compile(r"\p{Han}")
Piece = tuple[str, bool]
"""A stretch of text and whether it is marked."""


class Marker:
    """Marks the terms that were looked for in any text."""

    def __init__(self, wanted: Collection[str]) -> None:
        self._wanted = frozenset(wanted)
        self._words = [term for term in self._wanted if len(term) > STEM_LETTERS and not is_stem(term)]

    def marked(self, words: str) -> list[Piece]:
        """The text cut into marked and plain stretches; joined, they are the text again."""
        pieces: list[Piece] = []
        for match in _UNIT.finditer(words):
            run = match[0]
            for stretch, hit in self._han(run) if _HAN.match(run) else [(run, self._word(run))]:
                if pieces and pieces[-1][1] == hit:
                    pieces[-1] = (pieces[-1][0] + stretch, hit)
                else:
                    pieces.append((stretch, hit))
        return pieces

    def excerpt(self, lines: Sequence[str]) -> list[Piece]:
        """The line with the most matching words, marked and cut to ``EXCERPT`` characters; the first of equals."""
        if not lines:
            return []
        line = max(lines[:MOST_LINES], key=self._score)
        if len(line) > EXCERPT:
            first = next((at for at, hit in self._places(line) if hit), 0)
            start = max(0, min(line.rfind("。", 0, first) + 1, len(line) - EXCERPT)) if first >= EXCERPT // 2 else 0
            start = start if first - start < EXCERPT else first
            line = ("…" if start else "") + line[start : start + EXCERPT] + ("…" if start + EXCERPT < len(line) else "")
        return self.marked(line)

    def _score(self, words: str) -> int:
        """How many different marked stretches a line has; a heading or a cell of a table says too little to show."""
        return 0 if len(words) < SHORTEST else len({stretch for stretch, hit in self.marked(words) if hit})

    def _places(self, line: str) -> list[tuple[int, bool]]:
        """Where each stretch of the line begins, and whether it is marked."""
        places, at = [], 0
        for stretch, hit in self.marked(line):
            places.append((at, hit))
            at += len(stretch)
        return places

    def _word(self, run: str) -> bool:
        held = _terms(run)
        if len(run) < 2 or not held:
            return False
        if any(term in self._wanted for term in held if not is_stem(term)):
            return True
        # ``with*`` alone would mark ``without`` for ``withdraw``: a stem counts where little more than the ending differs.
        return any(term in self._wanted and self._same_word(held[0]) for term in held if is_stem(term))

    def _same_word(self, word: str) -> bool:
        return any(_shared(word, other) >= max(STEM_LETTERS, min(len(word), len(other)) - ENDING + 1) for other in self._words)

    def _han(self, run: str) -> list[Piece]:
        hits = [False] * len(run)
        for place, (one, two) in enumerate(pairwise(_letters(run))):
            if one + two in self._wanted:
                hits[place] = hits[place + 1] = True
        return list(zip(run, hits, strict=True))


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


# The same articles are marked again and again, so what their words fold to is remembered.
@lru_cache(maxsize=50_000)
def _terms(run: str) -> tuple[str, ...]:
    return tuple(terms(run)) if len(run) <= text.MOST else ()


@lru_cache(maxsize=20_000)
def _letters(run: str) -> tuple[str, ...]:
    """Each letter of the run, folded; a phrase that folds to another length is folded letter by letter."""
    whole = folded(run)
    return tuple(whole) if len(whole) == len(run) else tuple(folded(letter)[:1] for letter in run)
