"""What a venue told is read as it is, served as a core link, and kept while the venue is silent.

``htx.json`` is part of a recorded public answer that ccxt publishes with its own tests. No venue is asked here.
"""

import asyncio
import json
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

import httpx2
import pytest
from typer.testing import CliRunner

from farol.app.cli import app as cli
from farol.app.connectors.feed import Feed
from farol.app.connectors.server import build
from farol.app.connectors.translate import code, networks
from farol.core.exchange.client import CoreLink
from farol.core.exchange.model import Why
from farol.core.exchange.problems import ExchangeDown, ExchangeRefused, NotOffered

RECORDED: dict[str, Any] = json.loads(Path(__file__).with_name("htx.json").read_text())
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
WHY = Why("self", "networks.page", "system:0")
SECRET = "a-connector-secret-of-enough-bytes"


class Htx:
    """Answers what was recorded, or fails."""

    id = "htx"
    has: dict[str, Any] = {"fetchStatus": True}

    def __init__(self) -> None:
        self.status, self.fails, self.closed, self.currencies = "ok", False, False, RECORDED

    async def fetch_status(self) -> dict[str, Any]:
        if self.fails:
            raise RuntimeError("the venue is away")
        return {"status": self.status}

    async def fetch_currencies(self) -> dict[str, Any]:
        return self.currencies

    async def close(self) -> None:
        self.closed = True


def link(feed: Feed, core: str = "", transport: httpx2.AsyncBaseTransport | None = None) -> CoreLink:
    app = build(feed, {"farol-1": SECRET}, core, transport)
    return CoreLink("http://venue", "farol-1", SECRET, transport=httpx2.ASGITransport(cast(Any, app)), timeout_s=30)


def test_what_was_recorded() -> None:
    told = networks("htx", RECORDED, NOW)
    assert [(one.coin, one.network, one.deposit_enabled, one.withdraw_enabled) for one in told.entries] == [
        ("BTC", "BASE", True, False), ("BTC", "BSC", True, False), ("BTC", "BTC", True, True),
    ]  # fmt: skip
    btc = told.entries[2]
    assert (btc.min_deposit, btc.min_withdraw, btc.withdraw_fee, btc.confirm_credit, btc.confirm_unlock) == ("0.00003", "0.0001", "0.00005", 1, 2)
    assert (told.entries[0].withdraw_fee, told.entries[0].contract) == (None, "0xcbB7C0000aB88B473b1f5aFd9ef808440eed33Bf")
    assert btc.raw == RECORDED["BTC"]["networks"]["BTC"]["info"]


@pytest.mark.parametrize(
    ("venue", "name", "expected"),
    [("okx", "TRC20", "TRON"), ("htx", "TRX", "TRON"), ("okx", "Avalanche C-Chain", "AVAXC"), ("bybit", "CAVAX", "AVAXC"), ("binance", "MATIC", "POLYGON"),
     ("okx", "BRC20", ""), ("htx", "HECO", ""), ("okx", "no such thing", "")],
)  # fmt: skip
def test_names(venue: str, name: str, expected: str) -> None:
    assert code(venue, name) == expected


@pytest.mark.parametrize("network", [{}, {"deposit": None, "withdraw": "yes", "info": "text", "fee": float("nan"), "limits": None}, {"fee": -1.0, "info": {"minConfirm": "many"}}])
def test_what_is_not_told_is_closed(network: dict[str, Any]) -> None:
    [one] = networks("binance", {"USDT": {"networks": {"ERC20": network}}, "X": None, "Y": {"networks": None}}, NOW).entries
    assert (one.deposit_enabled, one.withdraw_enabled, one.withdraw_fee, one.confirm_credit) == (False, False, None, None)


def test_small_floats_stay_exact() -> None:
    [one] = networks("kucoin", {"USDT": {"networks": {"ERC20": {"deposit": True, "fee": 1e-8, "limits": {"deposit": {"min": 12}}}}}}, NOW).entries
    assert (one.withdraw_fee, one.min_deposit) == ("0.00000001", "12")


async def test_served_as_a_core_link() -> None:
    venue = Htx()
    feed = Feed(venue)
    client = link(feed)
    with pytest.raises(ExchangeDown):
        await client.networks(WHY)
    assert await feed.ask()
    asked = link(feed)
    assert [one.network for one in await asked.networks(WHY)] == ["BASE", "BSC", "BTC"]
    assert await asked.incidents(WHY) == []
    assert (await asked.capabilities(WHY)).reads == ["capabilities", "networks", "incidents"]
    with pytest.raises(NotOffered):
        await asked.user(WHY, "1")
    venue.status = "maintenance"
    await feed.ask()
    assert [one.state for one in await asked.incidents(WHY)] == ["ongoing"]
    other = CoreLink("http://venue", "farol-1", "another", transport=httpx2.ASGITransport(cast(Any, build(feed, {"farol-1": SECRET}))))
    with pytest.raises(ExchangeRefused) as refused:
        await other.networks(WHY)
    assert refused.value.fields["core_code"] == "unauthorized"
    await asyncio.gather(client.close(), asked.close(), other.close())


async def test_a_silent_venue_leaves_its_last_answer() -> None:
    venue = Htx()
    feed = Feed(venue, lambda: NOW)
    await feed.ask()
    venue.fails = True
    assert not await feed.ask()
    assert (feed.at, feed.failed_since, len(feed.told.entries) if feed.told else 0) == (NOW, NOW, 3)
    venue.fails, venue.currencies = False, {}
    assert not await feed.ask()
    assert feed.told is not None


async def test_in_front_of_a_core() -> None:
    asked: list[httpx2.Request] = []

    def core(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        if request.url.path == "/v1/capabilities":
            return httpx2.Response(200, json={"version": "1.0.0", "reads": ["capabilities", "user"], "actions": [], "events": []})
        return httpx2.Response(200, json={"uid": "7", "status": "active"})

    feed = Feed(Htx())
    await feed.ask()
    client = link(feed, "http://core", httpx2.MockTransport(core))
    assert (await client.capabilities(WHY)).reads == ["capabilities", "user", "networks", "incidents"]
    assert (await client.user(WHY, "7")).status == "active"
    assert len(await client.networks(WHY)) == 3
    assert [request.url.path for request in asked] == ["/v1/capabilities", "/v1/users/7"]
    assert {"x-farol-signature", "x-farol-nonce", "x-farol-contact-id"} <= set(asked[1].headers)
    await client.close()


def test_without_ccxt_it_says_so() -> None:
    assert CliRunner().invoke(cli, ["connector", "ccxt", "--venue", "htx"], env={"FAROL_CORE_LINK_SECRET": ""}).exit_code == 2
    if find_spec("ccxt") is None:
        found = CliRunner().invoke(cli, ["connector", "ccxt", "--venue", "htx"], env={"FAROL_CORE_LINK_SECRET": SECRET})
        assert (found.exit_code, "farol[ccxt]" in found.stderr) == (2, True)
