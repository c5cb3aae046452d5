"""Money in and out: deposits, withdrawals, fiat, what a transaction or an address is, and the networks they use."""

from typing import Annotated

import msgspec
from msgspec import Meta

from farol.core.exchange.states import DepositState, FiatState, FoundAs, OwnerClass, TxStatus, WithdrawalState

from .accounts import Hold
from .base import Amount, Count, Time, Word, Words


class FiatEstimate(msgspec.Struct, frozen=True):
    """What a deposit was worth when it came in."""

    amount: Amount | None = None
    currency: Word = ""
    at: Time | None = None


class Deposit(msgspec.Struct, frozen=True):
    deposit_id: Word
    coin: Word
    network: Word
    amount: Amount
    state: DepositState
    txid: Word = ""
    reason: Word = ""
    hold: Hold | None = None
    confirmations: Count | None = None
    confirm_required_credit: Count | None = None
    confirm_required_unlock: Count | None = None
    est_credit_at: Time | None = None
    est_unlock_at: Time | None = None
    min_deposit: Amount | None = None
    created_at: Time | None = None
    updated_at: Time | None = None
    address: Word = ""
    memo: Word = ""
    from_addresses: Words = []
    est_complete_at: Time | None = None
    credited_to: Word = ""
    fiat_est: FiatEstimate | None = None
    customer_message_key: Word = ""


class Withdrawal(msgspec.Struct, frozen=True):
    """``usual_half_s`` and ``usual_ninety_s``: how long this step takes for half and for nine in ten, measured."""

    withdrawal_id: Word
    coin: Word
    network: Word
    amount: Amount
    state: WithdrawalState
    cancellable: bool
    substate: Word = ""
    reason: Word = ""
    refunded: bool = False
    fee: Amount | None = None
    txid: Word = ""
    est_complete_at: Time | None = None
    usual_half_s: Count | None = None
    usual_ninety_s: Count | None = None
    created_at: Time | None = None
    updated_at: Time | None = None
    address: Word = ""
    memo: Word = ""
    client_id: Word = ""
    internal_transfer: bool = False
    channel: Word = ""
    customer_message_key: Word = ""


class Recovery(msgspec.Struct, frozen=True):
    """Whether a wrong deposit can be brought back, at what price, in how many days and with which evidence."""

    kind: Word
    eligible: bool
    why_not: Word = ""
    fee: Amount | None = None
    fee_coin: Word = ""
    eta_days: Count | None = None
    evidence: Words = []


class CoreTrace(msgspec.Struct, frozen=True):
    """What the core knows of one transaction on one network."""

    found: FoundAs
    tx_status: TxStatus = TxStatus.UNKNOWN
    network: Word = ""
    coin: Word = ""
    amount: Amount | None = None
    deposit_id: Word = ""
    state: DepositState = DepositState.UNKNOWN
    reason: Word = ""
    hold: Hold | None = None
    confirmations: Count | None = None
    confirm_required_credit: Count | None = None
    confirm_required_unlock: Count | None = None
    est_credit_at: Time | None = None
    est_unlock_at: Time | None = None
    min_deposit: Amount | None = None
    eligible_recovery: Annotated[list[Recovery], Meta(max_length=50)] = []
    updated_at: Time | None = None


class AddressClass(msgspec.Struct, frozen=True):
    owner: OwnerClass = msgspec.field(name="class")
    risk: Word = "unknown"
    looks_like_previous: bool = False


class Tips(msgspec.Struct, frozen=True):
    """What the exchange says beside a network."""

    zh: Annotated[str, Meta(max_length=2_000)] = ""
    en: Annotated[str, Meta(max_length=2_000)] = ""


class NetworkInfo(msgspec.Struct, frozen=True):
    coin: Word
    network: Word
    deposit_enabled: bool
    withdraw_enabled: bool
    deposit_resume_at: Time | None = None
    min_deposit: Amount | None = None
    memo_required: bool = False
    confirm_credit: Count | None = None
    confirm_unlock: Count | None = None
    min_withdraw: Amount | None = None
    withdraw_fee: Amount | None = None
    withdraw_resume_at: Time | None = None
    vendor_chain: Word = ""
    contract: Word = ""
    tips: Tips | None = None
    busy: bool = False
    updated_at: Time | None = None


class Fiat(msgspec.Struct, frozen=True):
    """A bank or card payment. ``trace_ids`` by kind, such as UETR or ARN."""

    fiat_id: Word
    direction: Word
    state: FiatState
    rail: Word = ""
    psp: Word = ""
    amount: Amount | None = None
    currency: Word = ""
    trace_ids: Annotated[dict[Word, Word], Meta(max_length=20)] = {}
    return_code: Word = ""
    created_at: Time | None = None
    updated_at: Time | None = None
