"""The piece of a text that shows why it was found."""

import regex  # type: ignore[import-untyped]

from .model import Snippet
from .tokens import runs, spelled

BEFORE, LENGTH = 48, 160
MOST_MARKS = 20
_BLANKS = regex.compile(r"\s+")


def snippet(said: str, question: str) -> Snippet:
    """One line around the first of the words, with the places of all of them in it."""
    line = _BLANKS.sub(" ", said).strip()
    asked = sorted(set(runs(question)), key=len, reverse=True)
    marks = _places(line, asked) or _places(line, [run[n : n + 2] for run in asked for n in range(len(run) - 1)])
    first = marks[0][0] if marks else 0
    start = max(0, first - BEFORE) if first > LENGTH - BEFORE else 0
    end = min(len(line), start + LENGTH)
    shown = ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")
    moved = (1 if start else 0) - start
    return Snippet(shown, [(a + moved, min(b, end) + moved) for a, b in marks if start <= a < end][:MOST_MARKS])


def _places(line: str, wanted: list[str]) -> list[tuple[int, int]]:
    """Where the runs stand, as long as folding keeps every character in its place."""
    folded = spelled(line)
    if len(folded) != len(line) or not wanted:
        return []
    found = regex.compile("|".join(regex.escape(run) for run in wanted)).finditer(folded)
    return [(match.start(), match.end()) for match in found]
