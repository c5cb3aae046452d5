"""What a text is found by: its words, their stems, and the characters and pairs of what is written without spaces."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from farol.kit import text

STEM_LETTERS = 4
LONGEST = 64
"""Characters of a word that are compared; no transaction id is longer."""
_ALIKE = str.maketrans("帐", "账")
"""账户 is also written with the 帐 of tents, and 帳 folds to that."""


def folded(words: str) -> str:
    """A text in the one spelling that terms are compared in."""
    return text.fold(words).translate(_ALIKE)


def terms(words: str) -> list[str]:
    """The terms of a text, repeated as often as they occur. ``with`` is a word, ``with*`` the stem of ``withdraw``."""
    return [term for kind, run in text.runs(folded(words)) for term in of_run(kind, run)]


def of_run(kind: str, run: str) -> tuple[str, ...]:
    """The terms of one word or unspaced stretch, as ``text.runs`` gives it."""
    # Long stretches hardly come twice and would only push the words out of the memory.
    return _of(kind, run) if kind == "word" else tuple(_pairs(kind, run))


@lru_cache(maxsize=100_000)
def _of(kind: str, run: str) -> tuple[str, ...]:
    return tuple(_words(run[:LONGEST]))


def _words(word: str) -> Iterator[str]:
    for spelling in text.spellings(word):
        yield spelling
        if is_word(spelling):
            yield f"{spelling[:STEM_LETTERS]}*"


def _pairs(kind: str, run: str) -> Iterator[str]:
    units = text.units(kind, run)
    if kind != "hangul" or len(units) == 1:
        yield from units
    yield from (one + two for one, two in pairwise(units))


def is_word(term: str) -> bool:
    """Whether the term is a word long enough to have a stem, not a number and not a stem itself."""
    return len(term) > STEM_LETTERS and term.isalpha()


def is_stem(term: str) -> bool:
    """Whether the term stands for every word that begins so."""
    return term.endswith("*")
