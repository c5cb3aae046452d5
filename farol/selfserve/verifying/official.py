"""Whether an account, a number, an address or a site is one of ours, is none of ours, or is made to be taken for one. No I/O.

What is not on the list is not ours: nothing is guessed in favour of who asks to be believed.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from farol.selfserve.community import links
from farol.selfserve.community.confusables import skeleton
from farol.selfserve.community.links import Official
from farol.selfserve.community.names import looks_official, near
from farol.selfserve.help_centre.ours import NUMBERS, Account, host

from .typed import Typed

Standing = Literal["ours", "alike", "not_ours"]
_LEAST = 5
"""Shorter names are shared by many people."""
_OWN = 10
"""So long a name of ours inside another was taken from us; shorter ones are words."""
_SAME_END = 8
"""So many last digits alike are a number that was copied with another country before it."""


class Verdict(msgspec.Struct, frozen=True):
    """account: which of ours it is or is made to look like, None where it only carries our name. elsewhere: that name is ours, but on
    another channel than the one asked about. asked, ours: both spellings in pieces, with whether a piece is the difference."""

    standing: Standing
    account: Account | None = None
    elsewhere: bool = False
    asked: tuple[tuple[str, bool], ...] = ()
    ours: tuple[tuple[str, bool], ...] = ()


NOT_OURS = Verdict("not_ours")


def judge(what: Typed, known: Sequence[Account], sites: Official, brand: str) -> Verdict:
    """The verdict by the list of what is ours; ``sites`` are our hosts as the community's rules know them."""
    if what.kind == "phone":
        return _number(what, known)
    if what.kind == "mail":
        return _mail(what.value, known, sites)
    if what.kind == "site":
        return _site(what.value, known, sites)
    if what.kind == "name":
        return Verdict("alike") if looks_official(what.value, brand) else NOT_OURS
    return _handle(what, known, brand)


def _number(what: Typed, known: Sequence[Account]) -> Verdict:
    for one in known:
        if one.channel in NUMBERS:
            digits = _digits(one.value)
            if what.value.removeprefix("00") == digits and what.channel in ("", one.channel):
                return Verdict("ours", one)
    for one in known:
        if one.channel in NUMBERS:
            digits = _digits(one.value)
            if near(what.value, digits) or what.value[-_SAME_END:] == digits[-_SAME_END:]:
                return _like(what.value, one, digits)
    return NOT_OURS


def _mail(address: str, known: Sequence[Account], sites: Official) -> Verdict:
    name, _, domain = address.rpartition("@")
    boxes = [one for one in known if one.channel == "mail"]
    replies = next((one for one in known if one.channel == "reply"), None)
    for one in boxes:
        if address == one.value.casefold():
            return Verdict("ours", one)
    if replies and f"@{domain}" == replies.value.casefold():
        return Verdict("ours", replies)
    mine = [*boxes, *([replies] if replies else [])]
    for one in mine:
        theirs = one.value.casefold().rpartition("@")[2]
        if domain != theirs and (skeleton(domain) == skeleton(theirs) or near(skeleton(domain), skeleton(theirs))):
            return _like(domain, one, theirs)
        if domain == theirs:  # our domain, but no mailbox of ours: the line From is easily written
            return _like(address, one, one.value.casefold())
    # A link that carries our address before its @ reads like a mail address.
    poses = links.judge(name, sites)[1] in ("ours", "imitation") if "." in name else False
    return Verdict("alike") if poses or links.imitates(domain, sites) else NOT_OURS


def _site(address: str, known: Sequence[Account], sites: Official) -> Verdict:
    found, standing = links.judge(address, sites)
    if standing == "ours":
        return Verdict("ours", next((one for one in known if one.channel in ("site", "help") and host(one) == found), None))
    if standing != "imitation":
        return NOT_OURS
    mine = [(one, host(one)) for one in known if one.channel in ("site", "help") and host(one)]
    best = max(mine, key=lambda pair: SequenceMatcher(None, skeleton(found), skeleton(pair[1])).ratio(), default=None)
    return _like(found, *best) if best else Verdict("alike")


def _handle(what: Typed, known: Sequence[Account], brand: str) -> Verdict:
    named = [one for one in known if one.handle]
    for one in named:
        if what.value == one.handle and what.channel in ("", one.channel):
            return Verdict("ours", one)
    for one in named:
        if what.value == one.handle:
            return Verdict("alike", one, elsewhere=True)
    look, ours = skeleton(what.value), skeleton(brand)
    for one in named:
        mine = skeleton(one.handle)
        if len(mine) >= _LEAST and (look == mine or near(look, mine) or (len(mine) >= _OWN and mine in look)):
            return _like(what.value, one, one.handle)
    carries = len(ours) >= _LEAST and (ours in look or near(look, ours))
    return Verdict("alike") if carries or looks_official(what.value, brand) else NOT_OURS


def _like(asked: str, account: Account, ours: str) -> Verdict:
    first, second = _marked(asked, ours)
    return Verdict("alike", account, asked=first, ours=second)


def _marked(one: str, other: str) -> tuple[tuple[tuple[str, bool], ...], tuple[tuple[str, bool], ...]]:
    """Both in pieces, and whether each piece differs."""
    first, second = [], []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if a < b:
            first.append((one[a:b], tag != "equal"))
        if c < d:
            second.append((other[c:d], tag != "equal"))
    return tuple(first), tuple(second)


def _digits(value: str) -> str:
    return "".join(filter(str.isdigit, value))
