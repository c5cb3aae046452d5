"""Words for search: the same tokens for a page and for the question about it, in every script.

Han and kana give single characters and pairs, Hangul gives pairs, Thai, Lao, Khmer and Burmese give their
written syllables like Han, everything else gives words with a four-letter prefix, which stems for free.
Traditional Chinese is folded to Simplified, so one index answers both.
"""

import unicodedata
from collections.abc import Iterator
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
_PREFIX = 4


def fold(text: str) -> str:
    """One spelling of what looks the same: width, case, invisible characters, Traditional and Simplified."""
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text[:MOST])).casefold()
    return str(_SIMPLIFIED.convert(plain))


def tokens(text: str) -> list[str]:
    """The tokens of a text in their order, repeated as often as they occur."""
    return list(_tokens(fold(text)))


def words(text: str) -> list[str]:
    """The whole words and CJK runs of a text, folded: what a person typed, without prefixes and pairs."""
    return [match[0] for match in _RUNS.finditer(fold(text))]


def _tokens(folded: str) -> Iterator[str]:
    for match in _RUNS.finditer(folded):
        kind, run = match.lastgroup, match[0]
        if kind == "word":
            yield from _word(run)
            continue
        units = regex.findall(r"\X", run) if kind == "syllable" else list(run)
        if kind != "hangul" or len(units) == 1:
            yield from units
        yield from (one + two for one, two in pairwise(units))


def _word(word: str) -> Iterator[str]:
    """The word, its prefix, and both again without accents when it has any."""
    bare = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", word)))
    for spelling in dict.fromkeys((word, bare)):
        if spelling:
            yield spelling
            if len(spelling) > _PREFIX and spelling.isalpha():
                yield spelling[:_PREFIX]
