"""What says nothing of a language goes before one listens: ids, addresses, links, amounts, tickers, the trade's own words."""

import re
import unicodedata
from importlib import resources

_MASK = re.compile(r"〔[^〕]{1,12}已删除〕|\[[A-Za-z -]{1,20} removed\]")
_LINK = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+|\b[\w-]+\.(?:com|io|org|net|app)\b\S*", re.I | re.A)
_ID = re.compile(r"[A-Za-z0-9_#./:+$%&=*~^|<>-]*\d[A-Za-z0-9_#./:+$%&=*~^|<>-]*", re.A)
_LONG = re.compile(r"[A-Za-z]{24,}")
_NO_LETTER = re.compile(r"[^\w'’]+|[\d_]+")
_TRADE = frozenset(resources.files(__package__).joinpath("trade.txt").read_text("utf-8").split())
"""Tickers, networks, brands and the trade's words, which every language borrows."""


def strip(text: str) -> str:
    """The words that can be heard, apart by one blank; empty when none is left."""
    plain = unicodedata.normalize("NFKC", text)
    for pattern in (_MASK, _LINK, _ID, _LONG):
        plain = pattern.sub(" ", plain)
    words = _NO_LETTER.sub(" ", plain).split()
    return " ".join(word for word in words if word.casefold() not in _TRADE and not (word.isupper() and word.isascii() and _ticker(word, words)))


def _ticker(word: str, words: list[str]) -> bool:
    """Short capitals among other writing are a ticker; where everything is in capitals, somebody is shouting."""
    return 2 <= len(word) <= 5 and any(not other.isupper() for other in words)
