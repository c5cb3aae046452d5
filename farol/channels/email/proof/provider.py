"""What the provider of a mailbox that we read says of a mail: which server brought it, and whether DMARC passed there.

Fetched mail comes without a connection to look at. Where an operator names the provider's authserv-id (RFC 8601), its topmost
``Authentication-Results`` of that name is believed, and nothing else: not one of another name, not a second one, and not one that stands
below the line in which the provider wrote down who handed it the mail, unless the server that wrote that line bears the very name.
"""

import ipaddress
import re

from farol.channels.email.reading.charset import decode

from . import relay
from .relay import HEAD, Seen

_FIELD = re.compile(rb"(?im)^(authentication-results|received):((?:[^\r\n]|\r?\n[ \t])*)")
_TAKEN_BY = re.compile(r"\bby\s+([A-Za-z0-9._-]{1,253})", re.IGNORECASE)
_FROM = re.compile(r"\s*from\s(.{0,800}?)(?:\sby\s|$)", re.IGNORECASE | re.DOTALL)
_IP = re.compile(r"[\[(](?:IPv6:)?([0-9A-Fa-f.:]{2,45})[\])]")
_OWN = tuple(ipaddress.ip_network(net) for net in (
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10", "::1/128"))
"""From where nobody outside can come."""
_LOCAL = re.compile(r"\bwith\s+(?:lmtp|local)", re.IGNORECASE)


def seen(raw: bytes, authserv: str) -> Seen:
    """What the provider saw; nothing when its header is not where it belongs."""
    head = raw[:HEAD].partition(b"\r\n\r\n")[0].partition(b"\n\n")[0]
    handed, results = "", ""
    for found in _FIELD.finditer(head):
        text = " ".join(decode(found.group(2)).split())
        if found.group(1).lower() == b"authentication-results":
            if not results and relay.names(text, authserv):
                if handed and _by(handed) != authserv:
                    return Seen()
                results = text
        elif handed:  # whoever brought the mail wrote this line, and everything below it
            break
        elif results or _outside(text):  # below the results, only the very next line is surely the provider's
            handed = text
            if results:
                break
    if not results:
        return Seen()
    ip, helo = relay.brought(handed) if _outside(handed) else ("", "")
    return Seen(ip, helo, relay.dmarc(results, authserv))


def _by(received: str) -> str:
    found = _TAKEN_BY.search(received)
    return found.group(1).lower() if found else ""


def _outside(received: str) -> bool:
    """Whether somebody from outside may have handed the mail over here: all but a provider's own steps, which name no other server, only
    addresses of closed networks, or local delivery."""
    found = _FROM.match(received)
    if not found:
        return False
    addresses = [address for each in _IP.findall(found.group(1)) if (address := relay.address(each))]
    if not addresses:
        return not _LOCAL.search(received)
    return not all(any(ipaddress.ip_address(each) in net for net in _OWN) for each in addresses)
