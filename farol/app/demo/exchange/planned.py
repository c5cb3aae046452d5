"""What a customer of the demo exchange starts with, as data: nothing here moves or is written."""

from datetime import timedelta
from typing import Any

import msgspec

from farol.core.exchange.states import DepositState as D
from farol.core.exchange.states import WithdrawalState as W


class DepositPlan(msgspec.Struct, frozen=True):
    """``ago``: before the anchor; a plan with ``confirmations`` is a story and set out with it instead.

    paid_to: the address it went to, the customer's own when empty. held: the key of the hold that keeps it back.
    """

    key: str
    coin: str
    network: str
    amount: str
    ago: timedelta
    state: D = D.AVAILABLE
    confirmations: int | None = None
    reason: str = ""
    sender: str = ""
    paid_to: str = ""
    memo: str = ""
    held: str = ""


class WithdrawalPlan(msgspec.Struct, frozen=True):
    key: str
    coin: str
    network: str
    amount: str
    fee: str
    address: str
    ago: timedelta
    state: W = W.COMPLETED
    substate: str = "none"
    reason: str = ""
    refunded: bool = False
    cancellable: bool = False
    takes: timedelta | None = None
    memo: str = ""


class HoldPlan(msgspec.Struct, frozen=True):
    key: str
    type: str
    scope: tuple[str, ...]
    ago: timedelta
    lasts: timedelta | None
    trigger: str = ""
    disclosable: bool = True


class Thing(msgspec.Struct, frozen=True):
    """Anything else the books hold: an order, a position, a P2P order, a bank transfer, a reward, an API key...

    fields: as the core link tells it, without the id and ``created_at``; a ``timedelta`` in them is a time that long
    after the anchor, negative before it.
    """

    kind: str
    key: str
    ago: timedelta
    fields: dict[str, Any]


class Account(msgspec.Struct, frozen=True):
    """``balances``: coin to exact amount before the story's deposit. ``whitelist``: address to its label.

    old: former deposit addresses. kyc, tier_more: further fields of those reads. factors: how they prove themselves.
    sessions: sign-ins beside the two that everybody has, as ``Thing.fields``.
    """

    evm: str
    tron: str
    btc: str
    balances: dict[str, str]
    deposits: tuple[DepositPlan, ...] = ()
    withdrawals: tuple[WithdrawalPlan, ...] = ()
    holds: tuple[HoldPlan, ...] = ()
    changes: tuple[tuple[str, timedelta], ...] = ()
    whitelist: tuple[str, ...] = ()
    tag: str = ""
    status: str = "active"
    risk_band: str = "low"
    kyc_level: str = "2"
    asset_band: str = "0"
    old: tuple[str, ...] = ()
    kyc: dict[str, Any] = {}
    tier_more: dict[str, Any] = {}
    factors: tuple[str, ...] = ("totp", "email", "sms")
    sessions: tuple[dict[str, Any], ...] = ()
    things: tuple[Thing, ...] = ()


def minutes(count: float) -> timedelta:
    """That many."""
    return timedelta(minutes=count)


def hours(count: float) -> timedelta:
    """That many."""
    return timedelta(hours=count)


def days(count: float) -> timedelta:
    """That many."""
    return timedelta(days=count)
