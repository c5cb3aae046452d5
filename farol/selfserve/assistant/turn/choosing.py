"""Which of the choices of the last turn the customer means: by its label, its number, or a plain yes or no."""

import unicodedata

from farol.selfserve.assistant.model import Offer

LONGEST = 200
_EDGES = " \t\r\n.。!！?？,，、;；:：\"'“”‘’()（）"
_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "第一个": 1, "第二个": 2, "第三个": 3, "one": 1, "two": 2, "three": 3, "first": 1, "second": 2, "third": 3}
_YES = frozenset(("是", "是的", "对", "好", "好的", "清楚", "清楚了", "解决了", "yes", "y", "yep", "yeah", "ok", "да", "sí", "si", "sim", "có", "evet", "네", "はい", "نعم"))
_NO = frozenset(("不", "不是", "没有", "没", "没用", "不行", "没解决", "没有解决", "no", "n", "nope", "not really", "нет", "não", "nao", "không", "hayır", "아니요", "いいえ", "لا"))


def chosen(offered: list[Offer], said: str) -> Offer | None:
    """The choice; None where the words are none of them."""
    plain = _plain(said)
    if not offered or not plain or len(said) > LONGEST:
        return None
    number = _NUMBERS.get(plain) or (int(plain) if plain.isdecimal() and len(plain) == 1 else 0)
    if number:
        return offered[number - 1] if number <= len(offered) else None
    for one in offered:
        if _plain(one.label) == plain:
            return one
    by_end = {one.to: one for one in offered}
    if plain in _YES:
        return by_end.get("yes")
    return by_end.get("no") if plain in _NO else None


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split()).strip(_EDGES)
