"""What is kept of the exchange's public tables: asked rarely, honest about its age, never guessed."""

import asyncio
from typing import Any, cast

import pytest

from farol.core.exchange import published
from farol.core.exchange.client import CoreLink
from farol.core.exchange.facts import Both, Facts
from farol.core.exchange.model import NetworkInfo
from farol.core.exchange.problems import ExchangeDown, ExchangeRefused
from farol.core.exchange.published import Published
from farol.kit.core import Kit

TABLE = Facts("kyc-levels", Both("等级", "Levels"), [Both("级", "Level")], [["1"]])
ROWS = [
    NetworkInfo("XRP", "XRP", True, False, memo_required=True),
    NetworkInfo("USDT", "TRON", True, True),
    NetworkInfo("USDT", "ETH", True, True),
]


class Core(CoreLink):
    """Answers, or fails with what the test set, and counts."""

    def __init__(self) -> None:
        super().__init__("", "", "")
        self.asked, self.fails = 0, cast(Exception | None, None)

    async def _says(self, value: Any) -> Any:
        self.asked += 1
        await asyncio.sleep(0)
        if self.fails:
            raise self.fails
        return value

    async def facts(self, why: object, name: str) -> Facts:
        return cast(Facts, await self._says(TABLE))

    async def networks(self, why: object) -> list[NetworkInfo]:
        return cast(list[NetworkInfo], await self._says(ROWS))


@pytest.fixture
def core() -> Core:
    return Core()


@pytest.fixture
def kit(core: Core) -> Kit:
    kit = Kit(settings=cast(Any, None), db=cast(Any, None), bus=cast(Any, None), files=cast(Any, None))
    kit._parts[CoreLink] = core
    return kit


async def test_many_readers_ask_once(kit: Kit, core: Core) -> None:
    read = await asyncio.gather(*(published.table(kit, "kyc-levels") for _ in range(50)))
    assert core.asked == 1
    assert all(one.ok and one.known and one.value is TABLE for one in read)
    assert read[0].seen_at is not None
    await published.networks(kit)
    assert core.asked == 2


async def test_an_exchange_that_went_away_leaves_what_it_said_marked_as_old(kit: Kit, core: Core) -> None:
    before = await published.table(kit, "kyc-levels")
    core.fails = ExchangeDown()
    kit.get(Published).expire()
    after = await published.table(kit, "kyc-levels")
    assert (after.ok, after.value, after.seen_at) == (False, TABLE, before.seen_at)
    core.fails = None
    kit.get(Published).expire()
    assert (await published.table(kit, "kyc-levels")).ok


async def test_what_was_never_read_is_not_there(kit: Kit, core: Core) -> None:
    core.fails = ExchangeRefused(core_code="scope")
    read = await published.networks(kit)
    assert (read.ok, read.value, read.seen_at) == (False, None, None)


async def test_a_table_the_exchange_does_not_have_is_said_so(kit: Kit, core: Core) -> None:
    core.fails = ExchangeRefused(core_code="not_found")
    assert not (await published.table(kit, "kyc-levels")).known
    assert not (await published.table(kit, "../secrets")).known
    assert core.asked == 1


async def test_names_never_fill_the_memory(kit: Kit, core: Core) -> None:
    for number in range(published.MOST_TABLES + 20):
        await published.table(kit, f"t-{number}")
    assert len(kit.get(Published)._tables) == published.MOST_TABLES


async def test_rows_are_chosen_by_coin_network_and_memo(kit: Kit) -> None:
    rows = (await published.networks(kit)).value or []
    assert [row.network for row in rows] == ["ETH", "TRON", "XRP"]
    assert [row.network for row in published.chosen(rows, {"coin": "usdt", "net": "TRC20"})] == ["TRON"]
    assert [row.coin for row in published.chosen(rows, {"memo": "required"})] == ["XRP"]
    assert [row.coin for row in published.paused(rows)] == ["XRP"]
