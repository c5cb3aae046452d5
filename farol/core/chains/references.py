"""Numbers people quote: orders, deposits, withdrawals and P2P orders by their ids, and memos."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

Kind = Literal["withdrawal_id", "deposit_id", "order_id", "p2p_order_id", "memo"]
Forms = Mapping[str, Sequence[str]]
"""How an exchange writes its ids: ``{"withdrawal": ["WD-##########"]}``. # is a digit, @ a capital letter, * either."""
KINDS: dict[str, Kind] = {"withdrawal": "withdrawal_id", "deposit": "deposit_id", "order": "order_id", "p2p": "p2p_order_id"}
_SIGNS = {"#": "[0-9]", "@": "[A-Z]", "*": "[0-9A-Z]"}
_MOST_FORMS, _LONGEST_FORM = 40, 64
_ID = r"(?P<id>[0-9A-Za-z](?:[0-9A-Za-z_-]{4,38})[0-9A-Za-z])(?![0-9A-Za-z_-])"
_JOIN = r"(?:单号|编号|订单号|流水号|号码|号|\s?id|\s?no\.?|\s?number)?\s{0,2}(?:[:：#=]|是|为|is|was){0,3}\s{0,2}"
_NAMED: tuple[tuple[Kind, str], ...] = (
    ("p2p_order_id", r"(?:p2p|c2c)\s?(?:订单|交易|单|order|trade)?"),
    ("withdrawal_id", r"(?:提币|提现|提幣|withdrawal|withdraw)\s?(?:订单|记录|申请)?"),
    ("deposit_id", r"(?:充币|充值|入金|deposit)\s?(?:订单|记录)?"),
    ("order_id", r"(?:订单|委托|挂单|order)"),
)
_CONTEXT = tuple((kind, re.compile(rf"(?<![0-9A-Za-z]){words}{_JOIN}{_ID}", re.IGNORECASE)) for kind, words in _NAMED)
_PREFIXES: tuple[tuple[str, Kind], ...] = (("WD", "withdrawal_id"), ("DEP", "deposit_id"), ("P2P", "p2p_order_id"), ("C2C", "p2p_order_id"), ("ORD", "order_id"))
_PREFIXED = re.compile(r"(?<![0-9A-Za-z_-])(?P<prefix>WD|DEP|P2P|C2C|ORD)[-_]?(?=[0-9A-F]*\d)[0-9A-F]{6,32}(?![0-9A-Za-z])")

_MEMO_WORD = r"(?:destination\s?tag|dest\.?\s?tag|memo\s?id|payment\s?id|memo|tag|comment|标签|標籤|备注|備註|附言|мемо|тег)"
_MEMO = re.compile(
    rf"(?<![A-Za-z]){_MEMO_WORD}(?:\s{{0,2}}(?:码|号))?\s{{0,2}}(?:[:：=#]|是|为|(?:填|写|输|打)(?:的|了|成了?|错成?了?|写)|is|was|as|with|of){{0,3}}"
    r"\s{0,2}[\"'“‘「]?(?P<id>[0-9A-Za-z](?:[0-9A-Za-z_-]{0,62}[0-9A-Za-z])?)(?![0-9A-Za-z_-])",
    re.IGNORECASE,
)
_NO_MEMO = re.compile(
    rf"(?:忘记|忘了|忘|没有|没|未|漏了|漏|少了|少|不带|不知道要|forgot|missing|without|no|didn['’]?t|did not|забыл[аи]?|без)"
    rf"[^。.!?！？\n,，;；]{{0,16}}?{_MEMO_WORD}",
    re.IGNORECASE,
)


class Reference(NamedTuple):
    """``value`` is the id or memo; an empty memo means that the writer says there was none."""

    kind: Kind
    start: int
    end: int
    value: str


def _own(forms: Forms) -> Iterator[tuple[Kind, re.Pattern[str]]]:
    for name, written in forms.items():
        for form in written[:_MOST_FORMS]:
            if name in KINDS and (pattern := _form(form)):
                yield KINDS[name], pattern


@lru_cache(maxsize=64)
def _form(form: str) -> re.Pattern[str] | None:
    """Written by us from a few signs, so that no exchange can hand us a pattern that never ends."""
    if not 4 <= len(form) <= _LONGEST_FORM or not any(sign in form for sign in _SIGNS):
        return None
    body = "".join(_SIGNS.get(c) or re.escape(c) for c in form)
    return re.compile(rf"(?<![0-9A-Za-z_-])(?i:{body})(?![0-9A-Za-z_-])")


def references(text: str, forms: Forms | None = None) -> Iterator[Reference]:
    """Ids as the exchange says it writes them, else by the words before them or a usual prefix; then memos."""
    taken = bytearray(len(text))

    def free(start: int, end: int) -> bool:
        if 1 in taken[start:end]:
            return False
        taken[start:end] = b"\1" * (end - start)
        return True

    for own, pattern in _own(forms or {}):
        for found in pattern.finditer(text):
            if free(*found.span()):
                yield Reference(own, *found.span(), found.group().upper())
    prefixes = dict(_PREFIXES)
    for found in _PREFIXED.finditer(text):
        if free(*found.span()):
            yield Reference(prefixes[found["prefix"]], *found.span(), found.group())
    for kind, pattern in _CONTEXT:
        for found in pattern.finditer(text):
            if _numbered(found["id"]) and free(*found.span("id")):
                yield Reference(kind, *found.span("id"), found["id"])
    for found in _NO_MEMO.finditer(text):
        if free(*found.span()):
            yield Reference("memo", *found.span(), "")
    for found in _MEMO.finditer(text):
        if any(c.isdigit() for c in found["id"]) and free(*found.span("id")):
            yield Reference("memo", *found.span("id"), found["id"])


def _numbered(id_: str) -> bool:
    """An id has digits enough not to be a year, an amount or a word."""
    return sum(c.isdigit() for c in id_) >= (6 if id_.isdigit() else 4) and len(id_) >= 6
