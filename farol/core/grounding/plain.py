"""Text as a reader sees it: entities, widths, digits of other scripts, emphasis and invisible characters resolved."""

import html
import re
import unicodedata

import regex  # type: ignore[import-untyped]

_HIDING = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Turns the order of what is shown, or shows nothing at all."""
_INVISIBLE = regex.compile(r"\p{Cf}+")
_OTHER_DIGIT = regex.compile(r"[\p{Nd}--[0-9]]", regex.V1)
_SIGNS = str.maketrans({"٫": ".", "٬": ",", "٪": "%", "’": "'", "−": "-", "–": "-", "—": "-", "〜": "~", "：": ":", "⁄": "/", "廿": "二十", "卅": "三十"})
_EMPHASIS = re.compile(r"\*+|`+|~~|\\(?=[!-/:-@\[-`{-~])")
_SPACED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?: \d{3})+(?!\d)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


def hiding(text: str) -> list[str]:
    """Each kind of character that is there to deceive, as its code point."""
    return sorted({f"U+{ord(found):04X}" for found in _HIDING.findall(html.unescape(text))})


def plain(text: str) -> str:
    """The visible words. Markup of links stays, because links are read from it."""
    text = unicodedata.normalize("NFKC", html.unescape(text))
    text = _OTHER_DIGIT.sub(lambda one: str(unicodedata.decimal(one[0])), _INVISIBLE.sub("", text))
    text = _EMPHASIS.sub("", text.translate(_SIGNS))
    return _SPACED.sub(lambda number: number[0].replace(" ", ""), text)


def without_tags(text: str) -> str:
    """The text without HTML: what a tag cuts apart is read as one."""
    return _TAG.sub("", text)
