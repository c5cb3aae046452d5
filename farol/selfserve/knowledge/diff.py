"""The difference between two texts, paragraph by paragraph, and inside a changed one piece by piece."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

import msgspec

MOST_COMPARED = 4_000_000
"""Pieces of the one line times pieces of the other; above that a changed line is shown whole."""
ALIKE = 0.4
"""Two lines are one that was changed when they are at least this like each other."""
_PIECE = re.compile(r"[A-Za-z0-9_]+|\s+|.", re.S)


class Line(msgspec.Struct, frozen=True):
    """A line of a difference. kind: ``same``, ``out``, ``in``. pieces: its text, each with whether it changed."""

    kind: str
    pieces: list[tuple[str, bool]]


def lines(old: str, new: str) -> list[Line]:
    """Every line of both texts, in order; a changed line as the old one and then the new."""
    before, after = old.splitlines(), new.splitlines()
    found: list[Line] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            found += [Line("same", [(line, False)]) for line in before[a1:a2]]
        else:
            found += _changed(before[a1:a2], after[b1:b2])
    return found


def _changed(before: Sequence[str], after: Sequence[str]) -> list[Line]:
    found: list[Line] = []
    for n in range(max(len(before), len(after))):
        old, new = (side[n] if n < len(side) else None for side in (before, after))
        if old is not None and new is not None:
            found += _pair(old, new)
        elif old is not None:
            found.append(Line("out", [(old, True)]))
        elif new is not None:
            found.append(Line("in", [(new, True)]))
    return found


def _pair(old: str, new: str) -> list[Line]:
    a, b = _PIECE.findall(old), _PIECE.findall(new)
    match = SequenceMatcher(None, a, b, autojunk=False)
    if len(a) * len(b) > MOST_COMPARED or match.quick_ratio() < ALIKE:
        return [Line("out", [(old, True)]), Line("in", [(new, True)])]
    out: list[tuple[str, bool]] = []
    came: list[tuple[str, bool]] = []
    for tag, a1, a2, b1, b2 in match.get_opcodes():
        if a2 > a1:
            out.append(("".join(a[a1:a2]), tag != "equal"))
        if b2 > b1:
            came.append(("".join(b[b1:b2]), tag != "equal"))
    return [Line("out", out), Line("in", came)]
