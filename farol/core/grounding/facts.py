"""All facts of a text. What was read as one thing is not read again as another."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from farol.core.chains.mentions import mentions
from farol.core.chains.numbers import HAN
from farol.core.chains.recognise import find

from .calendar import clocks, dates, days
from .links import links
from .model import Fact
from .number_words import WORDED
from .numerals import SCALED, number_value
from .plain import plain, without_tags
from .units import Found, durations, money, shares

_PIECE = 15_000
"""The readers of ids stop a little later than that."""
_TOKEN = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z_./:+#-]{0,400}[0-9A-Za-z])?")
_MIXED = re.compile(r"(?=[^A-Za-z]*[A-Za-z])(?=[^0-9]*[0-9])")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}")
_DOTTED = re.compile(r"(?<![\d.])\d+(?:\.\d+){2,}(?![\d.])")
_NUMBER = re.compile(SCALED, re.IGNORECASE)
_MEASURES = ("amount", "percent", "duration")
_GLUED = re.compile(r"[\d.,]*\d\s?[/e^×]\s?$", re.IGNORECASE)
_LOOK_BACK = 24
_IN_WORDS = re.compile(rf"{WORDED}|(?<![{HAN}])(?:[一二两兩三四五六七八九][十百千万萬亿億]|十[一二三四五六七八九])[{HAN}]{{0,22}}", re.IGNORECASE)
_SMALL = 12
_I_AM = "bin"
"""A thousand in Turkish, and in every second German sentence."""
_EVERYDAY = frozenset(("2fa", "p2p", "c2c", "web3"))
_SHORT = 8
_LONG_WORD = 24
_BLANK = "\ufffc"

_Reader = Callable[[str], Iterable[Found]]


def facts(text: str) -> list[Fact]:
    """Every fact, in the order of their kinds; the text may have any length."""
    return [fact for start in range(0, len(text), _PIECE) for fact in _of_piece(text[start : start + _PIECE])]


@lru_cache(maxsize=256)
def _of_piece(text: str) -> tuple[Fact, ...]:
    """Remembered, because the same passages are evidence again and again."""
    found: list[Fact] = []
    rest = plain(text)
    for reader in _READERS:
        if reader is _ids:
            rest = without_tags(rest)
        rest, more = _take(rest, reader)
        found += more
    return tuple(found)


def _take(text: str, reader: _Reader) -> tuple[str, list[Fact]]:
    taken = bytearray(len(text))
    found = []
    for start, end, fact in reader(text):
        if 1 in taken[start:end]:
            continue
        taken[start:end] = b"\1" * (end - start)
        # 1/2 USDT and 1e3 USDT are no amounts of 2 and of 3.
        glued = _GLUED.search(text, max(0, start - _LOOK_BACK), start) if fact.kind in _MEASURES else None
        found.append(fact._replace(value=glued[0] + fact.value) if glued else fact)
    if not found:
        return text, found
    return "".join(_BLANK if blank else character for character, blank in zip(text, taken, strict=True)), found


def _ids(text: str) -> Iterator[Found]:
    for one in find(text):
        yield Found(one.start, one.end, Fact("id", one.value, one.text))


def _networks(text: str) -> Iterator[Found]:
    for one in mentions(text):
        if one.kind == "network":
            yield Found(one.start, one.end, Fact("network", one.value, one.text))


def _tokens(text: str) -> Iterator[Found]:
    """Order numbers, codes, versions: letters and digits in one piece, and words that nobody writes."""
    for one in _TOKEN.finditer(text):
        written = one.group()
        if written.lower() in _EVERYDAY:
            yield Found(*one.span(), Fact("id", "", written))
        elif _MIXED.match(written) or len(written) >= _LONG_WORD:
            yield Found(*one.span(), Fact("id", written.lower() if len(written) < _SHORT else written, written))
    for dotted in _DOTTED.finditer(text):
        if not _GROUPED.fullmatch(dotted.group()):
            yield Found(*dotted.span(), Fact("id", dotted.group(), dotted.group()))


def _numbers(text: str) -> Iterator[Found]:
    for one in _IN_WORDS.finditer(text):
        # Small ones are words of every sentence: one of, two ways, 一下.
        if one.group().lower() != _I_AM and (value := number_value(one.group())).isdigit() and int(value) > _SMALL:
            yield Found(*one.span(), Fact("number", value, one.group()))
    for one in _NUMBER.finditer(text):
        yield Found(*one.span(), Fact("number", number_value(one.group().strip()), one.group().strip()))


_READERS: tuple[_Reader, ...] = (links, _ids, dates, clocks, shares, money, durations, _networks, _tokens, days, _numbers)
