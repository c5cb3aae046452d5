"""What a request proves: its cookies, bearer token and where it comes from, read from the raw ASGI scope."""

from typing import Any
from urllib.parse import urlsplit

import msgspec

from ..i18n import Tongue, choose

Scope = Any
"""An ASGI scope: a dict whose keys depend on its type."""
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Credentials(msgspec.Struct, frozen=True):
    """cookies by name; bearer token or empty; origin as sent or empty; site from Sec-Fetch-Site or empty."""

    cookies: dict[str, str]
    bearer: str
    origin: str
    site: str
    ip: str
    agent: str
    language: str


def read(scope: Scope) -> Credentials:
    """Reads the headers once. A header that comes twice counts as its last value."""
    found: dict[bytes, bytes] = dict(scope["headers"])
    cookies = {}
    for pair in found.get(b"cookie", b"").decode("latin-1").split(";"):
        name, _, value = pair.strip().partition("=")
        cookies[name] = value
    kind, _, token = found.get(b"authorization", b"").decode("latin-1").partition(" ")
    return Credentials(
        cookies, token.strip() if kind.lower() == "bearer" else "", found.get(b"origin", b"").decode("latin-1"),
        found.get(b"sec-fetch-site", b"").decode("latin-1"), (scope.get("client") or ("", 0))[0],
        found.get(b"user-agent", b"").decode("latin-1")[:200], spoken(found.get(b"accept-language", b"").decode("latin-1")),
    )


def spoken(header: str) -> Tongue:
    """The language of screens that an Accept-Language header asks for, English when it asks for none of them."""
    return choose(header)


def origin_of(url: str) -> str:
    """``https://host:port`` of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def own_origin(credentials: Credentials, scope: Scope, public_url: str) -> bool:
    """Whether an unsafe request comes from our own pages: the browser says so, or its Origin is the host asked.

    A request with neither header is no browser of today with our cookie, and is refused.
    """
    if credentials.origin:
        host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
        return credentials.origin in (origin_of(public_url), f"{scope.get('scheme', 'http')}://{host}")
    return credentials.site == "same-origin"
