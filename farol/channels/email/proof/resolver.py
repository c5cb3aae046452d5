"""Where DNS records come from: the operator's name servers, or a zone that stands in for them. Both answer alike."""

import asyncio
import fnmatch
import json
import time
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

import dns.asyncresolver
import dns.exception
import dns.rdatatype
import dns.resolver

from farol.kit.core import Kit
from farol.kit.settings import Settings

KEPT_S = 60.0
MOST_KEPT = 5_000
LOOKUP_S = 4.0
_HOPS = 10
KINDS = frozenset({"A", "AAAA", "MX", "PTR", "TXT", "NS"})


class Unresolved(Exception):
    """Nobody could tell now: a timeout, or a server that fails."""


class Resolver(Protocol):
    """Answers with records as ``model.Answer`` has them; none when the name or the kind does not exist."""

    async def look_up(self, name: str, kind: str) -> list[bytes]:
        """Raises Unresolved."""
        ...


class Dns:
    """The name servers of the machine, or those given. Every answer is kept for a while, so that one mail asks once."""

    def __init__(self, servers: Sequence[str] = (), port: int = 53, lookup_s: float = LOOKUP_S, kept_s: float = KEPT_S) -> None:
        self._resolver = dns.asyncresolver.Resolver(configure=not servers)
        if servers:
            self._resolver.nameservers = list(servers)
            self._resolver.port = port
        self._lookup_s, self._kept_s = lookup_s, kept_s
        self._kept: OrderedDict[tuple[str, str], tuple[float, list[bytes]]] = OrderedDict()

    async def look_up(self, name: str, kind: str) -> list[bytes]:
        """One question with a time limit. Raises Unresolved."""
        key = (name.lower().rstrip("."), kind)
        kept = self._kept.get(key)
        if kept and kept[0] > time.monotonic():
            return kept[1]
        records = await self._ask(*key)
        self._kept[key] = (time.monotonic() + self._kept_s, records)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return records

    async def _ask(self, name: str, kind: str) -> list[bytes]:
        try:
            answer = await asyncio.wait_for(
                self._resolver.resolve(name + ".", kind, raise_on_no_answer=False, lifetime=self._lookup_s, search=False), self._lookup_s + 1)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer, UnicodeError):
            return []
        except (dns.exception.DNSException, OSError, TimeoutError) as error:
            if isinstance(error, (dns.exception.SyntaxError, dns.exception.FormError)) or "LabelTooLong" in type(error).__name__:
                return []
            raise Unresolved(f"{kind} {name}") from error
        return [_bytes(record, kind) for record in answer.rrset or ()]


def _bytes(record: object, kind: str) -> bytes:
    if kind == "TXT":
        return b"".join(record.strings)  # type: ignore[attr-defined]
    return str(record).rstrip(".").encode()


class Zone:
    """Records of a mapping ``{name: {kind: [record]}}``. A name may hold ``*``; ``"TIMEOUT"`` in place of the records means just that."""

    def __init__(self, names: Mapping[str, Mapping[str, Sequence[str]] | str]) -> None:
        self._exact = {name.lower().rstrip("."): kinds for name, kinds in names.items() if "*" not in name}
        self._patterns = {name.lower().rstrip("."): kinds for name, kinds in names.items() if "*" in name}

    async def look_up(self, name: str, kind: str) -> list[bytes]:
        """Follows CNAME, as name servers do. Raises Unresolved."""
        for _ in range(_HOPS):
            found = self._of(name.lower().rstrip("."))
            if isinstance(found, str):
                raise Unresolved(name)
            if kind in found or "CNAME" not in found:
                if found.get(kind) == "TIMEOUT":
                    raise Unresolved(name)
                return [record.encode() for record in found.get(kind, ())]
            name = found["CNAME"][0]
        return []

    def _of(self, name: str) -> Mapping[str, Sequence[str]] | str:
        if name in self._exact:
            return self._exact[name]
        return next((kinds for pattern, kinds in self._patterns.items() if fnmatch.fnmatchcase(name, pattern)), {})


class ZoneFile:
    """A zone in a JSON file, read again when it changes; a missing file is an empty zone. For the demo, whose mail never leaves the machine."""

    def __init__(self, path: Path) -> None:
        self._path, self._read_at, self._zone = path, -1.0, Zone({})

    async def look_up(self, name: str, kind: str) -> list[bytes]:
        """As Zone. Raises Unresolved."""
        changed = self._path.stat().st_mtime if self._path.exists() else -1.0
        if changed != self._read_at:
            self._zone = Zone(json.loads(self._path.read_text()) if changed >= 0 else {})
            self._read_at = changed
        return await self._zone.look_up(name, kind)


def of(settings: Settings, kept_s: float = KEPT_S) -> Resolver:
    """Where this process asks: the demo's zone, or name servers."""
    return ZoneFile(Path(settings.mail_zone)) if settings.demo and settings.mail_zone else Dns(kept_s=kept_s)


class Names:
    """Where an operator's questions go, who may have changed a record a moment ago: nothing is kept. Tests put one of their own in its place."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    async def words(self, name: str) -> list[str]:
        """Text records, each whole. Raises Unresolved."""
        return [record.decode("latin-1") for record in await self._resolver.look_up(name, "TXT")]

    async def hosts(self, name: str) -> list[str]:
        """Hosts that take mail, the preferred first, without the dot at the end; none for a domain that says it takes none. Raises Unresolved."""
        found = [record.decode("latin-1").split() for record in await self._resolver.look_up(name, "MX")]
        return [parts[1].rstrip(".") for parts in sorted(found, key=lambda parts: int(parts[0])) if len(parts) == 2]


def names(kit: Kit) -> Names:
    """The process's one."""
    if not kit.has(Names):
        kit.put(Names(of(kit.settings, kept_s=0)))
    return kit.get(Names)


class Limited:
    """What one mail may cost: so many questions, so many seconds. Beyond that nobody can tell."""

    def __init__(self, resolver: Resolver, most: int = 80, within_s: float = 20.0) -> None:
        self._resolver, self._left, self._until = resolver, most, time.monotonic() + within_s

    async def look_up(self, name: str, kind: str) -> list[bytes]:
        """Raises Unresolved when the allowance is spent."""
        self._left -= 1
        left_s = self._until - time.monotonic()
        if self._left < 0 or left_s <= 0 or kind not in KINDS:
            raise Unresolved("too many questions")
        try:
            return await asyncio.wait_for(self._resolver.look_up(name, kind), left_s)
        except TimeoutError as error:
            raise Unresolved(name) from error
