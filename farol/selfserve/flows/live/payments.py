"""Trades between customers, and payments by bank and card."""

from farol.core.exchange.mask import money
from farol.core.exchange.model import Fiat, P2POrder
from farol.core.exchange.shapes import Text
from farol.core.exchange.states import Escrow
from farol.core.exchange.words import both, moment_of
from farol.desk.triage.rules.names import FIAT, P2P, SIDE, code, named

from . import witness
from .told import Look, Told, lines, tells

_TRACES = {"uetr": "UETR", "arn": "ARN", "end_to_end": "End-to-End"}
_ESCROW = {
    Escrow.LOCKED: Text("币还在托管里，对方拿不走", "The coins are in escrow, where the other side cannot take them"),
    Escrow.RELEASED: Text("币已经放给买方", "The coins were released to the buyer"),
    Escrow.RETURNED: Text("币已经退回卖方", "The coins went back to the seller"),
}


@tells("p2p", "p2p")
def p2p(look: Look) -> Told | None:
    """State, escrow and the time that runs."""
    one = look.thing
    if not isinstance(one, P2POrder):
        return None
    texts: list[Text | None] = [both(
        "C2C 订单 {what}（{side}）：{state}", "P2P {side} of {what}: {state}",
        what=money(one.amount or "0", one.coin), side=named(SIDE, one.side), state=named(P2P, one.state)), _ESCROW.get(one.escrow)]  # fmt: skip
    evidence, timers = witness.of(one, look.reader), one.timers
    if timers and timers.release_until and one.escrow is Escrow.LOCKED:
        passed = timers.release_until <= look.reader.now
        at = moment_of(timers.release_until, look.reader)
        texts.append(both("卖方放币的时限 {at} 已过", "The seller's time to release ended {at}", at=at) if passed
                     else both("卖方要在 {at} 前放币", "The seller has until {at} to release", at=at))  # fmt: skip
    if timers and timers.appeal_until and timers.appeal_until > look.reader.now and one.appeal is None:
        texts.append(both("可以申诉到 {at}", "You can appeal until {at}", at=moment_of(timers.appeal_until, look.reader)))
    if one.appeal is not None:
        texts.append(Text("申诉已经开始，由仲裁员看双方的材料", "An appeal is open: an arbiter reads what both sides handed in"))
    return Told(lines(*texts), evidence)


@tells("fiat", "fiat")
def fiat(look: Look) -> Told | None:
    """State of the payment, with the numbers its bank can follow it by."""
    one = look.thing
    if not isinstance(one, Fiat):
        return None
    what = money(one.amount or "0", one.currency)
    texts = [both("{rail} 法币 {what}：{state}{code}", "{rail} payment of {what}: {state}{code}", rail=one.rail, what=what,
                  state=named(FIAT, one.state), code=code(one.return_code))]  # fmt: skip
    for name, value in sorted(one.trace_ids.items())[:2]:
        texts.append(both("银行追踪号 {value}（{name}）", "Bank trace number {value} ({name})", name=_TRACES.get(name, name), value=value))
    return Told(lines(*texts), [*witness.of(one, look.reader), *one.trace_ids.values(), *one.trace_ids.keys()])
