"""Amounts, networks, ticket numbers and error codes in a sentence."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.core.chains import coin, coins, mentions, same_coin


def facts(text: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.value, one.coin) for one in mentions(text)]


@pytest.mark.parametrize(
    ("text", "value", "coin"),
    [
        ("1,000.5 USDT", "1000.5", "USDT"),
        ("0,5 BTC", "0.5", "BTC"),
        ("0,500 BTC", "0.5", "BTC"),
        ("1.000,25 usdt", "1000.25", "USDT"),
        ("1'000'000 USDT", "1000000", "USDT"),
        ("两千U", "2000", "USDT"),
        ("三万二U", "32000", "USDT"),
        ("一千二百五十USDT", "1250", "USDT"),
        ("一百零五个usdt", "105", "USDT"),
        ("半个比特币", "0.5", "BTC"),
        ("1.2万U", "12000", "USDT"),
        ("1万5U", "15000", "USDT"),
        ("一点二万U", "12000", "USDT"),
        ("٥٠٠ USDT", "500", "USDT"),
        ("bitcoin 0.3", "0.3", "BTC"),
        ("12345678901234567890.12345678901234567891 ETH", "12345678901234567890.12345678901234567891", "ETH"),
        ("1234567890123456789012345678901234567890 SHIB", "1234567890123456789012345678901234567890", "SHIB"),
        ("5000 matic", "5000", "MATIC"),
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
        ("用arb链转的", ["ARBITRUM"]),
        ("sent it on the base network", ["BASE"]),
        ("币安智能链", ["BSC"]),
        ("选了 trc-20", ["TRON"]),
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
    assert facts("我的号码是654321，房间1310890001") == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("订单1310890001", "order_id", "1310890001"),
        ("提币单号：WD-3F09A1C27B", "withdrawal_id", "WD-3F09A1C27B"),
        ("my withdrawal ID is 88213344 please", "withdrawal_id", "88213344"),
        ("DEP-3F09A1C27B", "deposit_id", "DEP-3F09A1C27B"),
        ("C2C订单 2214455667788", "p2p_order_id", "2214455667788"),
        ("p2p order #2214455667788", "p2p_order_id", "2214455667788"),
        ("memo填的104722", "memo", "104722"),
        ("destination tag: 998877", "memo", "998877"),
        ("充XRP忘记填标签了", "memo", ""),
        ("I forgot the destination tag", "memo", ""),
        ("标签漏填了", None, None),
        ("withdrawal to Binance in 2026", None, None),
        ("the order was placed", None, None),
    ],
)
def test_ids_and_memos(text: str, kind: str | None, value: str | None) -> None:
    found = [(one.kind, one.value) for one in mentions(text) if one.kind.endswith("_id") or one.kind == "memo"]
    assert found == ([(kind, value)] if kind else [])


def test_the_exchanges_own_forms_of_ids_come_first() -> None:
    (found,) = [m for m in mentions("看下 t7734512-x 这笔", {"withdrawal": ["T#######-@"], "bad": ["####"]}) if m.kind != "coin"]
    assert (found.kind, found.value) == ("withdrawal_id", "T7734512-X")
    assert mentions("aaaa", {"order": ["(a+)+$", "####", "#" * 100]}) == []


@pytest.mark.parametrize(
    ("text", "coins"),
    [("我充的ETH没到", ["ETH"]), ("usdt deposit", ["USDT"]), ("充了比特币没到", ["BTC"]), ("a near miss", []), ("NEAR deposit", ["NEAR"]), ("U", [])],
)
def test_coins_without_an_amount(text: str, coins: list[str]) -> None:
    assert [one.value for one in mentions(text) if one.kind == "coin"] == coins


def test_an_amount_that_is_not_meant_exactly_says_so() -> None:
    assert [m.about for m in mentions("大概5000U，另外 20 USDT，还有三千多U")] == [True, False, True]


def test_a_renamed_coin_is_the_same_coin() -> None:
    assert same_coin("MATIC", "pol")
    assert not same_coin("USDT", "USDC")
    assert (coin("泰达币") or coins()["BTC"]).code == "USDT"


@given(st.decimals(min_value=0, max_value=10**30, places=9, allow_nan=False))
def test_any_amount_is_kept_exact(number: Decimal) -> None:
    (found,) = mentions(f"共 {number:f} USDT")
    assert Decimal(found.value) == number


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1.", "1万", "FRL-", "USDT ", "错误", "131089", "以", "a1", "1 ", "一", "万", "memo", "忘", "提币", "WD-", "1'000", "币", "0,", "arb "]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    started = time.process_time()
    mentions(text)
    assert time.process_time() - started < 1.0


@given(st.text(max_size=300))
def test_offsets_always_point_at_the_text(text: str) -> None:
    assert all(text[one.start : one.end] == one.text for one in mentions(text))
