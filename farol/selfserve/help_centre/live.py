"""What the exchange says now about its networks, for live blocks: read at most twice a minute, never guessed."""

import asyncio
import time
from datetime import datetime

import msgspec

from farol.core import chains
from farol.core.exchange import CoreLink, ExchangeDown, ExchangeRefused
from farol.core.exchange.model import NetworkInfo, Why
from farol.kit import clock
from farol.kit.core import Kit
from farol.selfserve.knowledge.markdown import Live

KEPT_S = 30.0
FAILED_KEPT_S = 5.0
WHY = Why(contact="self", purpose="help centre: public network table", agent="system:0")


class Board(msgspec.Struct, frozen=True):
    """The networks as last seen. ``ok``: they were read just now; else ``rows`` are old, or were never read."""

    ok: bool
    rows: tuple[NetworkInfo, ...]
    seen_at: datetime | None

    def chosen(self, block: Live) -> list[NetworkInfo]:
        """The rows a live block asks for."""
        coin, net = block.filters.get("coin", "").upper(), _code(block.filters.get("net", ""))
        memo = block.filters.get("memo") == "required"
        return [
            row
            for row in self.rows
            if (not coin or row.coin == coin) and (not net or _code(row.network) == net) and (not memo or row.memo_required)
        ]

    def paused(self) -> list[NetworkInfo]:
        """Coins whose deposits or withdrawals are switched off."""
        return [row for row in self.rows if not (row.deposit_enabled and row.withdraw_enabled)]


NEVER = Board(ok=False, rows=(), seen_at=None)
"""What a process knows before it has asked."""


def _code(name: str) -> str:
    """One code for a network, whatever the exchange or an article calls it: TRC20 and TRON are one."""
    known = chains.network(name)
    return known.code if known else name.upper()


class Networks:
    """The board of this process."""

    def __init__(self) -> None:
        self._board = NEVER
        self._until = 0.0
        self._reading = asyncio.Lock()

    def expire(self) -> None:
        """Makes the next request ask the exchange."""
        self._until = 0.0

    async def read(self, kit: Kit) -> Board:
        """The board, at most 30 s old when ``ok``. One request asks the exchange, the others wait for it."""
        if time.monotonic() < self._until:
            return self._board
        async with self._reading:
            if time.monotonic() >= self._until:
                await self._read(kit)
        return self._board

    async def _read(self, kit: Kit) -> None:
        try:
            rows = await kit.get(CoreLink).networks(WHY)
        except (ExchangeDown, ExchangeRefused, KeyError):
            self._board = msgspec.structs.replace(self._board, ok=False)
            self._until = time.monotonic() + FAILED_KEPT_S
        else:
            ordered = tuple(sorted(rows, key=lambda row: (row.coin, row.network)))
            self._board = Board(ok=True, rows=ordered, seen_at=clock.now())
            self._until = time.monotonic() + KEPT_S


async def board(kit: Kit) -> Board:
    """What the exchange says now about its networks."""
    if not kit.has(Networks):
        kit.put(Networks())
    return await kit.get(Networks).read(kit)
