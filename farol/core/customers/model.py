"""Nouns and masking rules."""

from datetime import datetime

import msgspec

DOT = "•"


class Customer(msgspec.Struct, frozen=True):
    """A person. uid: their id at the exchange, None for a visitor. time_zone: IANA name."""

    id: int
    uid: str | None
    name: str
    email: str
    phone: str
    language: str
    time_zone: str
    tier: str
    created_at: datetime


class Identity(msgspec.Struct, frozen=True):
    """What the exchange's back end signed about the person in front of its page (claims of the token).

    entity: the company of the exchange that serves them, such as ``EU``.
    """

    sub: str
    jti: str
    name: str = ""
    email: str = ""
    phone: str = ""
    lang: str = "en"
    tier: str = ""
    tz: str = "UTC"
    entity: str = ""


def mask_uid(uid: str | None) -> str:
    """First and last two digits: ``83••••41``."""
    return "" if not uid else uid[:2] + DOT * 4 + uid[-2:]


def mask_email(email: str) -> str:
    """First letter of the name and of the domain, and the last label: ``i•••@g•••.com``."""
    name, at, domain = email.partition("@")
    if not at:
        return ""
    host, _, last = domain.rpartition(".")
    return f"{name[:1]}{DOT * 3}@{host[:1]}{DOT * 3}.{last}"


def mask_phone(phone: str) -> str:
    """Country code guess of up to three characters and the last two digits: ``+86 •••• 08``."""
    return "" if not phone else f"{phone[:3]} {DOT * 4} {phone[-2:]}"
