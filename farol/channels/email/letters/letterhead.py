"""How mail of a brand looks: nouns and what is wrong with one. No I/O."""

import base64
import binascii
import re
from datetime import datetime
from typing import Annotated

import msgspec

from farol.channels.email.model import ADDRESS
from farol.desk.guard.links import Hosts, strange
from farol.desk.guard.never import never
from farol.kit import colours
from farol.kit.i18n import Tongue, written

DEFAULT = "default"
MOST = 50
LARGEST_LOGO = 48 * 1024
SEEN = 3.0
"""Contrast that WCAG 2.2 (1.4.11) asks of what is no text."""
_PNG = b"\x89PNG\r\n\x1a\n"
_KEY = re.compile(r"[a-z][a-z0-9_-]{0,39}")
Footer = Annotated[str, msgspec.Meta(max_length=600)]
Few = Annotated[list[Annotated[str, msgspec.Meta(min_length=1, max_length=40)]], msgspec.Meta(max_length=40)]


class Letterhead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """brand: as customers know it. colour: ``#rrggbb``, of a line and never of words; empty: none. logo: PNG in base64.

    address: in From; answers still go to the ticket's own address; empty: that address. footer: by language, the others get
    the English one. signature: whether the agent's own goes under it. entities, tiers: whose mail it is for; empty: everybody's.
    """

    brand: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    colour: Annotated[str, msgspec.Meta(max_length=7)] = ""
    logo: Annotated[str, msgspec.Meta(max_length=LARGEST_LOGO * 4 // 3 + 8)] = ""
    address: Annotated[str, msgspec.Meta(max_length=254)] = ""
    footer: Annotated[dict[Tongue, Footer], msgspec.Meta(max_length=13)] = {}
    signature: bool = True
    entities: Few = []
    tiers: Few = []

    def foot(self, lang: Tongue) -> str:
        """The footer in the language, else in the nearer of the two everything is written in, else in English."""
        return (self.footer.get(lang) or self.footer.get(written(lang)) or self.footer.get("en", "")).strip()

    def picture(self) -> bytes:
        """The logo's bytes."""
        return base64.b64decode(self.logo) if self.logo else b""

    def fits(self, entity: str, tier: str) -> bool:
        """Whether it is for a customer of this company and tier."""
        return (not self.entities or entity in self.entities) and (not self.tiers or tier in self.tiers)


class Kept(msgspec.Struct, frozen=True):
    """One that is set."""

    id: int
    key: str
    version: int
    content: Letterhead
    set_by: str
    at: datetime


def fault(key: str, head: Letterhead, domains: tuple[str, ...], known: Hosts) -> tuple[str, str] | None:
    """The field that is wrong, and why: of ``problems.LetterheadWrong``; None when it may be set. domains: those we may write from."""
    if not _KEY.fullmatch(key):
        return "key", "key"
    if any(not char.isprintable() for char in head.brand) or not head.brand.strip():
        return "brand", "brand"
    if head.colour and (not colours.HEX.fullmatch(head.colour) or colours.contrast(head.colour, colours.WHITE) < SEEN):
        return "colour", "colour"
    if head.logo and not _is_png(head.logo):
        return "logo", "logo"
    if head.address and (not ADDRESS.fullmatch(head.address) or head.address.rpartition("@")[2].lower() not in domains):
        return "address", "address"
    for words in head.footer.values():
        if next(strange(words, known), None):
            return "footer", "link"
        if next(never(words), None):
            return "footer", "never"
    return None


def _is_png(logo: str) -> bool:
    try:
        data = base64.b64decode(logo, validate=True)
    except (binascii.Error, ValueError):
        return False
    return data.startswith(_PNG) and len(data) <= LARGEST_LOGO
