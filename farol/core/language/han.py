"""Telling Simplified, Traditional and Japanese apart by their characters, from OpenCC's tables."""

from functools import cache
from typing import NamedTuple

from opencc import OpenCC

_RANGE = [chr(code) for code in range(0x4E00, 0xA000)]
_BOTH = frozenset(
    "后里台干面只余松谷丰斗卜系冲云几丑占吁咸姜家征御恒才折曲朱札杰板极注泛游灶皂百秋致舍范表采雇准制划别千卷厂合吊吃同向回困岳幸并广彩志念愿托"
    "杯核梁欲沈涂私秤穗筑签累网腊苏药虫蜡郁须髻么了仆当伙克党冬升证症占夸局届布帘弥扎据卤唇升坛够姬娘它峰庄强床弃托抬拐搜敬斤晒床恶凄朴巨佣伪" 
)
"""Characters that Traditional Chinese writes too, in another meaning."""
_CANTONESE = frozenset("嘅咗喺冇佢哋嚟啲乜嘢咁唔")


class Tables(NamedTuple):
    """Characters that only one way of writing has."""

    simplified: frozenset[str]
    traditional: frozenset[str]
    japanese: frozenset[str]


@cache
def tables() -> Tables:
    """From OpenCC's character tables, read once (20 ms)."""
    to_simple, to_full, to_old = (_each(OpenCC(name)) for name in ("t2s", "s2t", "jp2t"))
    simplified = {one for one in _RANGE if to_full[one] != one and to_simple.get(to_full[one]) == one} - _BOTH
    traditional = {one for one in _RANGE if to_simple[one] != one}
    japanese = {one for one in _RANGE if to_old[one] != one} - simplified - traditional - _BOTH
    # What Japanese shares with Simplified says neither.
    return Tables(frozenset(simplified), frozenset(traditional | _CANTONESE), frozenset(japanese))


def _each(converter: OpenCC) -> dict[str, str]:
    turned = converter.convert("\n".join(_RANGE)).split("\n")
    return dict(zip(_RANGE, turned, strict=True))


def written(text: str) -> tuple[str, float]:
    """``zh-Hans``, ``zh-Hant`` or ``ja`` for words in Han characters without kana, and how sure that is.

    Words that both ways of writing share are taken for Simplified, surely enough to begin a ticket in Chinese and never to turn one.
    """
    known = tables()
    simple, full, old = (sum(one in table for one in text) for table in known)
    if old and not simple and old >= full:
        return "ja", 0.9
    if simple == full:
        return "zh-Hans", 0.75
    most = max(simple, full)
    return ("zh-Hans" if simple > full else "zh-Hant"), most / (simple + full)
