"""Which of the choices an answer means: its label, its number, or a plain yes or no."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Protocol, TypeVar

_AROUND = (
    r"(?:i (?:choose|pick|take|want)|number|option|choice|answer|nr|no|num|the|选择?|選擇?|我?[选選]|第|номер|вариант|opci[oó]n|op[cç][aã]o|n[uú]mero|la|el|o|a|số|chọn"
    r"|seçenek|رقم|الخيار|خيار|番号|选项|選項)")
_NUMBER = re.compile(
    rf"(?:{_AROUND}[\s.:#]*){{0,3}}[(（\[#]?\s*(?P<n>[1-9]|[一二三四])\s*[)）\].、。:：\ufe0f\u20e3]{{0,2}}"
    r"(?:\s?(?:个|個|号|號|项|項|番|번|st|nd|rd|th|ый|ой|ий|ª|º|one|please|pls|吧|谢谢|謝謝|です|お願いします|번이요)){0,3}[.。!！]?", re.IGNORECASE)
_WORDED = {
    "one": 1, "first": 1, "the first": 1, "the first one": 1, "first one": 1, "two": 2, "second": 2, "the second": 2, "the second one": 2, "second one": 2,
    "three": 3, "third": 3, "the third": 3, "the third one": 3, "third one": 3, "第一": 1, "第二": 2, "第三": 3,
    "первый": 1, "первое": 1, "первая": 1, "второй": 2, "второе": 2, "вторая": 2, "третий": 3, "третье": 3, "третья": 3,
    "la primera": 1, "el primero": 1, "primero": 1, "primera": 1, "la segunda": 2, "el segundo": 2, "segundo": 2, "segunda": 2, "tercero": 3, "la tercera": 3,
    "o primeiro": 1, "primeiro": 1, "o segundo": 2, "o terceiro": 3, "terceiro": 3, "birinci": 1, "ikinci": 2, "üçüncü": 3,
    "الأول": 1, "الاول": 1, "الثاني": 2, "الثالث": 3, "첫번째": 1, "첫 번째": 1, "두번째": 2, "두 번째": 2, "세번째": 3, "세 번째": 3,
}  # fmt: skip
_HAN = {"一": 1, "二": 2, "三": 3, "四": 4}
YES = frozenset((
    "是", "是的", "对", "对的", "好", "好的", "好了", "可以", "可以了", "清楚", "清楚了", "解决", "解决了", "已解决", "解決了", "yes", "y", "yep", "yeah", "ok", "okay", "solved",
    "it works", "done", "да", "решено", "sí", "si", "resuelto", "sim", "resolvido", "có", "rồi", "evet", "çözüldü", "네", "예", "해결됐어요", "はい", "解決しました", "نعم", "تم الحل"))
NO = frozenset((
    "不", "不是", "否", "没", "没有", "沒有", "还没", "还没有", "没用", "不行", "没解决", "没有解决", "未解决", "沒解決", "no", "n", "nope", "not really", "not solved", "not yet", "нет",
    "не решено", "não", "nao", "không", "chưa", "hayır", "çözülmedi", "아니요", "아니오", "いいえ", "まだです", "لا", "لم يحل"))
_EDGES = " \t\r\n.。!！?？,，、;；:：\"'“”‘’()（）"
LONGEST = 200
"""Longer words are no press of a button."""


class Labelled(Protocol):
    """A choice with what it says and where it leads."""

    @property
    def label(self) -> str: ...
    @property
    def to(self) -> str: ...


One = TypeVar("One", bound=Labelled)


def chosen(options: Sequence[One], said: str) -> One | None:
    """The option, None where the words are none of them."""
    plain = _plain(said)
    if not options or not plain or len(said) > LONGEST:
        return None
    by_label = [one for one in options if _plain(one.label) == plain]
    if by_label:
        return by_label[0]
    if place := numbered(said):
        return options[place - 1] if place <= len(options) else None
    ends = {one.to: one for one in options}
    if plain in YES:
        return ends.get("solved") or ends.get("yes")
    return (ends.get("unsolved") or ends.get("no")) if plain in NO else None


def numbered(said: str) -> int:
    """The place that words name and nothing else: ``2``, ``٢``, ``(2)``, ``选 2``, ``第二个``, ``the second one``; 0 for none."""
    plain = "".join(str(unicodedata.digit(one)) if one.isdecimal() else one for one in _plain(said))
    if place := _WORDED.get(plain):
        return place
    found = _NUMBER.fullmatch(plain)
    return (_HAN.get(found["n"]) or int(found["n"])) if found else 0


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split()).strip(_EDGES)
