"""Why a result is a result: the matching words marked, and the stretch of the article where most of them stand."""

from collections.abc import Collection
from itertools import pairwise

import regex  # type: ignore[import-untyped]

from farol.kit import text

EXCERPT = 150
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


def excerpt(words: str, wanted: Collection[str]) -> list[Piece]:
    """At most ``EXCERPT`` characters around the densest matches, marked."""
    line = " ".join(words.split())
    if len(line) <= EXCERPT:
        return marked(line, wanted)
    hits, at = [], 0
    for stretch, hit in marked(line, wanted):
        if hit:
            hits.append((at, len(stretch)))
        at += len(stretch)
    start = max((sum(size for place, size in hits if s <= place < s + EXCERPT), -s, s) for s in _starts(hits, line))[2]
    cut = line[start : start + EXCERPT]
    return marked(f"{'…' if start else ''}{cut}{'…' if start + EXCERPT < len(line) else ''}", wanted)


def _starts(hits: list[tuple[int, int]], line: str) -> list[int]:
    """Where an excerpt may begin: at the top, or at the sentence that holds a match."""
    found = {0}
    for place, _ in hits:
        ends = [line.rfind(mark, 0, place) for mark in ("。", "；", ". ", "？", "! ")]
        start = max(ends) + 1
        found.add(start if place - start < EXCERPT // 2 else max(0, place - 20))
    return [min(start, max(0, len(line) - EXCERPT)) for start in found]


def _word(run: str, wanted: Collection[str]) -> bool:
    return len(run) > 1 and any(token in wanted for token in text.tokens(run))


def _han(run: str, wanted: Collection[str]) -> list[Piece]:
    folded = [text.fold(letter) for letter in run]
    hits = [False] * len(run)
    for place, (one, two) in enumerate(pairwise(folded)):
        if one + two in wanted:
            hits[place] = hits[place + 1] = True
    return list(zip(run, hits, strict=True))
