"""The board of networks: paused first, narrowed by coin in any spelling, honest when the exchange is silent."""

from collections.abc import Awaitable, Callable
from typing import Any

from tests.world import Client, World

ROWS = [
    {"coin": "BTC", "network": "BTC", "deposit_enabled": True, "withdraw_enabled": True, "min_deposit": "0.0001", "confirm_credit": 2},
    {"coin": "POL", "network": "POLYGON", "deposit_enabled": True, "withdraw_enabled": True},
    {"coin": "USDT", "network": "TRON", "deposit_enabled": False, "withdraw_enabled": True, "deposit_resume_at": "2026-11-30T10:00:00Z"},
]
Exchange = Callable[[Any], Awaitable[None]]


async def test_every_network_stands_there_with_what_is_paused_first(reader: Client, exchange: Exchange) -> None:
    await exchange(ROWS)
    text = (await reader.get("/help/en/networks")).text
    assert text.index("USDT · ") < text.index("BTC · ")
    assert "back 30 November, 10:00 UTC" in text
    assert text.count("<tr>") == 1 + len(ROWS)
    assert "网络状态" in (await reader.get("/help/zh/networks")).text


async def test_a_coin_is_found_by_any_of_its_names(reader: Client, exchange: Exchange) -> None:
    await exchange(ROWS)
    for asked, name in (("比特币", "BTC · "), ("matic", "POL · "), ("u", "USDT · ")):
        text = (await reader.get("/help/en/networks", params={"coin": asked})).text
        assert name in text
        assert text.count("<tr>") == 2
    odd = (await reader.get("/help/en/networks", params={"coin": '"><script>'})).text
    assert "<script>" not in odd.replace('<script src', '')
    assert (await reader.get("/help/xx/networks")).status_code == 404


async def test_a_silent_exchange_is_said_to_be(world: World, reader: Client, exchange: Exchange) -> None:
    await exchange(None)
    answer = await reader.get("/help/en/networks")
    assert answer.status_code == 200
    assert "<tbody>" not in answer.text
