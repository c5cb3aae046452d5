"""The arithmetic is exact, whatever the size of the numbers, and rounded once."""

from decimal import Decimal

from farol.core.exchange.model import Liquidation, Order
from farol.core.exchange.states import OrderStatus
from farol.desk.claims.formula import Logs, compute
from farol.desk.claims.model import LiquidationRule, RefusedRule, Sheet
from farol.kit import clock

LONG = "12345678901234567890.123456789012345678"


def liquidation(size: str, fill: str, side: str = "long", key: str = "L-1") -> Liquidation:
    return Liquidation(key, "BTC-USDT-PERP", clock.now(), side=side, size=size, fill_price=fill)


def refused(key: str, amount: str, side: str = "sell", filled: str = "0") -> Order:
    return Order(key, "BTC-USDT-PERP", side, "limit", OrderStatus.REJECTED, amount=amount, filled=filled, reject_code="busy", created_at=clock.now())


def logs(*found: Liquidation | Order) -> Logs:
    return Logs([x for x in found if isinstance(x, Liquidation)], [x for x in found if isinstance(x, Order)], clock.now())


def test_numbers_of_forty_digits_lose_none() -> None:
    sheet = Sheet("USDT", [LiquidationRule("BTC-USDT-PERP", "2.000000000000000001")], places=8)
    found = compute(sheet, logs(liquidation(LONG, "1")), {})
    exact = int(LONG.replace(".", "")) * (10**18 + 1)  # in units of 10^-36
    assert found.lines[0].amount.replace(".", "") == str(exact).rstrip("0")
    assert found.amount == Decimal("12345678901234567902.46913569")


def test_a_short_loses_upwards_and_a_gain_counts_as_nothing() -> None:
    sheet = Sheet("USDT", [LiquidationRule("BTC-USDT-PERP", "100")])
    found = compute(sheet, logs(liquidation("-2", "110", "short"), liquidation("3", "110", "long", "L-2")), {})
    assert [one.amount for one in found.lines] == ["20", "0"]
    assert "→ 0" in found.lines[1].arithmetic
    assert found.amount == 20


def test_of_repeats_the_largest_counts_and_what_was_filled_does_not() -> None:
    sheet = Sheet("USDT", [RefusedRule("BTC-USDT-PERP", ["busy"], "10", "9")])
    found = compute(sheet, logs(refused("O-1", "5"), refused("O-2", "7", filled="1"), refused("O-3", "2", "buy"), refused("O-4", "9", filled="9")), {})
    assert {one.key: one.amount for one in found.lines} == {"O-2": "6", "O-3": "0"}


def test_rounded_down_capped_and_left_out() -> None:
    sheet = Sheet("USDT", [LiquidationRule("BTC-USDT-PERP", "1")], share=33, least="1", most="3", places=2)
    assert compute(sheet, logs(liquidation("10", "0.3")), {}).amount == Decimal("2.31")
    assert compute(sheet, logs(liquidation("100", "0.3")), {}).amount == 3
    assert compute(sheet, logs(liquidation("1", "0.3")), {}).amount == 0, "below the least nothing is paid"
    left = compute(sheet, logs(liquidation("10", "0.3")), {"L-1": 0})
    assert (left.amount, left.whole) == (0, Decimal("2.31"))
