"""A plan as the thing it is at a moment: deposits, withdrawals and holds as the back office knows them."""

from datetime import datetime, timedelta
from decimal import Decimal
from math import floor
from typing import Any

import msgspec

from farol.core import chains
from farol.core.exchange.model import Deposit, Hold, Withdrawal
from farol.core.exchange.states import DepositState, WithdrawalState

from .made import id_of, txid_of
from .planned import DepositPlan, HoldPlan, WithdrawalPlan
from .plans import HOT
from .scenarios import ACCOUNTS

HALF_REVIEW_S, NINETY_REVIEW_S = 3 * 3600, 9 * 3600
_SENT = (WithdrawalState.ONCHAIN, WithdrawalState.COMPLETED)


class BookedDeposit(Deposit, frozen=True):
    """With what the back office knows beside."""

    address: str = ""
    memo: str = ""
    from_addresses: list[str] = []
    credited_to: str = ""


class BookedWithdrawal(Withdrawal, frozen=True):
    """With what the back office knows beside."""

    address: str = ""
    memo: str = ""
    channel: str = "app"


class Balance(msgspec.Struct, frozen=True):
    """``locked`` is credited and not withdrawable yet."""

    coin: str
    total: Decimal
    locked: Decimal


def moving(
    deposit_id: str, uid: str, plan: DepositPlan, number: int, began: datetime, passed: float, speed: float, now: datetime
) -> BookedDeposit:
    """A deposit on its way. passed: seconds of block time since it set out."""
    pace = block_s(plan.network)
    seen = (plan.confirmations or 0) + floor(passed / pace)
    credit, unlock = required(plan.network)

    def due(need: int) -> datetime | None:
        if seen >= need or not speed:
            return None
        return now + timedelta(seconds=((need - (plan.confirmations or 0)) * pace - passed) / speed)

    state = DepositState.CONFIRMING
    if seen >= credit:
        state = DepositState.AVAILABLE if seen >= unlock else DepositState.CREDITED_LOCKED
    return BookedDeposit(
        deposit_id, plan.coin, plan.network, plan.amount, state, txid_of(plan.network, f"{uid}:{number}"),
        confirmations=min(seen, unlock), confirm_required_credit=credit, confirm_required_unlock=unlock,
        est_credit_at=due(credit), est_unlock_at=due(unlock), created_at=began - plan.ago, updated_at=now,
        **_paid(uid, plan),
    )  # fmt: skip


def deposit(name: str, uid: str, plan: DepositPlan, anchor: datetime) -> BookedDeposit:
    """One that has ended, well or not. name: of the account in the ledger."""
    at = anchor - plan.ago
    credit, unlock = required(plan.network)
    kept = next((hold(name, one, anchor) for one in ACCOUNTS[uid].holds if one.key == plan.held), None)
    return BookedDeposit(
        id_of("DEP", name, plan.key), plan.coin, plan.network, plan.amount, plan.state,
        txid_of(plan.network, f"{name}:{plan.key}"), plan.reason, kept, confirmations=unlock,
        confirm_required_credit=credit, confirm_required_unlock=unlock,
        min_deposit=minimum(plan.coin), created_at=at, updated_at=at, **_paid(uid, plan),
    )  # fmt: skip


def withdrawal(name: str, plan: WithdrawalPlan, anchor: datetime) -> BookedWithdrawal:
    """As the plan says."""
    at, review = anchor - plan.ago, plan.state is WithdrawalState.REVIEW
    return BookedWithdrawal(
        id_of("WD", name, plan.key), plan.coin, plan.network, plan.amount, plan.state, plan.cancellable,
        plan.substate, plan.reason, plan.refunded, plan.fee,
        txid_of(plan.network, f"{name}:out:{plan.key}") if plan.state in _SENT else "",
        at + plan.takes if plan.takes else None, HALF_REVIEW_S if review else None,
        NINETY_REVIEW_S if review else None, at, at, address=plan.address, memo=plan.memo,
    )  # fmt: skip


def hold(name: str, plan: HoldPlan, anchor: datetime) -> Hold:
    """As the plan says; nobody can lift any."""
    start = anchor - plan.ago
    return Hold(
        id_of("HOLD", name, plan.key), plan.type, list(plan.scope), overridable=False, started_at=start,
        until=start + plan.lasts if plan.lasts else None, trigger=plan.trigger, disclosable=plan.disclosable,
    )  # fmt: skip


def minimum(coin: str) -> str:
    """The smallest deposit that is credited."""
    return {"BTC": "0.0001", "ETH": "0.001", "USDT": "1", "DOGE": "5", "XRP": "1"}.get(coin, "0.01")


def block_s(network: str) -> float:
    """Seconds a block takes."""
    return chains.networks()[network].block_time_s or 1.0


def required(network: str) -> tuple[int, int]:
    """Confirmations until credited, and until withdrawable."""
    entry = chains.networks()[network]
    return entry.demo_confirm_credit, entry.demo_confirm_unlock


def _paid(uid: str, plan: DepositPlan) -> dict[str, Any]:
    own = {"TRON": ACCOUNTS[uid].tron, "BTC": ACCOUNTS[uid].btc, "XRP": HOT["XRP"]}.get(plan.network, ACCOUNTS[uid].evm)
    return {
        "address": plan.paid_to or own, "memo": plan.memo, "from_addresses": [plan.sender] if plan.sender else [],
        "credited_to": "funding" if plan.state is DepositState.AVAILABLE else "",
    }  # fmt: skip
