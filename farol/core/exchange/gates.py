"""Credited and withdrawable: the two gates of a deposit, worked out from confirmations."""

from datetime import datetime, timedelta

from .model import CoreTrace, Deposit
from .shapes import Gate, Gates
from .states import DepositState

IN_BALANCE = frozenset({DepositState.CREDITED_LOCKED, DepositState.AVAILABLE})
COUNTING = frozenset({DepositState.DETECTED, DepositState.CONFIRMING, *IN_BALANCE})


def gates(deposit: Deposit | CoreTrace, block_s: float | None, now: datetime) -> Gates | None:
    """Both gates, or None when nothing is being counted. ``block_s``: seconds a block of the network takes.

    The core's own estimate wins; without one the missing blocks are multiplied by the block time. A state the
    core calls credited or available passes its gate whatever the numbers say: the core decides, not we.
    """
    need_credit, need_unlock = deposit.confirm_required_credit, deposit.confirm_required_unlock
    if deposit.state not in COUNTING or deposit.confirmations is None or need_credit is None:
        return None
    need_unlock = max(need_credit, need_unlock or 0)
    credited = deposit.state in IN_BALANCE
    available = deposit.state is DepositState.AVAILABLE

    def gate(need: int, passed: bool, est: datetime | None) -> Gate:
        if passed:
            return Gate(need, need)
        have = min(deposit.confirmations or 0, max(need - 1, 0))
        if est is None and block_s:
            est = now + timedelta(seconds=block_s * (need - have))
        return Gate(have, need, est)

    return Gates(
        gate(need_credit, credited, deposit.est_credit_at),
        gate(need_unlock, available, deposit.est_unlock_at),
    )
