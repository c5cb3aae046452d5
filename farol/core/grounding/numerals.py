"""Numbers as they stand before a unit: in digits with their scale, in Chinese, and in words of several languages."""

import re
from decimal import Decimal

from farol.core.chains.numbers import DIGITS, EXACT, HAN, digits_value, han_value, shown

_SCALES = {
    "thousand": 1_000, "million": 10**6, "billion": 10**9, "万": 10_000, "萬": 10_000, "亿": 10**8, "億": 10**8, "千": 1_000,
    "тыс": 1_000, "тысяч": 1_000, "тысячи": 1_000, "тысяча": 1_000, "млн": 10**6, "миллион": 10**6, "миллиона": 10**6,
    "миллионов": 10**6, "mil": 1_000, "millones": 10**6, "millón": 10**6, "milhões": 10**6, "milhão": 10**6, "nghìn": 1_000,
    "ngàn": 1_000, "triệu": 10**6, "bin": 1_000, "milyon": 10**6, "천": 1_000, "만": 10_000, "백만": 10**6, "억": 10**8,
    "ألف": 1_000, "آلاف": 1_000, "مليون": 10**6,
}  # fmt: skip
_WORDS = {
    "half an": "0.5", "half a": "0.5", "an": "1", "a": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "fourteen": "14",
    "fifteen": "15", "twenty": "20", "twenty four": "24", "twenty-four": "24", "thirty": "30", "forty eight": "48",
    "forty-eight": "48", "sixty": "60", "ninety": "90", "hundred": "100", "a hundred": "100", "one hundred": "100",
    "un": "1", "una": "1", "media": "0.5", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6", "siete": "7",
    "ocho": "8", "nueve": "9", "diez": "10", "doce": "12", "quince": "15", "veinte": "20", "veinticuatro": "24", "treinta": "30",
    "um": "1", "uma": "1", "meia": "0.5", "dois": "2", "duas": "2", "três": "3", "quatro": "4", "sete": "7", "oito": "8",
    "nove": "9", "dez": "10", "doze": "12", "quinze": "15", "vinte": "20", "vinte e quatro": "24", "trinta": "30",
    "один": "1", "одного": "1", "одной": "1", "полчаса": "0.5", "два": "2", "две": "2", "двух": "2", "три": "3", "трёх": "3",
    "трех": "3", "четыре": "4", "четырёх": "4", "пять": "5", "пяти": "5", "шесть": "6", "семь": "7", "семи": "7", "восемь": "8",
    "девять": "9", "десять": "10", "десяти": "10", "двенадцать": "12", "пятнадцать": "15", "двадцать": "20",
    "двадцать четыре": "24", "тридцать": "30", "một": "1", "hai": "2", "ba": "3", "bốn": "4", "năm": "5", "sáu": "6",
    "bảy": "7", "tám": "8", "chín": "9", "mười": "10", "bir": "1", "yarım": "0.5", "iki": "2", "üç": "3", "dört": "4",
    "beş": "5", "altı": "6", "yedi": "7", "sekiz": "8", "dokuz": "9", "on": "10", "yirmi dört": "24", "한": "1", "두": "2",
    "세": "3", "네": "4", "다섯": "5", "여섯": "6", "일곱": "7", "여덟": "8", "아홉": "9", "열": "10", "ثلاث": "3", "ثلاثة": "3",
    "أربع": "4", "أربعة": "4", "خمس": "5", "خمسة": "5", "ست": "6", "ستة": "6", "سبع": "7", "سبعة": "7", "ثماني": "8",
    "ثمانية": "8", "تسع": "9", "تسعة": "9", "عشر": "10", "عشرة": "10",
}  # fmt: skip


def one_of(words: object) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


_END = r"(?![^\W\d_])"
_DIGITS = rf"(?<![0-9])(?<!\d[.,]){DIGITS}"
SCALED = rf"{_DIGITS}(?:\s?(?:{one_of(w for w in _SCALES if ord(w[0]) > 0x2e80)})|\s?(?:{one_of(w for w in _SCALES if ord(w[0]) <= 0x2e80)}){_END}|k{_END})?"
"""A number in digits with what multiplies it."""
NUMBER = rf"(?:{SCALED}|(?<![{HAN}])[{HAN}]{{1,24}}|(?<![^\W\d_])(?:{one_of(_WORDS)})(?![^\W\d_]))"
_PARTS = re.compile(rf"(?P<digits>{_DIGITS})\s?(?P<scale>\D+)?", re.IGNORECASE)
_TWO_WAYS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def number_value(written: str) -> str:
    """The number in one spelling: 1,000 and 一千 are ``1000``. ``1.000`` is a thousand in some countries and one in others:
    it is only like itself."""
    found = _PARTS.fullmatch(written)
    if found is None:
        word = _WORDS.get(written.lower())
        if word:
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
