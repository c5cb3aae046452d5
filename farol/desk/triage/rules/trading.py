"""Orders, positions that were closed by force, outages and programs."""

import re
from collections.abc import Iterator
from datetime import timedelta

from farol.core.exchange.shapes import Text
from farol.core.exchange.states import OrderStatus as O
from farol.core.exchange.words import both, moment_of
from farol.desk.triage.model import Fact, Said, Seen

from .names import ORDER, code, named
from .rule import POINTED, fact, passed, reader, speaks_for, weigh

SYSTEM = frozenset({"system_busy", "system_error", "internal_error", "service_unavailable", "matching_down", "timeout"})
"""Refusals that are the exchange's, not the order's."""
LATELY = timedelta(days=14)
OUTAGE = re.compile(
    r"卡|崩|宕|故障|停顿|打不开|加载|闪退|维护|平不|撤不|下不了|赔|补偿|\b(?:down|outage|crash|froze|frozen|lag|slow|stuck|unavailable|could ?n[o']?t"
    r"|not load|error|compensat|refund|claim)", re.IGNORECASE)
"""Words of somebody for whom something did not work. Everybody had the incident; without them it says nothing of a ticket."""


@speaks_for("trd.order")
def order(seen: Seen, said: Said) -> Iterator[Fact]:
    """Stuck or refused for a reason of its own."""
    strength = {O.CANCELING: 1.1, O.REJECTED: 1.0, O.PARTIALLY_FILLED: 0.7, O.OPEN: 0.4, O.EXPIRED: 0.4}
    for one in seen.orders:
        if one.status in strength and one.reject_code not in SYSTEM:
            words = both("委托 {symbol}：{status}{code}", "Order {symbol}: {status}{code}", symbol=one.symbol,
                         status=named(ORDER, one.status), code=code(one.reject_code))  # fmt: skip
            yield fact(f"order.{one.status}", words, weigh(strength[one.status], seen, said, one, "order", one.order_id), one.order_id)


@speaks_for("trd.liquidation")
def liquidation(seen: Seen, said: Said) -> Iterator[Fact]:
    """A position was closed by force."""
    for one in seen.liquidations:
        words = both("{symbol} 仓位在 {at} 被强平", "{symbol} position was liquidated at {at}", symbol=one.symbol, at=moment_of(one.at, reader(seen)))
        yield fact("position.liquidated", words, weigh(1.1, seen, said, one, "liquidation", one.liquidation_id), one.liquidation_id)


@speaks_for("trd.system_loss", "fb", "gen")
def system_loss(seen: Seen, said: Said) -> Iterator[Fact]:
    """The exchange itself refused the customer's orders, or was not well."""
    refused = [one for one in seen.orders if one.reject_code in SYSTEM]
    if refused:
        words = both("系统拒绝了 {n} 笔委托（{code}）", "The system refused {n} orders ({code})", n=len(refused), code=refused[0].reject_code)
        yield fact("order.system", words, 1.2, refused[0].order_id)
    for one in seen.incidents if OUTAGE.search(said.text) else []:
        if one.begin and passed(seen, one.begin) < LATELY and any(part.kind in ("feature", "platform") for part in one.affects):
            any_text = next(iter(one.text.values()), "")
            text = Text((one.text.get("zh") or any_text)[:120], (one.text.get("en") or any_text)[:120])
            words = both("近期故障：{text}", "A recent incident: {text}", text=text)
            yield fact("incident", words, 0.3, one.incident_id)


@speaks_for("trd.api")
def api(seen: Seen, said: Said) -> Iterator[Fact]:
    """A program's key whose last call was refused."""
    for key in seen.api_keys:
        if key.last_error:
            pointed = POINTED if key.last_error in said.errors or key.last_error in said.text else 0.0
            words = both("API 密钥 {label} 最近报错 {code}", "API key {label}: last error {code}", label=key.label, code=key.last_error)
            yield fact("api_key.error", words, 1.0 + pointed, key.key_prefix)
