"""The check itself: where a connection may go, decided on the addresses it will then be made to."""

import msgspec

from farol.kit.core import Kit
from farol.kit.networks import Allowed, Ip, allowed, closed

from . import address
from .address import PORTS, Place
from .names import names
from .problems import AddressPlain, AddressRefused, AddressUnknown, PortRefused

MAIL_PORTS = (25, 110, 143, 465, 587, 993, 995, 2525)
"""Where mail servers listen."""


class Checked(msgspec.Struct, frozen=True):
    """A place with the addresses that were looked at: only these may be connected to, and by their number."""

    host: str
    port: int
    addresses: tuple[str, ...]


async def look(kit: Kit, place: Place, ports: tuple[int, ...], *, plain: bool = True, own: bool = False) -> Checked:
    """Resolves once and decides. own: the operator named this place. One closed address among several refuses them all:
    who owns the name decides which comes first. Raises AddressUnknown, AddressRefused, AddressPlain, PortRefused."""
    found = [place.ip] if place.ip else await names(kit).addresses(place.host)
    if not found:
        raise AddressUnknown
    opened = own or all(_opened(kit, ip, place.port) for ip in found)
    if not opened:
        if any(closed(ip) and not _opened(kit, ip, place.port) for ip in found):
            raise AddressRefused
        if place.port not in ports:
            raise PortRefused
        if not plain:
            raise AddressPlain
    return Checked(place.host, place.port, tuple(map(str, found)))


def _opened(kit: Kit, ip: Ip, port: int) -> bool:
    return any(each.holds(ip, port) for each in opened(kit))


def opened(kit: Kit) -> tuple[Allowed, ...]:
    """What the operator allows (``FAROL_OUTBOUND_ALLOWED``)."""
    return tuple(map(allowed, kit.settings.outbound_allowed))


async def check(kit: Kit, url: str, *, plain: bool = False) -> Checked:
    """Whether a URL may be asked: over TLS, unless ``plain``, at the usual port, outside private networks. Connects to nothing."""
    scheme, place = address.place(url)
    return await look(kit, place, tuple(PORTS.values()) if plain else (PORTS["https"],), plain=plain or scheme == "https")


async def connect_address(kit: Kit, host: str, port: int, *, ports: tuple[int, ...] = MAIL_PORTS) -> Checked:
    """Where to connect for a server that somebody named. Connect to one of ``addresses``; check the certificate for ``host``."""
    named, ip = address.host(host)
    return await look(kit, Place(named, port, ip), ports)
