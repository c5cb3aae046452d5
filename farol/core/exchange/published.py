"""What the exchange says now of its networks and its rules, for pages, macros and answers: kept half a minute, never guessed."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Generic, TypeVar

import msgspec

from farol.core import chains
from farol.kit import clock
from farol.kit.core import Kit

from .client import CoreLink
from .facts import NAME, Facts
from .model import NetworkInfo, Why
from .problems import ExchangeDown, ExchangeRefused

KEPT_S = 30.0
FAILED_KEPT_S = 5.0
MOST_TABLES = 500
"""Tables one process keeps; the one asked for longest ago goes first."""
WHY = Why(contact="self", purpose="public table", agent="system:0")

V = TypeVar("V")


class Read(msgspec.Struct, Generic[V], frozen=True):
    """Something the exchange said. ``ok``: just now; else ``value`` is old, and None when it was never read.

    ``known`` false: the exchange answers, and has no such thing.
    """

    ok: bool
    value: V | None = None
    seen_at: datetime | None = None
    known: bool = True


class _Kept(Generic[V]):
    """One thing of the exchange as this process last read it. One caller asks, the others wait for the answer."""

    def __init__(self) -> None:
        self._now: Read[V] = Read(ok=False)
        self._until = 0.0
        self._reading = asyncio.Lock()

    def expire(self) -> None:
        self._until = 0.0

    async def read(self, ask: Callable[[], Awaitable[V]]) -> Read[V]:
        if time.monotonic() < self._until:
            return self._now
        async with self._reading:
            if time.monotonic() >= self._until:
                self._now, kept_s = await self._asked(ask)
                self._until = time.monotonic() + kept_s
        return self._now

    async def _asked(self, ask: Callable[[], Awaitable[V]]) -> tuple[Read[V], float]:
        try:
            return Read(ok=True, value=await ask(), seen_at=clock.now()), KEPT_S
        except ExchangeRefused as refused:
            if refused.fields.get("core_code") == "not_found":
                return Read(ok=True, seen_at=clock.now(), known=False), KEPT_S
        except (ExchangeDown, KeyError):
            pass
        return msgspec.structs.replace(self._now, ok=False), FAILED_KEPT_S


class Published:
    """What this process keeps of the exchange's public tables."""

    def __init__(self) -> None:
        self._networks: _Kept[list[NetworkInfo]] = _Kept()
        self._tables: OrderedDict[str, _Kept[Facts]] = OrderedDict()

    def expire(self) -> None:
        """Makes the next reader ask the exchange."""
        self._networks.expire()
        for kept in self._tables.values():
            kept.expire()

    async def networks(self, kit: Kit) -> Read[list[NetworkInfo]]:
        """Every coin on every network, in that order."""

        async def ask() -> list[NetworkInfo]:
            return sorted(await kit.get(CoreLink).networks(WHY), key=lambda row: (row.coin, row.network))

        return await self._networks.read(ask)

    async def table(self, kit: Kit, name: str) -> Read[Facts]:
        """The table of that name."""
        if not NAME.fullmatch(name):
            return Read(ok=True, seen_at=clock.now(), known=False)
        kept = self._tables.setdefault(name, _Kept())
        self._tables.move_to_end(name)
        if len(self._tables) > MOST_TABLES:
            self._tables.popitem(last=False)
        return await kept.read(lambda: kit.get(CoreLink).facts(WHY, name))


async def networks(kit: Kit) -> Read[list[NetworkInfo]]:
    """What the exchange says of its networks, at most 30 s old when ``ok``."""
    return await _of(kit).networks(kit)


async def table(kit: Kit, name: str) -> Read[Facts]:
    """A published table, at most 30 s old when ``ok``."""
    return await _of(kit).table(kit, name)


def _of(kit: Kit) -> Published:
    if not kit.has(Published):
        kit.put(Published())
    return kit.get(Published)


def chosen(rows: list[NetworkInfo], filters: Mapping[str, str]) -> list[NetworkInfo]:
    """The rows that ``coin=``, ``net=`` and ``memo=required`` ask for; TRC20 and TRON are one network."""
    coin, net, memo = filters.get("coin", "").upper(), _code(filters.get("net", "")), filters.get("memo") == "required"
    return [
        row for row in rows
        if (not coin or row.coin == coin) and (not net or _code(row.network) == net) and (not memo or row.memo_required)
    ]  # fmt: skip


def paused(rows: list[NetworkInfo]) -> list[NetworkInfo]:
    """Those whose deposits or withdrawals are switched off."""
    return [row for row in rows if not (row.deposit_enabled and row.withdraw_enabled)]


def _code(name: str) -> str:
    known = chains.network(name)
    return known.code if known else name.upper()
