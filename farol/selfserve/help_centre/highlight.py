"""Why a result is a result: the matching words marked, and the line of the article where most of them stand."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise

import regex  # type: ignore[import-untyped]

from farol.kit import text

EXCERPT = 150
SHORTEST = 14
"""Characters a line needs to be worth showing."""
_UNIT = regex.compile(r"\p{Han}+|[\p{L}\p{N}][[\p{L}\p{N}\p{M}]--\p{Han}]*|.", regex.S | regex.V1)
Piece = tuple[str, bool]
"""A stretch of text and whether it is marked."""


def marked(words: str, wanted: Collection[str]) -> list[Piece]:
    """The text cut into marked and plain stretches; joined, they are the text again."""
    pieces: list[Piece] = []
    for match in _UNIT.finditer(words):
        run = match[0]
        stretches = _han(run, wanted) if regex.match(r"\p{Han}", run) else [(run, _word(run, wanted))]
        for stretch, hit in stretches:
            if pieces and pieces[-1][1] == hit:
                pieces[-1] = (pieces[-1][0] + stretch, hit)
            else:
                pieces.append((stretch, hit))
    return pieces


def excerpt(lines: Sequence[str], wanted: Collection[str]) -> list[Piece]:
    """The line with the most matching words, marked and cut to ``EXCERPT`` characters; the first of equals."""
    line = max(lines, key=lambda words: _score(words, wanted))
    if len(line) > EXCERPT:
        first = next((at for at, hit in _places(line, wanted) if hit), 0)
        start = max(0, min(line.rfind("。", 0, first) + 1, len(line) - EXCERPT)) if first >= EXCERPT // 2 else 0
        start = start if first - start < EXCERPT else first
        line = ("…" if start else "") + line[start : start + EXCERPT] + ("…" if start + EXCERPT < len(line) else "")
    return marked(line, wanted)


def _score(words: str, wanted: Collection[str]) -> int:
    """How many different marked stretches a line has; a heading or a cell of a table says too little to show."""
    return 0 if len(words) < SHORTEST else len({stretch for stretch, hit in marked(words, wanted) if hit})


def _places(line: str, wanted: Collection[str]) -> list[tuple[int, bool]]:
    """Where each stretch of the line begins, and whether it is marked."""
    places, at = [], 0
    for stretch, hit in marked(line, wanted):
        places.append((at, hit))
        at += len(stretch)
    return places


def _word(run: str, wanted: Collection[str]) -> bool:
    return len(run) > 1 and any(token in wanted for token in _tokens(run))


def _han(run: str, wanted: Collection[str]) -> list[Piece]:
    hits = [False] * len(run)
    for place, (one, two) in enumerate(pairwise(_letters(run))):
        if one + two in wanted:
            hits[place] = hits[place + 1] = True
    return list(zip(run, hits, strict=True))


# The same articles are marked again and again, so what their words fold to is remembered.
@lru_cache(maxsize=20_000)
def _tokens(run: str) -> tuple[str, ...]:
    return tuple(text.tokens(run))


@lru_cache(maxsize=20_000)
def _letters(run: str) -> tuple[str, ...]:
    """Each letter of the run, folded; a phrase that folds to another length is folded letter by letter."""
    folded = text.fold(run)
    return tuple(folded) if len(folded) == len(run) else tuple(text.fold(letter)[:1] for letter in run)
