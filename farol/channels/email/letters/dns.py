"""Asking the name system what a domain says of its mail. A process may put another resolver in its place."""

from typing import Any, Protocol

import dns.asyncresolver
import dns.exception
import dns.resolver

from farol.kit.core import Kit

LONGEST_S = 5.0
MOST = 20
"""Records of one name that are looked at."""


class Unanswered(Exception):
    """No server answered; this says nothing about the record."""


class Resolver(Protocol):
    """What is asked. An empty list: there is no such record."""

    async def txt(self, name: str) -> list[str]: ...
    async def mx(self, name: str) -> list[str]: ...


class Names:
    """The machine's own resolver; ``instead`` stands for it in tests."""

    def __init__(self, instead: Resolver | None = None) -> None:
        self._instead = instead

    async def txt(self, name: str) -> list[str]:
        """Text records, each whole."""
        if self._instead:
            return await self._instead.txt(name)
        return [b"".join(found.strings).decode("latin-1") for found in await _ask(name, "TXT")]

    async def mx(self, name: str) -> list[str]:
        """Hosts that take mail, the preferred first, without the dot at the end."""
        if self._instead:
            return await self._instead.mx(name)
        found = sorted(await _ask(name, "MX"), key=lambda each: each.preference)
        return [str(each.exchange).rstrip(".") for each in found]


async def _ask(name: str, kind: str) -> list[Any]:
    try:
        answer = await dns.asyncresolver.resolve(name, kind, lifetime=LONGEST_S)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return []
    except (dns.exception.DNSException, OSError) as error:
        raise Unanswered from error
    return list(answer)[:MOST]


def names(kit: Kit) -> Names:
    """The process's one."""
    if not kit.has(Names):
        kit.put(Names())
    return kit.get(Names)
