"""The words that texts are found by.

Words in letters stand whole, and without accents; what is written without spaces stands in pairs, so that 提币 is found in
任何提币申请. Ids, hashes and addresses are words. Numbers are also found without the noughts they begin with.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

import regex  # type: ignore[import-untyped]

from farol.kit import text

LONGEST = 128
"""Characters of a word that are compared; no id is longer."""
MOST_WANTED = 24
"""Words of a question that are looked for."""
SHORTEST_START, LONGEST_WORD = 3, 24
"""Letters of a word that may still be typed: shorter ones begin too many, longer ones are none."""
BUCKET = 14
"""Two to this power places share a mark."""
_PAIRED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}ー々]")
_SYLLABLES = regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_MARKS = regex.compile(r"\p{M}+")


_ALIKE = str.maketrans("帐", "账")
"""账户 is also written with the 帐 of tents, and 帳 folds to that."""


def spelled(said: str) -> str:
    """A text in the one spelling that words are compared in."""
    return text.fold(said).translate(_ALIKE)


def runs(said: str) -> list[str]:
    """The whole words and unspaced runs of a text, in that spelling."""
    return [run.translate(_ALIKE) for run in text.words(said)]


def tokens(said: str) -> list[str]:
    """What a text is found by, each once."""
    return list(dict.fromkeys(token for run in runs(said) for token in _of(run)))


def _of(run: str) -> Iterator[str]:
    if _PAIRED.match(run):
        units = regex.findall(r"\X", run) if _SYLLABLES.match(run) else list(run)
        yield from (one + two for one, two in pairwise(units)) if len(units) > 1 else units
        return
    word = run[:LONGEST]
    yield word
    bare = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", word)))
    if bare and bare != word:
        yield bare
    if word.isdigit() and word.startswith("0") and word.strip("0"):
        yield word.lstrip("0")


def mark(place: int) -> str:
    """The mark that texts of about the same time share. No word begins like it."""
    return f"~{place >> BUCKET}"


def stored(said: str, place: int) -> str:
    """The words of a text with its mark, a blank between each."""
    return " ".join([*tokens(said), mark(place)])


def is_word(token: str) -> bool:
    """Whether somebody may stop in the middle of it and look for its end: letters, not an id."""
    return SHORTEST_START <= len(token) <= LONGEST_WORD and token.isalpha() and not _PAIRED.match(token)


def unfinished(question: str) -> str | None:
    """The last word, if it may still be typed."""
    asked = runs(question)
    return asked[-1] if asked and not question.endswith(" ") and is_word(asked[-1]) else None


def wanted(question: str, endings: Iterable[str] = ()) -> str:
    """A question as PostgreSQL's ``tsquery``: every word, for the last one any of its endings; empty when there is none."""
    asked = runs(question)
    parts: list[str] = []
    for number, run in enumerate(asked):
        found = list(_of(run))
        if number == len(asked) - 1 and (ends := list(endings)):
            parts.append("(" + " | ".join(map(_quoted, dict.fromkeys([found[0], *ends]))) + ")")
        else:
            parts += [_quoted(token) for token in (found if _PAIRED.match(run) else found[:1])]
    return " & ".join(list(dict.fromkeys(parts))[:MOST_WANTED])


def among(marks: range) -> str:
    """A ``tsquery`` for texts with one of these marks."""
    return " | ".join(_quoted(f"~{number}") for number in marks)


def _quoted(token: str) -> str:
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"
