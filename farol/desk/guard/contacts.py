"""Where words lead by other ways than a link: telephone numbers, mail addresses, addresses on chains, and what a link or handle is compared by. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlsplit

import msgspec
import phonenumbers

from farol.core import chains
from farol.core.grounding.links import links

from .links import APP, Hosts
from .model import Finding, finding

Kind = Literal["host", "number", "mail", "handle", "address"]
_INTERNATIONAL = re.compile(r"(?<![\w+])(?:\+|00)\s?[1-9][\d ().\-\u2010-\u2015]{5,20}\d(?![\w])")
_CALLED = re.compile(
    r"(?:\b(?:call|phone|dial|tel|telephone|hotline|ring|mobile|sms|fax)\b|致电|拨打|电话|手机|热线|短信|來電|撥打|電話|тел|звон\w*|llam\w+|ligue|appel\w*|gọi|전화|電話番号|اتصل)"
    r"[^\n。!?]{0,24}?(?<![\w.])(?P<to>\(?\d[\d ().\-\u2010-\u2015]{5,18}\d)(?![\w])", re.IGNORECASE)
_MOBILE = re.compile(r"(?<![\w.])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\w.])")
_HOTLINE = re.compile(r"(?<![\w.])[48]00[ -]\d{3,4}[ -]\d{3,4}(?![\w])")
_SPELT_MAIL = re.compile(r"[\w.+-]{2,64}\s?[\[({]?\s?(?:@|\bat\b)\s?[\])}]?\s?[\w-]{2,63}\s?[\[({]?\s?(?:\bdot\b|\(\.\)|\[\.\])\s?[\])}]?\s?[a-z]{2,10}\b", re.IGNORECASE)
_TO_PERSON = re.compile(r"(?:^|//|\bwww\.)(?:t\.me|telegram\.me|wa\.me|api\.whatsapp\.com|line\.me|discord\.gg|discord\.com|x\.com|twitter\.com|instagram\.com|facebook\.com|m\.me)/(?P<to>@?\+?[\w.-]{3,64})", re.IGNORECASE)
LEAST_DIGITS = 7


class Contact(msgspec.Struct, frozen=True):
    """One way out of here. keys: by what lists know it, each kind with its own spelling."""

    code: str
    keys: tuple[tuple[Kind, str], ...]
    start: int
    end: int


def plain(text: str) -> str:
    """The same length, with full-width and foreign digits and signs as the plain ones."""
    return "".join(_one(char) for char in text) if not text.isascii() else text


def _one(char: str) -> str:
    if unicodedata.category(char) == "Nd":
        return str(unicodedata.decimal(char))
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


def digits(number: str) -> str:
    """What numbers are compared by: no signs, and no leading noughts of a dialled prefix."""
    return re.sub(r"\D", "", number).lstrip("0")


def found(text: str) -> list[Contact]:
    """Every way out of these words, in order of place; those within another are left out."""
    folded = plain(text)
    every = [*_mails(folded), *_addresses(text), *_links(folded), *_numbers(folded)]
    every.sort(key=lambda one: (one.start, -one.end))
    kept: list[Contact] = []
    for one in every:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def findings(text: str, contacts: list[Contact]) -> Iterator[Finding]:
    """As the writer sees them."""
    for one in contacts:
        yield finding(one.code, text, one.start, one.end)


def _mails(text: str) -> Iterator[Contact]:
    if "@" not in text and "dot" not in text.lower() and "[.]" not in text and "(.)" not in text:
        return
    for one in links(text):
        written = one.fact.text
        if "@" in written[1:] and "/" not in written and ":" not in written and " " not in written:
            yield Contact("never.mail", (("mail", written.lower()),), one.start, one.end)
    for match in _SPELT_MAIL.finditer(text):
        yield Contact("never.mail", (("mail", re.sub(r"\s", "", match[0]).lower()),), match.start(), match.end())


def _links(text: str) -> Iterator[Contact]:
    for one in links(text):
        written = one.fact.text
        if "@" in written[1:] and "/" not in written and ":" not in written:
            continue
        if written.startswith("@"):
            yield Contact("never.link", (("handle", written[1:].lower()),), one.start, one.end)
            continue
        keys: list[tuple[Kind, str]] = []
        if person := _TO_PERSON.search(written):
            to = person["to"].lstrip("@").lower()
            keys += [("handle", to), ("number", digits(to))] if digits(to) else [("handle", to)]
        if host := _host(written):
            keys.append(("host", host))
        yield Contact("never.link", tuple(keys), one.start, one.end)
    for contact in APP.finditer(text):
        to = contact["to"].lstrip("@").lower()
        yield Contact("never.link", (("handle", to), ("number", digits(to))) if len(digits(to)) >= LEAST_DIGITS else (("handle", to),), contact.start(), contact.end())


def _host(written: str) -> str:
    if any(sign in written for sign in (" ", "：", "@")):
        return ""
    scheme, separator, _ = written.partition("://")
    if separator and scheme.lower() not in ("http", "https"):
        return ""
    if not separator and ":" in written.partition("/")[0] and not written.partition(":")[2][:1].isdigit():
        return ""
    try:
        return urlsplit(written if separator else f"https://{written}").hostname or ""
    except ValueError:
        return ""


def _numbers(text: str) -> Iterator[Contact]:
    for match in _INTERNATIONAL.finditer(text):
        written = match[0]
        dialled = "+" + digits(written)
        try:
            if not phonenumbers.is_possible_number(phonenumbers.parse(dialled)):
                continue
        except phonenumbers.NumberParseException:
            continue
        yield Contact("never.number", (("number", digits(written)),), match.start(), match.end())
    for match in _CALLED.finditer(text):
        if LEAST_DIGITS <= len(digits(match["to"])) <= 15:
            yield Contact("never.number", (("number", digits(match["to"])),), match.start("to"), match.end("to"))
    for rule in (_MOBILE, _HOTLINE):
        for match in rule.finditer(text):
            yield Contact("never.number", (("number", digits(match[0])),), match.start(), match.end())


def _addresses(text: str) -> Iterator[Contact]:
    for one in chains.find(text):
        if one.kind == "address":
            yield Contact("never.address", (("address", spelled(one.value)),), one.start, one.end)


def spelled(address: str) -> str:
    """Hexadecimal addresses have no capitals of their own."""
    return address.lower() if address[:2] in ("0x", "0X") or re.fullmatch(r"[0-9a-fA-F]+", address) else address


class Listed(msgspec.Struct, frozen=True):
    """What may stand in words to customers. numbers: by their digits, with the country's."""

    hosts: Hosts
    handles: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    mails: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()

    def has(self, contact: Contact) -> bool:
        """Whether it is ours. A link to somebody at a platform is judged by who, unless the platform's own host is listed."""
        return any(self._knows(kind, key) for kind, key in contact.keys)

    def _knows(self, kind: Kind, key: str) -> bool:
        if kind == "host":
            return self.hosts.has(key)
        if kind == "number":
            return same_number(key, self.numbers)
        if kind == "mail":
            return key in self.mails or self.hosts.has(key.rpartition("@")[2])
        return key in (self.handles if kind == "handle" else self.addresses)


def same_number(written: str, known: frozenset[str]) -> bool:
    """Whether it is one of these, or its end as one dials it at home."""
    return written in known or (len(written) >= LEAST_DIGITS and any(len(one) - len(written) <= 4 and one.endswith(written) for one in known))


def key_of(kind: Kind, written: str) -> str:
    """By what a list keeps it; empty when it is none of its kind."""
    text = plain(written.strip())
    if kind == "number":
        return digits(text) if LEAST_DIGITS - 2 <= len(digits(text)) <= 15 else ""
    if kind == "mail":
        return text.lower() if re.fullmatch(r"[^@\s]{1,64}@[\w.-]{3,190}", text) else ""
    if kind == "handle":
        return text.lstrip("@").lower() if re.fullmatch(r"@?[\w.-]{3,64}", text) else ""
    if kind == "address":
        return spelled(text) if len(text) >= 8 and chains.classify(text) else ""
    host = _host(text).removeprefix("www.")
    return host if "." in host and not host.startswith(".") else ""
