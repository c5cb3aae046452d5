"""Letters of other alphabets that look like Latin ones, and digits of other scripts, made plain one for one."""

import re

_CYRILLIC = ("АВЕЅІЈКМНОРСТУХаеіјорсухѕԁһӏЅѵ", "ABESIJKMHOPCTYXaeijopcyxsdhlSv")
_GREEK = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοικ", "ABEZHIKMNOPTYXavoik")
_LETTERS = {ord(a): b for odd, plain in (_CYRILLIC, _GREEK) for a, b in zip(odd, plain, strict=True)}
_DIGITS = {
    start + value: str(value) for start in (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50) for value in range(10)
}
_ODD = "".join(map(chr, _LETTERS))
_MIXED = re.compile(rf"[0-9A-Za-z{_ODD}]{{25,2000}}")
_ANY = re.compile(f"[{_ODD}]")
_MOST_ODD = 4
"""An id of which more than one letter in this many is foreign is a word of another language."""


def plain_letters(text: str) -> str:
    """The same text with look-alike letters as the Latin ones they resemble; offsets stay."""
    return text.translate(_LETTERS)


def plain_digits(text: str) -> str:
    """Arabic-Indic, Persian, Devanagari, Bengali and Thai digits as 0 to 9; offsets stay."""
    return text if text.isascii() else text.translate(_DIGITS)


def mixed_runs(text: str) -> list[tuple[int, int]]:
    """Spans long enough for an id, mostly Latin letters and digits, with some look-alikes among them."""
    if text.isascii() or not _ANY.search(text):
        return []
    found = []
    for run in _MIXED.finditer(text):
        odd = len(_ANY.findall(run.group()))
        if odd and odd * _MOST_ODD <= len(run.group()):
            found.append(run.span())
    return found
