"""What must not stand in public: secrets, and what tells who somebody is or what they own.

Secrets go for good (the shield). Personal data is masked in what is published; the author's own words keep it, for
themselves and for a ticket that goes on in private.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from farol.core import chains
from farol.core.customers.model import DOT, mask_email, mask_phone, mask_uid

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}(?:@|＠|\s?\[at\]\s?|\s?\(at\)\s?)(?:[\w-]{1,63}(?:\.|\[\.\]|\(dot\))){1,4}[a-z]{2,24}(?![\w-])", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![0-9A-Za-z.+-])\+\d(?:[\s().-]{0,2}\d){7,14}(?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z.+-])(?:86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?![0-9A-Za-z])"
    r"|(?:(?<=phone)|(?<=tel)|(?<=mobile)|(?<=call)|(?<=电话)|(?<=手机)|(?<=手机号)|(?<=телефон))[\s:：.是为]{0,3}\d(?:[\s().-]{0,2}\d){6,14}(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_UID = re.compile(r"(?:\buid|用户\s?id|账户\s?id|user\s?id|account\s?id|account number)(?:\s?(?:is|no|[:：#=.是为])){0,2}\s?(?P<uid>\d{5,12})(?!\d)", re.IGNORECASE)
_TICKET = re.compile(r"(?<![0-9A-Za-z])FRL-(\d{4})-(\d{4,12})(?!\d)", re.IGNORECASE)
_CITIZEN = re.compile(r"(?<!\d)\d{17}[\dXx](?![\dA-Za-z])")
_IBAN = re.compile(r"(?<![0-9A-Za-z])[A-Z]{2}\d{2}(?:\s?[0-9A-Z]){11,30}(?![0-9A-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_URL = re.compile(r"https?://\S+", re.IGNORECASE)


class Masked(NamedTuple):
    """Words for everybody, and which kinds were masked: email, phone, uid, ticket, document, bank, chain_id."""

    text: str
    kinds: tuple[str, ...]


class _Hit(NamedTuple):
    start: int
    end: int
    kind: str
    shown: str


def mask(text: str, uid: str | None, *, ids: bool = True) -> Masked:
    """The text without what tells who its author is. uid: theirs; ids: transaction ids and addresses are shortened too."""
    cleaned = chains.clean(text)
    found = (hit._replace(start=span[0], end=span[1]) for hit in _hits(cleaned.text, uid, ids) for span in [cleaned.span(hit.start, hit.end)])
    hits = sorted(found, key=lambda hit: (hit.start, -hit.end))
    pieces: list[str] = []
    kinds: list[str] = []
    place = 0
    for hit in hits:
        if hit.start >= place:
            pieces += text[place : hit.start], hit.shown
            place = hit.end
            kinds.append(hit.kind)
    return Masked("".join([*pieces, text[place:]]), tuple(dict.fromkeys(kinds)))


def short(value: str) -> str:
    """An id or address one can recognise and not look up: ``0x9f3c…5f4a``."""
    return value if len(value) <= 12 else f"{value[:6]}…{value[-4:]}"


def _hits(text: str, uid: str | None, ids: bool) -> Iterator[_Hit]:
    for found in _EMAIL.finditer(text):
        address = re.sub(r"\s?[\[(]at[\])]\s?|＠", "@", re.sub(r"\[\.\]|\(dot\)", ".", found.group(), flags=re.IGNORECASE), flags=re.IGNORECASE)
        yield _Hit(*found.span(), "email", mask_email(address) or DOT * 4)
    if ids:
        for one in chains.find(text):
            start, end = _whole_link(text, one.start, one.end)
            yield _Hit(start, end, "chain_id", short(one.value))
    for found in _PHONE.finditer(text):
        number = found.group().strip(" :：.是为")
        start = found.end() - len(number)
        yield _Hit(start, found.end(), "phone", mask_phone(number))
    for found in _UID.finditer(text):
        yield _Hit(*found.span("uid"), "uid", mask_uid(found["uid"]))
    if uid and len(uid) >= 4:
        for found in re.finditer(rf"(?<![0-9A-Za-z]){re.escape(uid)}(?![0-9A-Za-z])", text):
            yield _Hit(*found.span(), "uid", mask_uid(uid))
    for found in _TICKET.finditer(text):
        yield _Hit(*found.span(), "ticket", f"FRL-{found[1]}-{DOT * 4}{found[2][-2:]}")
    for found in _CITIZEN.finditer(text):
        if sum(int(digit) * weight for digit, weight in zip(found.group(), _WEIGHTS, strict=False)) % 11 == "10X98765432".index(found.group()[-1].upper()):
            yield _Hit(*found.span(), "document", DOT * 4 + found.group()[-2:])
    for found in _IBAN.finditer(text):
        digits = "".join(str(int(letter, 36)) for letter in (lambda plain: plain[4:] + plain[:4])(re.sub(r"\s", "", found.group())))
        if int(digits) % 97 == 1:
            yield _Hit(*found.span(), "bank", f"{found.group()[:2]}{DOT * 4}{found.group()[-2:]}")


def _whole_link(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole link when an id stands in one: half a link would lead nowhere."""
    for link in _URL.finditer(text):
        if link.start() <= start and end <= link.end():
            return link.span()
    return start, end
