"""Senders who look like us, or like an exchange that people know: by the name they show, or by a domain one slip away from another's.

The names and domains of others stand in ``exchanges.json``. A flag for the staff, never a reason to lose a mail.
"""

import functools
import json
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from farol.core.chains.alike import plain_letters

_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_DIGITS = str.maketrans("0134578", "oieastb")
_SERVICE = re.compile(
    r"support|service|help ?(desk|cent)|customer ?care|security|official|team|admin|客服|官方|客户服务|客戶服務|安全中心|支持|поддержк|サポート|고객", re.IGNORECASE)
_LEAST = 4
"""A name of fewer letters is found only as a word of its own: too many words hold it."""


@functools.cache
def exchanges() -> dict[str, tuple[str, ...]]:
    """Names and their domains."""
    return {name: tuple(domains) for name, domains in json.loads(Path(__file__).with_name("exchanges.json").read_text()).items()}


def imitated(sender: str, shown: str, brand: str, own: Sequence[str]) -> str:
    """Whom the sender looks like without being them; empty when nobody. shown: the display name. own: the exchange's mail domains."""
    domain = sender.rpartition("@")[2].lower()
    ours = {_registered(one) for one in own}
    everybody = [(brand, tuple(ours)), *exchanges().items()]
    theirs = next((name for name, domains in everybody if any(_below(domain, one) for one in domains)), None)
    for name, domains in everybody:
        if theirs is None and any(_like(domain, one) for one in domains):
            return name
        if name != theirs and _names(shown, name, must_serve=name != brand):
            return name
    if theirs is None and (found := next((name for name, domains in everybody if any(one in shown.lower() for one in domains)), None)):
        return found
    return ""


def plain(text: str) -> str:
    """Letters that look alike as one of them: case, accents, other alphabets, digits for letters, two letters for one."""
    text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    text = plain_letters(text).casefold().translate(_DIGITS)
    for pair, one in _PAIRS:
        text = text.replace(pair, one)
    return re.sub(r"[^\w.]", "", text.replace("ı", "i").replace("l", "i"))


def _names(shown: str, name: str, *, must_serve: bool) -> bool:
    """Whether a display name claims to be somebody. Of others it must also sound like an office: people say where they trade."""
    if must_serve and not _SERVICE.search(shown):
        return False
    if len(plain(name)) < _LEAST:
        return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", shown, re.IGNORECASE))
    return plain(name) in plain(shown)


def _like(domain: str, other: str) -> bool:
    """Whether a domain is another's with something added, left out or changed by one, or under another ending."""
    mine, theirs = unicode(_registered(domain)), _registered(other)
    label, known = plain(mine.partition(".")[0]), plain(theirs.partition(".")[0])
    if mine == theirs or len(known) < _LEAST:
        return False
    if label == known or known in [plain(part) for part in re.split(r"[.-]", unicode(domain))]:
        return True
    if len(known) >= 6 and (known in label or _slip(label, known)):
        return True
    return len(known) == 5 and _slip(label, known) and mine.partition(".")[2] == theirs.partition(".")[2]


def unicode(domain: str) -> str:
    """A domain as people see it."""
    return ".".join(_label(label) for label in domain.split("."))


def _label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def _slip(one: str, other: str) -> bool:
    """Whether one letter was changed, added, left out, or two neighbours changed places."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    swapped = one[:at] + one[at + 1: at + 2] + one[at: at + 1] + one[at + 2:]
    return one[at + 1:] == other[at + 1:] or one[at:] == other[at + 1:] or one[at + 1:] == other[at:] or swapped == other


def _registered(domain: str) -> str:
    """The part that somebody registered, as a guess without a list: two labels, three below ``co.kr`` and its like."""
    labels = domain.split(".")
    short = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in ("co", "com", "net", "org", "ac", "gov")
    return ".".join(labels[-3 if short else -2:])


def _below(domain: str, other: str) -> bool:
    return domain == other or domain.endswith("." + other)
