"""Numbers as people write them, kept exact: separators of several countries, Chinese numerals, 万 and k."""

import re
from decimal import Context, Decimal

EXACT = Context(prec=120)
"""Wide enough for 40 digits on each side of the point and any scale."""
SCALES = {"万": 10_000, "萬": 10_000, "w": 10_000, "千": 1_000, "k": 1_000, "百": 100, "亿": 10**8, "億": 10**8, "m": 10**6}
_ONES = {c: value for value, pair in enumerate(("零〇", "一壹", "二两兩贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")) for c in pair}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000}
_BIG = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
HAN = "".join(_ONES) + "".join(_UNITS) + "".join(_BIG) + "点點半"
"""Every character a Chinese numeral is written with."""
DIGITS = (
    r"(?:\d{1,3}(?:[,'’\u00a0\u202f]\d{3}){1,12}(?:\.\d{1,40})?"  # 1,000.5 and 1'000.5
    r"|\d{1,3}(?:\.\d{3}){1,12},\d{1,40}|\d{1,3}(?:\.\d{3}){2,12}"  # 1.000,5 and 1.000.000
    r"|\d{1,40}(?:[.,]\d{1,40})?|\.\d{1,40})"  # 0.5 and 0,5
)
"""A number in digits, as a pattern without groups. What each form means is said by ``digits_value``."""
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")


def digits_value(text: str) -> Decimal:
    """The value of what ``DIGITS`` matched. A comma before exactly three digits separates thousands, else it is a point;
    ``0,500`` is a half, because nobody writes a zero before thousands."""
    plain = re.sub("['’\u00a0\u202f]", "", text)
    if _EUROPEAN.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    elif plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    return Decimal(plain.replace(",", ""))


def han_value(text: str) -> Decimal | None:
    """The value of a Chinese numeral: 两千, 三万二 (32,000), 一百五 (150), 一点五, 半, 十二; None when it is none."""
    if text == "半":
        return Decimal("0.5")
    half = Decimal("0.5") if text.endswith("半") and len(text) > 1 else Decimal(0)
    whole, point, rest = text.rstrip("半").replace("點", "点").partition("点")
    base = _whole(whole)
    if base is None:
        return None
    if point:
        tail, scale = (rest[:-1], _BIG[rest[-1]]) if rest and rest[-1] in _BIG else (rest, 1)
        if not tail or any(c not in _ONES for c in tail):
            return None
        number = Decimal(f"{base}." + "".join(str(_ONES[c]) for c in tail))
        return EXACT.multiply(number, Decimal(scale))
    last = whole[-1]
    step = _BIG.get(last) or _UNITS.get(last) or 1
    return EXACT.add(Decimal(base), EXACT.multiply(half, Decimal(step)))


def _whole(text: str) -> int | None:
    if not text or len(text) > 24:
        return None
    if all(c in _ONES for c in text):
        return int("".join(str(_ONES[c]) for c in text))
    total = section = 0
    one: int | None = None
    unit = 1
    for c in text:
        if c in _ONES:
            one = _ONES[c]
            unit = 1 if one == 0 else unit
        elif c in _UNITS:
            section += (1 if one is None else one) * _UNITS[c]
            one, unit = None, _UNITS[c]
        elif c in _BIG:
            section += one or 0
            total = (total + (section or 1)) * _BIG[c] if _BIG[c] > 10**4 else total + (section or 1) * _BIG[c]
            section, one, unit = 0, None, _BIG[c]
        else:
            return None
    # A last digit straight after a unit counts tenths of it: 三万二 is 32,000, but 三万零二 is 30,002.
    if one:
        section += one * (unit // 10 if unit > 10 and text[-2] not in "零〇" else 1)
    return total + section


def shown(number: Decimal) -> str:
    """Plain digits without an exponent and without zeros at the end: nothing is rounded."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def scaled(number: Decimal, scale: str, tail: str = "") -> Decimal:
    """The number times what stands after it; ``tail`` is a digit after it, as 5 in 1万5."""
    if not scale:
        return number
    step = SCALES[scale.lower()]
    extra = EXACT.multiply(Decimal(tail), Decimal(step // 10)) if tail else Decimal(0)
    return EXACT.add(EXACT.multiply(number, Decimal(step)), extra)
