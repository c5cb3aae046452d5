"""Amounts, networks, ticket numbers and error codes in a sentence."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.core.chains import mentions


def facts(text: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.value, one.coin) for one in mentions(text)]


@pytest.mark.parametrize(
    ("text", "value", "coin"),
    [
        ("我充了500 USDT没到", "500", "USDT"),
        ("0.35个BTC", "0.35", "BTC"),
        ("转了5U", "5", "USDT"),
        ("５００Ｕ", "500", "USDT"),
        ("sent 1,234.56 usdt", "1234.56", "USDT"),
        ("1.5万U没了", "15000", "USDT"),
        ("USDT 20", "20", "USDT"),
        ("两笔,各3枚以太坊", "3", "ETH"),
        ("20k usdt", "20000", "USDT"),
    ],
)
def test_amounts(text: str, value: str, coin: str) -> None:
    assert facts(text) == [("amount", value, coin)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("用TRC20转的", ["TRON"]),
        ("ERC-20 选成了 BEP20", ["ETH", "BSC"]),
        ("走的波场网络", ["TRON"]),
        ("arbitrum one deposit", ["ARBITRUM"]),
        ("I live near the base", []),
        ("NEAR deposit", ["NEAR"]),
    ],
)
def test_networks(text: str, codes: list[str]) -> None:
    assert [one.value for one in mentions(text) if one.kind == "network"] == codes


def test_tickets_and_error_codes() -> None:
    assert facts("工单frl-2026-000123 提币报错131089") == [
        ("ticket", "FRL-2026-000123", ""),
        ("error_code", "131089", ""),
    ]
    assert facts("API error -1021") == [("error_code", "-1021", "")]
    assert facts("131090是什么意思") == [("error_code", "131090", "")]
    assert facts("我的号码是654321，订单1310890001") == []


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1.", "1万", "FRL-", "USDT ", "错误", "131089", "以", "a1", "1 "]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    started = time.process_time()
    mentions(text)
    assert time.process_time() - started < 1.0


@given(st.text(max_size=300))
def test_offsets_always_point_at_the_text(text: str) -> None:
    assert all(text[one.start : one.end] == one.text for one in mentions(text))
