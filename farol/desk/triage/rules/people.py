"""Trades between customers, and payments by bank and card."""

from collections.abc import Iterator

from farol.core.exchange.mask import money
from farol.core.exchange.model import Fiat, P2POrder
from farol.core.exchange.states import Escrow
from farol.core.exchange.states import FiatState as F
from farol.core.exchange.states import P2PState as P
from farol.core.exchange.words import both
from farol.desk.triage.model import Fact, Said, Seen

from .names import FIAT, MATCH, P2P, SIDE, code, named
from .rule import fact, speaks_for, weigh
from .security import holds

BANK = frozenset({"bank_freeze", "card_frozen"})


def _trade(seen: Seen, said: Said, one: P2POrder, base: float) -> Fact:
    words = both(
        "C2C 订单 {what}（{side}）：{state}，付款人姓名{match}", "P2P {side} of {what}: {state}, the payer's name {match}",
        what=money(one.amount or "0", one.coin), side=named(SIDE, one.side), state=named(P2P, one.state), match=named(MATCH, one.name_match),
    )  # fmt: skip
    return fact(f"p2p.{one.state}", words, weigh(base, seen, said, one, "p2p_order", one.p2p_order_id), one.p2p_order_id)


@speaks_for("p2p.paid_not_released", "fiat")
def paid_not_released(seen: Seen, said: Said) -> Iterator[Fact]:
    """A purchase that is paid, with the coins still in escrow."""
    for one in seen.p2p:
        if one.side == "buy" and one.state in (P.PAID, P.APPEALING) and one.escrow is not Escrow.RELEASED:
            yield _trade(seen, said, one, 1.2)
        elif one.side == "buy" and one.state is P.CANCELLED:
            yield _trade(seen, said, one, 0.6)


@speaks_for("p2p.fraud_payment", "fiat")
def fraud_payment(seen: Seen, said: Said) -> Iterator[Fact]:
    """A sale whose payment is wrong."""
    for one in seen.p2p:
        if one.side == "sell" and (one.name_match == "no" or one.appeal is not None):
            yield _trade(seen, said, one, 1.2)


@speaks_for("p2p.card_frozen", "fiat", "sec")
def card_frozen(seen: Seen, said: Said) -> Iterator[Fact]:
    """The bank froze the account of somebody who sold."""
    for hold in holds(seen):
        if hold.trigger in BANK:
            words = both("C2C 卖出暂停：等银行材料", "P2P sales are paused until papers of the bank come")
            yield fact("hold.bank_freeze", words, 1.3, hold.hold_id)
    for one in seen.p2p:
        if one.side == "sell" and one.state is P.RELEASED and one.name_match != "no":
            yield _trade(seen, said, one, 0.3)


def _paid(seen: Seen, said: Said, one: Fiat) -> Fact:
    what = money(one.amount or "0", one.currency)
    words = both("{rail} 法币 {what}：{state}{code}", "{rail} payment of {what}: {state}{code}", rail=one.rail, what=what,
                 state=named(FIAT, one.state), code=code(one.return_code))  # fmt: skip
    base = 0.5 if one.state in (F.CREDITED, F.MATCHED) else 1.1
    return fact(f"fiat.{one.state}", words, weigh(base, seen, said, one, "fiat", one.fiat_id), one.fiat_id)


@speaks_for("fiat.deposit", "dep")
def came_in(seen: Seen, said: Said) -> Iterator[Fact]:
    """Money on its way in."""
    for one in seen.fiat:
        if one.direction == "in":
            yield _paid(seen, said, one)


@speaks_for("fiat.withdraw", "wd")
def went_out(seen: Seen, said: Said) -> Iterator[Fact]:
    """Money on its way out."""
    for one in seen.fiat:
        if one.direction == "out":
            yield _paid(seen, said, one)
