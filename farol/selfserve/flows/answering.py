"""Which of the choices an answer means: its label, its number, or a plain yes or no."""

import re
import unicodedata

from .model import Option

_NUMBER = re.compile(r"[(（\[]?\s*([1-9])\s*[)）\].、。:：]?")
_YES = frozenset(("是", "是的", "对", "对的", "好", "好了", "可以", "可以了", "解决", "解决了", "已解决", "yes", "y", "yep", "yeah", "ok", "okay", "solved", "it works", "done"))
_NO = frozenset(("不", "不是", "否", "没", "没有", "还没", "还没有", "不行", "没解决", "没有解决", "未解决", "no", "n", "nope", "not solved", "not yet"))
_EDGES = " \t\r\n.。!！?？,，、;；:：\"'“”‘’"
LONGEST = 200
"""Longer words are no press of a button."""


def chosen(options: list[Option], said: str) -> Option | None:
    """The option, None where the words are none of them."""
    if not options or len(said) > LONGEST:
        return None
    plain = _plain(said)
    if number := _NUMBER.fullmatch(unicodedata.normalize("NFKC", said).strip()):
        place = int(number[1])
        return options[place - 1] if place <= len(options) else None
    by_label = [one for one in options if _plain(one.label) == plain]
    if by_label:
        return by_label[0]
    ends = {one.to: one for one in options}
    if plain in _YES:
        return ends.get("solved")
    return ends.get("unsolved") if plain in _NO else None


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split()).strip(_EDGES)
