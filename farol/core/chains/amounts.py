"""Amounts with their coin in free text: 1,000.5 USDT, 5U, 两千U, 1.2万个, 0,5 BTC, BTC: 0.3."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .coins import coin, coins
from .numbers import DIGITS, HAN, digits_value, han_value, scaled, shown

_ABOUT = re.compile(r"(?:约|大约|大概|差不多|将近|about|around|approx\.?|roughly|~|≈|около)\s{0,2}$", re.IGNORECASE)
_LOOK_BACK = 10
_MORE = "多来余几"


class AmountMention(NamedTuple):
    """``value`` is exact and plain, ``coin`` a ticker. about: the writer did not mean it to the last digit."""

    start: int
    end: int
    value: str
    coin: str
    about: bool


def _names(*, capitals: bool) -> str:
    """Tickers and Latin names, longest first; those that are words too on request."""
    every = {code for code, one in coins().items() if len(code) > 1 and one.capitals == capitals}
    if not capitals:
        every |= {name for one in coins().values() for name in one.names if name.isascii()}
    return "|".join(re.escape(name).replace(r"\ ", r"\s") for name in sorted(every, key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    plain, words = _names(capitals=False), _names(capitals=True)
    other = "|".join(
        sorted((n for one in coins().values() for n in one.names if not n.isascii()), key=len, reverse=True)
    )
    name = rf"(?:(?i:{plain}|{words}|u)(?![0-9A-Za-z]|盾|盘)|(?i:{other}))"
    after = (
        rf"(?:(?<![0-9A-Za-z.])(?<!\d,)(?P<number>{DIGITS})\s{{0,2}}(?P<scale>(?i:[万萬千百亿億wkm]))?(?P<tail>[1-9](?=[^\d]))?"
        rf"|(?P<han>[{HAN}]{{1,24}}))"
        rf"(?P<more>[{_MORE}])?\s{{0,2}}[个枚颗個顆块]?(?:的)?\s{{0,2}}(?P<coin>{name})"
    )
    before = (
        rf"(?<![0-9A-Za-z])(?P<coin2>(?i:{plain})|{words})\s{{0,2}}[:：=]?\s{{0,2}}"
        rf"(?P<number2>{DIGITS})(?P<scale2>[万萬亿億])?(?![\dA-Za-z.:/]|[-]\d|\s{{0,2}}(?:[年月日点點号號笔次]))"
    )
    return re.compile(f"{after}|{before}")


def amounts(text: str) -> Iterator[AmountMention]:
    """Every amount in order; the text must be clean already (see ``clean``)."""
    for found in _pattern().finditer(text):
        written = found["coin"] or found["coin2"]
        known = coin(re.sub(r"\s", " ", written))
        if known is None:
            continue
        if found["han"]:
            number = han_value(found["han"])
            if number is None:
                continue
        else:
            tail = (found["tail"] or "") if found["scale"] else ""
            if found["tail"] and not found["scale"]:
                continue
            number = scaled(digits_value(found["number"] or found["number2"]), found["scale"] or found["scale2"] or "", tail)
        about = bool(found["more"] or _ABOUT.search(text, max(0, found.start() - _LOOK_BACK), found.start()))
        yield AmountMention(*found.span(), shown(number), known.code, about)
