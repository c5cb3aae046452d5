"""The sheet applied to what the logs hold: every line with its arithmetic, in digits that anybody can check. No I/O."""

from datetime import datetime
from decimal import ROUND_DOWN, Decimal, localcontext
from typing import Any

import msgspec

from farol.core.chains.numbers import EXACT
from farol.core.exchange.model import Liquidation, Order
from farol.core.exchange.shapes import Text

from .model import Computed, Line, LiquidationRule, RefusedRule, Sheet


class Logs(msgspec.Struct, frozen=True):
    """What the exchange's logs hold of the account in the window. whole: False when there may be more than was listed."""

    liquidations: list[Liquidation]
    orders: list[Order]
    read_at: datetime
    whole: bool = True


def inside(logs: Logs, start: datetime, end: datetime) -> Logs:
    """Only what happened in the window."""
    return msgspec.structs.replace(
        logs, liquidations=[one for one in logs.liquidations if start <= one.at <= end],
        orders=[one for one in logs.orders if one.created_at and start <= one.created_at <= end])


def compute(sheet: Sheet, logs: Logs, excluded: dict[str, int]) -> Computed:
    """Each line, their sum, and what of it is paid. Exact, however many digits there are; rounded once, at the end, down."""
    with localcontext(EXACT):
        lines = [*_liquidations(sheet, logs, excluded), *_refused(sheet, logs, excluded)]
        whole, _ = _total(sheet, [Decimal(one.amount) for one in lines])
        amount, how = _total(sheet, [Decimal(one.amount) for one in lines if one.excluded is None])
        return Computed(lines, how, amount, whole)


def needs(sheet: Sheet) -> set[str]:
    """Which logs it works from: ``liquidations``, ``orders``."""
    return {"liquidations" if isinstance(rule, LiquidationRule) else "orders" for rule in sheet.rules}


def plain(value: Decimal) -> str:
    """Without an exponent or zeros that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _liquidations(sheet: Sheet, logs: Logs, excluded: dict[str, int]) -> list[Line]:
    found = []
    for one in logs.liquidations:
        rule = next((r for r in sheet.rules if isinstance(r, LiquidationRule) and r.symbol == one.symbol), None)
        if rule is None or one.size is None or one.fill_price is None:
            continue
        size, fill, fair = abs(Decimal(one.size)), Decimal(one.fill_price), Decimal(rule.reference)
        worse = fill - fair if one.side == "short" else fair - fill
        found.append(_line(one.liquidation_id, Text(f"强平 {one.symbol}", f"Liquidation of {one.symbol}"), size, worse,
                           (fill, fair) if one.side == "short" else (fair, fill), sheet.coin, excluded))
    return found


def _refused(sheet: Sheet, logs: Logs, excluded: dict[str, int]) -> list[Line]:
    """The largest of a symbol and side; the others tried the same once more."""
    largest: dict[tuple[str, str], tuple[Decimal, Order, RefusedRule]] = {}
    for one in logs.orders:
        rule = next((r for r in sheet.rules if isinstance(r, RefusedRule) and r.symbol == one.symbol and one.reject_code in r.codes), None)
        if rule is None or one.amount is None:
            continue
        size = abs(Decimal(one.amount)) - abs(Decimal(one.filled or "0"))
        known = largest.get((one.symbol, one.side))
        if size > 0 and (known is None or size > known[0]):
            largest[one.symbol, one.side] = (size, one, rule)
    lines = []
    for size, one, rule in largest.values():
        then, later = Decimal(rule.then), Decimal(rule.later)
        pair = (then, later) if one.side == "sell" else (later, then)
        what = Text(f"被系统拒绝的订单 {one.symbol}", f"Order of {one.symbol} refused by the system")
        lines.append(_line(one.order_id, what, size, pair[0] - pair[1], pair, sheet.coin, excluded))
    return lines


def _line(key: str, what: Text, size: Decimal, worse: Decimal, pair: tuple[Decimal, Decimal], coin: str, excluded: dict[str, int]) -> Line:
    loss = size * max(worse, Decimal(0))
    none = "" if worse > 0 else " → 0"
    sum_ = f"{plain(size)} × ({plain(pair[0])} − {plain(pair[1])}) = {plain(size * worse)}{none} {coin}"
    return Line(key, what, sum_, plain(loss), excluded.get(key))


def _total(sheet: Sheet, amounts: list[Decimal]) -> tuple[Decimal, str]:
    sum_ = sum(amounts, Decimal(0))
    share = sum_ * sheet.share / 100
    parts = [f"{' + '.join(plain(one) for one in amounts) or '0'} = {plain(sum_)}", f"× {sheet.share} % = {plain(share)}"]
    if sheet.most is not None and share > Decimal(sheet.most):
        share = Decimal(sheet.most)
        parts.append(f"≤ {sheet.most}")
    rounded = share.quantize(Decimal(1).scaleb(-sheet.places), ROUND_DOWN)
    if rounded != share:
        parts.append(f"→ {plain(rounded)}")
    if rounded and rounded < Decimal(sheet.least):
        rounded = Decimal(0)
        parts.append(f"< {sheet.least} → 0")
    return rounded, "; ".join(parts) + f" {sheet.coin}"


def logs_of(raw: Any) -> Logs:
    """As they were kept."""
    return msgspec.convert(raw, Logs)
