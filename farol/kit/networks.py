"""Which addresses of the internet somebody else may make us connect to, and which an operator allows beside them. Pure."""

import ipaddress
import re

import msgspec

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address
Net = ipaddress.IPv4Network | ipaddress.IPv6Network

_CLOSED_4 = tuple(ipaddress.IPv4Network(net) for net in (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
    "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
    "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    "168.63.129.16/32",  # the machine beside every machine of Azure
))
"""The special-purpose registry of IANA (RFC 6890 and later), without exceptions, and one address that is not in it."""
_OPEN_6 = ipaddress.IPv6Network("2000::/3")
"""Global unicast. All else is loopback, mapped, translated (NAT64), unique local, link-local, multicast or unassigned."""
_CLOSED_6 = tuple(ipaddress.IPv6Network(net) for net in (
    "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
))
"""Teredo and other protocols, documentation, 6to4, and again documentation: an IPv4 address may hide in the first two kinds."""
_ISATAP = (0x00005EFE, 0x02005EFE)

_FOUR = re.compile(r"([0-9.]{7,15})(/\d{1,2})?(?::(\d{1,5})(?:-(\d{1,5}))?)?")
_SIX = re.compile(r"\[([0-9a-fA-F:.]{2,45})\](/\d{1,3})?(?::(\d{1,5})(?:-(\d{1,5}))?)?")


class Allowed(msgspec.Struct, frozen=True):
    """A network the operator opens, for these ports (both included)."""

    net: Net
    first: int = 0
    last: int = 65_535

    def holds(self, ip: Ip, port: int) -> bool:
        """Whether it opens this door."""
        return ip.version == self.net.version and ip in self.net and self.first <= port <= self.last


def allowed(text: str) -> Allowed:
    """Reads ``10.1.0.0/16``, ``127.0.0.1:8025``, ``10.0.0.0/8:8000-8099`` or ``[fd00::]/8:443``. Raises ValueError."""
    found = _FOUR.fullmatch(text) or _SIX.fullmatch(text)
    if found is None:
        raise ValueError(f"{text} is not a network such as 10.1.0.0/16 or 127.0.0.1:8025")
    address, length, first, last = found.groups()
    net = ipaddress.ip_network(address + (length or ""), strict=False)
    low = int(first or 0)
    high = int(last or first or 65_535)
    if low > high or high > 65_535:
        raise ValueError(f"{text}: no such ports")
    return Allowed(net, low, high)


def closed(ip: Ip) -> bool:
    """Whether nobody outside may make us connect there."""
    if isinstance(ip, ipaddress.IPv4Address):
        return any(ip in net for net in _CLOSED_4)
    if ip.scope_id is not None or ip not in _OPEN_6 or any(ip in net for net in _CLOSED_6):
        return True
    return (int(ip) >> 32) & 0xFFFFFFFF in _ISATAP
