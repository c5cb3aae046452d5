"""Numbers as they stand before a unit: in digits with their scale, in Chinese, and in words of several languages."""

import re
from decimal import Decimal

from farol.core.chains.numbers import DIGITS, EXACT, HAN, digits_value, han_value, shown

from .number_words import WORDED, worded_value

_SCALES = {
    "thousand": 1_000, "million": 10**6, "billion": 10**9, "万": 10_000, "萬": 10_000, "亿": 10**8, "億": 10**8, "千": 1_000,
    "тыс": 1_000, "тысяч": 1_000, "тысячи": 1_000, "тысяча": 1_000, "млн": 10**6, "миллион": 10**6, "миллиона": 10**6,
    "миллионов": 10**6, "mil": 1_000, "millones": 10**6, "millón": 10**6, "milhões": 10**6, "milhão": 10**6, "nghìn": 1_000,
    "ngàn": 1_000, "triệu": 10**6, "bin": 1_000, "milyon": 10**6, "천": 1_000, "만": 10_000, "백만": 10**6, "억": 10**8,
    "ألف": 1_000, "آلاف": 1_000, "مليون": 10**6,
}  # fmt: skip

def one_of(words: object) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


_END = r"(?![^\W\d_])"
_DIGITS = rf"(?<![0-9])(?<!\d[.,]){DIGITS}"
SCALED = rf"{_DIGITS}(?:\s?(?:{one_of(w for w in _SCALES if ord(w[0]) > 0x2e80)})|\s?(?:{one_of(w for w in _SCALES if ord(w[0]) <= 0x2e80)}){_END}|k{_END})?"
"""A number in digits with what multiplies it."""
NUMBER = rf"(?<![A-Za-z_])(?:{SCALED}|(?<![{HAN}])[{HAN}]{{1,24}}|{WORDED})"
_PARTS = re.compile(rf"(?P<digits>{_DIGITS})\s?(?P<scale>\D+)?", re.IGNORECASE)
_TWO_WAYS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def number_value(written: str) -> str:
    """The number in one spelling: 1,000 and 一千 are ``1000``. ``1.000`` is a thousand in some countries and one in others:
    it is only like itself."""
    found = _PARTS.fullmatch(written)
    if found is None:
        if word := worded_value(written):
            return word
        han = han_value(written)
        return written if han is None else shown(han)
    digits = found["digits"]
    if _TWO_WAYS.fullmatch(digits):
        return written.replace(" ", "").lower() if found["scale"] else digits
    value = digits_value(digits)
    scale = (found["scale"] or "").strip().lower()
    return shown(EXACT.multiply(value, Decimal(1_000 if scale == "k" else _SCALES.get(scale, 1))))


def times(value: str, factor: str) -> str | None:
    """The product in one spelling; None when the value is none that can be counted with."""
    try:
        if _TWO_WAYS.fullmatch(value):
            return None
        return shown(EXACT.multiply(Decimal(value), Decimal(factor)))
    except ArithmeticError:
        return None
