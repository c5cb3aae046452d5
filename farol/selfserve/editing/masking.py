"""Words of tickets without what tells who somebody is or what they own, for texts that may become public.

It masks too much rather than too little: an editor puts back what is a rule, and never has to take out what is a person.
"""

import re
from collections.abc import Iterable

from farol.core import chains
from farol.core.shield import scrub
from farol.kit.i18n import Lang, Say

HIDDEN: dict[str, Say] = {
    "amount": Say("〔数额〕", "[amount]"),
    "id": Say("〔编号〕", "[id]"),
    "link": Say("〔链接〕", "[link]"),
    "mail": Say("〔邮箱〕", "[mail]"),
    "name": Say("〔姓名〕", "[name]"),
    "number": Say("〔号码〕", "[number]"),
    "time": Say("〔时间〕", "[time]"),
}
"""What stands in the place of what was masked, by its kind."""
LONGEST = 20_000
_SMALLEST_NAME = 2
_CURRENCY = r"USDT|USDC|BTC|ETH|USD|EUR|CNY|RUB|[A-Z]{3,6}|元|块|美元|欧元|刀|个?[Uu](?![A-Za-z])"
Patterns = tuple[tuple[str, re.Pattern[str]], ...]
_WHOLE: Patterns = (
    ("link", re.compile(r"https?://[^\s，。）)]+|www\.[^\s，。）)]+", re.I)),
    ("mail", re.compile(r"[\w.+-]{1,64}[@＠][\w-]{1,63}(?:\.[\w-]{1,63})+", re.I)),
    ("name", re.compile(r"@\w{3,}")),
)
"""Masked before names are, because each of them may hold one."""
_PATTERNS: Patterns = (
    ("id", re.compile(r"FRL-\d{4}-\d{4,12}|(?<![0-9A-Za-z])(?=[0-9A-Za-z_-]*\d)(?=[0-9A-Za-z_-]*[A-Za-z])[0-9A-Za-z_-]{8,}(?![0-9A-Za-z])", re.I)),
    ("time", re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}:\d{2}(?::\d{2})?")),
    ("number", re.compile(r"\+?\d[\d\s().-]{6,}\d")),
    ("amount", re.compile(rf"(?:[$€£¥₽]\s?)\d[\d,.]*|\d[\d,]*(?:\.\d+)?\s?(?:{_CURRENCY})(?![a-z])|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+\.\d{{2,}}")),
    ("number", re.compile(r"\d{5,}")),
)


def masked(words: str, language: Lang, names: Iterable[str] = ()) -> str:
    """The words with placeholders. names: of the people in the ticket; each is masked as a whole and by its parts.

    A tag such as ``USDT`` alone, a number of minutes or of confirmations stays: those are rules more often than data.
    """
    text = scrub(words[:LONGEST]).text
    for found in sorted(chains.find(text), key=lambda one: -len(one.text)):
        text = text.replace(found.text, HIDDEN["id"].text(language))
    for kind, pattern in _WHOLE:
        text = pattern.sub(HIDDEN[kind].text(language), text)
    for name in sorted(_parts(names), key=len, reverse=True):
        text = re.sub(rf"(?<![0-9A-Za-z]){re.escape(name)}(?![0-9A-Za-z])", HIDDEN["name"].text(language), text, flags=re.I)
    for kind, pattern in _PATTERNS:
        text = pattern.sub(HIDDEN[kind].text(language), text)
    return text


def _parts(names: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for name in names:
        whole = " ".join(name.split())
        for part in (whole, *whole.split(" ")):
            if len(part) > _SMALLEST_NAME or (len(part) == _SMALLEST_NAME and not part.isascii()):
                found.add(part)
    return found
