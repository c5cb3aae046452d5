"""The operator's own mail server in front: what of its header is believed, and who brought the mail to it.

An ``Authentication-Results`` field is words like any other. It counts only when the connection came from a server on the list, names that
server's id, and stands above everything that server did not write.
"""

import ipaddress
import re
from collections.abc import Sequence

import msgspec

from farol.channels.email.reading.charset import decode

_FIELD = re.compile(rb"(?im)^(authentication-results|received):((?:[^\r\n]|\r?\n[ \t])*)")
_COMMENT = re.compile(r"\([^()]{0,500}\)")
_RESULT = re.compile(r"(dkim|spf|dmarc|arc)\s*=\s*([a-z]{2,20})", re.IGNORECASE)
_DMARC_FROM = re.compile(r"header\.from\s*=\s*\"?([A-Za-z0-9.-]{1,253})", re.IGNORECASE)
_BY = re.compile(r"\bfrom\s+(\S{1,255})\s+\(.{0,400}?\[(?:IPv6:)?([0-9A-Fa-f.:]{2,45})\]", re.DOTALL | re.IGNORECASE)
HEAD = 262_144


class Seen(msgspec.Struct, frozen=True):
    """What the server in front saw: who brought the mail, and the domain for which it found DMARC to pass, or empty."""

    ip: str = ""
    helo: str = ""
    dmarc_for: str = ""


def trusted(peer: str, relays: Sequence[str]) -> bool:
    """Whether the peer is a server of ours: an address or network of the list, or a name such as ``imap:mail.example.com``."""
    for one in relays:
        if peer == one:
            return True
        try:
            if ipaddress.ip_address(peer) in ipaddress.ip_network(one, strict=False):
                return True
        except ValueError:
            continue
    return False


def seen(raw: bytes, authserv: str) -> Seen:
    """Reads the top of a mail that a trusted server handed over: everything up to the second ``Received`` is that server's."""
    head = raw[:HEAD].partition(b"\r\n\r\n")[0].partition(b"\n\n")[0]
    received, dmarc_for = 0, ""
    ip, helo = "", ""
    for found in _FIELD.finditer(head):
        text = " ".join(decode(found.group(2)).split())
        if found.group(1).lower() == b"received":
            received += 1
            if received == 1:
                ip, helo = brought(text)
            if received > 1:
                break
        elif authserv and not dmarc_for:
            dmarc_for = dmarc(text, authserv)
    return Seen(ip, helo, dmarc_for)


def brought(received: str) -> tuple[str, str]:
    """Address and name of the server that a ``Received`` line says it took the mail from; empty when it does not say."""
    found = _BY.search(received)
    return (address(found.group(2)), found.group(1)) if found else ("", "")


def address(text: str) -> str:
    """An IP address in its one spelling; empty for what is none."""
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        return ""


def names(text: str, authserv: str) -> bool:
    """Whether an ``Authentication-Results`` field is of the server with this id."""
    return [each.lower() for each in _COMMENT.sub(" ", text).partition(";")[0].split()[:1]] == [authserv.lower()]


def dmarc(text: str, authserv: str) -> str:
    """The domain for which the field says that DMARC passed; empty when it is of another server."""
    return passed_for(_COMMENT.sub(" ", text).partition(";")[2]) if names(text, authserv) else ""


def passed_for(results: str) -> str:
    """The domain in From for which results of this form say that DMARC passed; empty when they do not, or name two."""
    domains = []
    for part in _COMMENT.sub(" ", results).split(";"):
        found, named = _RESULT.search(part), _DMARC_FROM.search(part)
        if found and found.group(1).lower() == "dmarc":
            if found.group(2).lower() != "pass" or not named:
                return ""
            domains.append(named.group(1).lower().rstrip("."))
    return domains[0] if len(domains) == 1 else ""
