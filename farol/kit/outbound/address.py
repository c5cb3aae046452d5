"""What an address that somebody typed names, read more strictly than any browser does. Pure.

Whatever a lenient reader and a strict one could take for two different hosts is refused, so that nothing is left to differ about.
"""

import ipaddress
import re

import httpx2
import idna
import msgspec

from farol.kit.networks import Ip

from .problems import AddressUnreadable

LONGEST = 2_048
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2000-\u206f\u3000\ufeff]")
_URL = re.compile(r"(https?)://([^/?#]*)([/?#].*)?", re.IGNORECASE)
_AUTHORITY = re.compile(r"(\[[0-9a-fA-F:.]{2,45}\]|[^\[\]:@%]{1,255})(?::([0-9]{1,5}))?")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
PORTS = {"https": 443, "http": 80}


class Place(msgspec.Struct, frozen=True):
    """A host and a port. host: a name in ASCII without a last dot, or an address without brackets. ip: when it is an address."""

    host: str
    port: int
    ip: Ip | None = None


def host(text: str) -> tuple[str, Ip | None]:
    """A host's one spelling. Raises AddressUnreadable for what is neither a name nor an address in its usual form."""
    bare = text[1:-1] if text.startswith("[") and text.endswith("]") else text
    if text.startswith("[") or ":" in bare:
        try:
            six = ipaddress.IPv6Address(bare)
        except ValueError:
            raise AddressUnreadable from None
        if six.scope_id is not None:
            raise AddressUnreadable
        return str(six), six
    name = _ascii(text).removesuffix(".")
    labels = name.split(".")
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise AddressUnreadable
    if _NUMBER.fullmatch(labels[-1]):
        try:
            # Four decimal numbers alone: 127.1, 2130706433, 0x7f.1 and 0177.0.0.1 are spellings nobody needs.
            four = ipaddress.IPv4Address(text)
        except ValueError:
            raise AddressUnreadable from None
        return str(four), four
    return name, None


def _ascii(text: str) -> str:
    if text.isascii() and "xn--" not in text.lower():
        return text.lower()
    try:
        return idna.encode(text, uts46=True, std3_rules=True).decode().lower()
    except (idna.IDNAError, UnicodeError):
        raise AddressUnreadable from None


def place(url: str) -> tuple[str, Place]:
    """Scheme and place of a URL. Raises AddressUnreadable."""
    if len(url) > LONGEST or _FORBIDDEN.search(url):
        raise AddressUnreadable
    found = _URL.fullmatch(url)
    authority = _AUTHORITY.fullmatch(found.group(2)) if found else None
    if found is None or authority is None:
        raise AddressUnreadable
    scheme = found.group(1).lower()
    named, ip = host(authority.group(1))
    port = int(authority.group(2) or PORTS[scheme])
    if not 0 < port < 65_536:
        raise AddressUnreadable
    try:
        client = httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError):
        raise AddressUnreadable from None
    # The client reads it for itself when it connects; the two must mean the same.
    if client.raw_host.decode().lower().removesuffix(".") != named or (client.port or PORTS[scheme]) != port:
        raise AddressUnreadable
    return scheme, Place(named, port, ip)
