"""The guard of public words: they hold nothing that belongs to one person. Pure.

It refuses rather too much. An answer in public says that we wrote in private, or where a general page stands; whoever needs a figure
links a published article, where it is the same for everybody.
"""

import re
import unicodedata
from collections.abc import Iterable

import regex  # type: ignore[import-untyped]

from farol.core.chains import find
from farol.kit.text import fold

ALLOWED = ("2fa", "24/7", "7x24", "7*24")
"""The only figures that may stand in public: names, not values."""
_LINK = re.compile(r"https?://\S+")
_MAIL = re.compile(r"[@＠]|\b(at)\b\s*\w+\s*\b(dot)\b", re.I)
_LONG = re.compile(r"[A-Za-z]{24,}")
_NUMERALS = re.compile(r"[零〇一二三四五六七八九两壹贰叁肆伍陆柒捌玖]{3,}")
_SPELT = re.compile(r"\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b[\s,.-]*){3,}", re.I)
_TICKET = re.compile(r"\b(frl|uid|txid|ticket|case|order)\b\s*[:=：-]*\s*(no\b\.?|number|id\b|#|号)|\b(frl|uid|txid)\b", re.I)
_WORD = regex.compile(r"[\p{L}\p{N}]{2,}")
_GENERAL = frozenset(["the", "support", "team", "help", "service", "customer", "exchange", "official", "user", "admin", "and", "for", "you", "our"])


def personal(text: str, names: Iterable[str] = ()) -> str:
    """What in these words could belong to one person: ``number``, ``mail``, ``hash``, ``name`` or ``ticket``; empty when nothing does.

    names: of the author and the customer, as they are shown anywhere. Links stand apart: the guard of replies knows which are ours.
    """
    bare = _LINK.sub(" ", unicodedata.normalize("NFKC", text))
    bare = "".join(" " if unicodedata.category(c) in ("Cf", "Cc") and c not in "\n\t" else c for c in bare)
    joined = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    if next(iter(find(joined)), None) or _LONG.search(bare):
        return "hash"
    if _MAIL.search(bare):
        return "mail"
    if _TICKET.search(bare):
        return "ticket"
    rest = bare.lower()
    for allowed in ALLOWED:
        rest = re.sub(rf"(?<!\w){re.escape(allowed)}(?!\w)", " ", rest)
    if any(unicodedata.category(c) in ("Nd", "Nl", "No") for c in rest) or _NUMERALS.search(rest) or _SPELT.search(rest):
        return "number"
    if any(_within_link(link) for link in _LINK.findall(text)):
        return "number"
    return "name" if _named(fold(bare), names) else ""


def _within_link(link: str) -> bool:
    """An address that leads to one person's page has a long figure in it, or words after a question mark."""
    return bool(re.search(r"\d{4,}|[?#]", link))


def _named(plain: str, names: Iterable[str]) -> bool:
    said = set(_WORD.findall(plain))
    close = re.sub(r"\s+", "", plain)
    for name in names:
        folded = fold(name)
        whole = re.sub(r"\s+", "", folded)
        if len(whole) >= 2 and not whole.isascii() and whole in close:
            return True
        parts = {part for part in _WORD.findall(folded) if part not in _GENERAL}
        if parts & said or (len(whole) >= 4 and whole in close):
            return True
    return False
