"""Words for search: the same tokens for a page and for the question about it, in every script.

Han and kana give single characters and pairs, Hangul gives pairs, Thai, Lao, Khmer and Burmese give their
written syllables like Han, everything else gives words with a four-letter prefix, which stems for free.
Traditional Chinese is folded to Simplified, so one index answers both.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import regex  # type: ignore[import-untyped]
from opencc import OpenCC

MOST = 100_000
"""Characters read of one text; the rest is not searched."""

_SIMPLIFIED = OpenCC("t2s")
_INVISIBLE = regex.compile(r"\p{Cf}+")
_MARKS = regex.compile(r"\p{M}+")
_HAN = r"\p{Han}\p{Hiragana}\p{Katakana}ー々"
_SYLLABLES = r"\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_LETTER = rf"[[\p{{L}}\p{{N}}]--[{_HAN}{_SYLLABLES}\p{{Hangul}}]]"
_RUNS = regex.compile(
    rf"(?P<han>[{_HAN}]+)|(?P<hangul>\p{{Hangul}}+)|(?P<syllable>[{_SYLLABLES}]+)"
    rf"|(?P<word>{_LETTER}(?:{_LETTER}|[\p{{M}}--[{_SYLLABLES}]])*)",
    regex.V1,
)
_CHUNKS = re.compile(r"[0-9a-z\x80-\U0010ffff]+")
"""Stretches of folded text that no run crosses. Most are plain words, which need no look at every letter's script."""
_SHORT = 24
_PREFIX = 4
Run = tuple[str, str]
"""How a stretch is written (``han``, ``hangul``, ``syllable`` or ``word``) and the stretch."""


def fold(text: str) -> str:
    """One spelling of what looks the same: width, case, invisible characters, Traditional and Simplified."""
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text[:MOST])).casefold()
    return str(_SIMPLIFIED.convert(plain))


def tokens(text: str) -> list[str]:
    """The tokens of a text in their order, repeated as often as they occur."""
    return list(_tokens(fold(text)))


def words(text: str) -> list[str]:
    """The whole words and CJK runs of a text, folded: what a person typed, without prefixes and pairs."""
    return [run for _, run in runs(fold(text))]


def runs(folded: str) -> Iterator[Run]:
    """The words and unspaced stretches of a text that was folded, in their order."""
    for match in _CHUNKS.finditer(folded):
        yield from _runs(match[0])


@lru_cache(maxsize=50_000)
def _short(chunk: str) -> tuple[Run, ...]:
    return tuple((match.lastgroup, match[0]) for match in _RUNS.finditer(chunk))


def _runs(chunk: str) -> tuple[Run, ...]:
    if chunk.isascii():
        return (("word", chunk),)
    # Words come again and again; long stretches do not, and would only push them out.
    return _short(chunk) if len(chunk) <= _SHORT else _short.__wrapped__(chunk)


def units(kind: str, run: str) -> list[str]:
    """What a stretch without spaces is made of: characters, or the syllables of Thai and its neighbours."""
    return regex.findall(r"\X", run) if kind == "syllable" else list(run)


def _tokens(folded: str) -> Iterator[str]:
    for kind, run in runs(folded):
        if kind == "word":
            yield from _word(run)
            continue
        parts = units(kind, run)
        if kind != "hangul" or len(parts) == 1:
            yield from parts
        yield from (one + two for one, two in pairwise(parts))


def spellings(word: str) -> tuple[str, ...]:
    """The word, and without accents when it has any."""
    if word.isascii():
        return (word,)
    bare = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", word)))
    return tuple(spelling for spelling in dict.fromkeys((word, bare)) if spelling)


def _word(word: str) -> Iterator[str]:
    """Each spelling of the word with its prefix."""
    for spelling in spellings(word):
        yield spelling
        if len(spelling) > _PREFIX and spelling.isalpha():
            yield spelling[:_PREFIX]
