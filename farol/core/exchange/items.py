"""The customer's recent deposits and withdrawals: failing first, then held, moving and done."""

from datetime import datetime, timedelta

from farol.core import chains

from .gates import gates
from .mask import money, thousands
from .model import Deposit, Withdrawal
from .shapes import Item, Reader
from .states import DepositState, WithdrawalState
from .words import both, deposit_line, withdrawal_line

LOOK_BACK = timedelta(days=30)
"""How far back unfinished things are shown."""
DONE_FOR = timedelta(hours=72)
"""How long finished things stay."""
FAILED_FOR = timedelta(days=7)
AT_LEAST, AT_MOST = 3, 12

_TONES = ("failed", "held", "moving", "done")
_DEPOSIT_TONE = {
    DepositState.DETECTED: "moving",
    DepositState.CONFIRMING: "moving",
    DepositState.CREDITED_LOCKED: "moving",
    DepositState.AVAILABLE: "done",
    DepositState.HELD: "held",
    DepositState.UNATTRIBUTED: "failed",
    DepositState.REJECTED: "failed",
    DepositState.ORPHANED: "failed",
    DepositState.RETURNED: "done",
}
_WITHDRAWAL_TONE = {
    WithdrawalState.AWAITING_USER: "held",
    WithdrawalState.REVIEW: "held",
    WithdrawalState.COMPLETED: "done",
    WithdrawalState.CANCELLED: "done",
    WithdrawalState.REJECTED: "failed",
    WithdrawalState.FAILED: "failed",
}


def items(deposits: list[Deposit], withdrawals: list[Withdrawal], reader: Reader) -> list[Item]:
    """What is worth showing, at most twelve. Finished things leave after 72 h, unless little else is there."""
    every = [deposit_item(one, reader) for one in deposits] + [
        withdrawal_item(one, reader) for one in withdrawals
    ]
    every.sort(key=lambda item: item.at, reverse=True)
    fresh = [item for item in every if reader.now - item.at <= _kept_for(item)]
    if len(fresh) < AT_LEAST:
        fresh = every[:AT_LEAST] if len(every) >= AT_LEAST else every
    return sorted(fresh, key=lambda item: _TONES.index(item.tone))[:AT_MOST]


def _kept_for(item: Item) -> timedelta:
    return {"done": DONE_FOR, "failed": FAILED_FOR}.get(item.tone, LOOK_BACK)


def deposit_item(deposit: Deposit, reader: Reader) -> Item:
    """A deposit as its owner sees it."""
    tone = _DEPOSIT_TONE.get(deposit.state, "held")
    network = chains.network(deposit.network)
    block_s = network.block_time_s if network else None
    amount = money(deposit.amount, deposit.coin)
    title = both("充值 {amount}", "{amount} deposit", amount=amount)
    if tone == "failed":
        title = both("充值 {amount} 没入账", "{amount} deposit not credited", amount=amount)
    return Item(
        "deposit", deposit.deposit_id, deposit.coin, deposit.network, thousands(deposit.amount), deposit.state, tone,
        _at(deposit, reader), title, deposit_line(deposit, block_s, reader), gates(deposit, block_s, reader.now),
        deposit.txid or None,
    )  # fmt: skip


def withdrawal_item(withdrawal: Withdrawal, reader: Reader) -> Item:
    """A withdrawal as its owner sees it."""
    tone = _WITHDRAWAL_TONE.get(withdrawal.state, "moving")
    amount = money(withdrawal.amount, withdrawal.coin)
    title = both("提币 {amount}", "{amount} withdrawal", amount=amount)
    if tone == "failed":
        title = both("提币 {amount} 没成功", "{amount} withdrawal not sent", amount=amount)
    return Item(
        "withdrawal", withdrawal.withdrawal_id, withdrawal.coin, withdrawal.network, thousands(withdrawal.amount),
        withdrawal.state, tone, _at(withdrawal, reader), title, withdrawal_line(withdrawal, reader), None,
        withdrawal.txid or None,
    )  # fmt: skip


def _at(thing: Deposit | Withdrawal, reader: Reader) -> datetime:
    return thing.created_at or thing.updated_at or reader.now
