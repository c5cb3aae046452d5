"""What the exchange's back office answers: the core link's nouns, decoded strictly, tolerant of new fields.

Amounts are decimal strings as the core wrote them and never become floats. Times carry a zone.
"""

from datetime import datetime
from typing import Annotated, Generic, TypeVar

import msgspec
from msgspec import Meta

from .states import DepositState, FoundAs, OwnerClass, TxStatus, WithdrawalState

Amount = Annotated[str, Meta(pattern=r"^-?\d+(\.\d+)?$", max_length=80)]
Time = Annotated[datetime, Meta(tz=True)]
Word = Annotated[str, Meta(max_length=300)]
Words = Annotated[list[Word], Meta(max_length=100)]
Count = Annotated[int, Meta(ge=0)]

T = TypeVar("T")


class Why(msgspec.Struct, frozen=True):
    """What justifies a read; the core may refuse without it and keeps it.

    contact: a ticket number, or ``self`` when the customer looks at their own things. purpose: why now.
    agent: who looks, such as ``staff:3`` or ``customer:12``.
    """

    contact: str
    purpose: str
    agent: str

    def headers(self) -> dict[str, str]:
        """As the core link's three headers."""
        return {
            "x-farol-contact-id": self.contact,
            "x-farol-purpose": self.purpose,
            "x-farol-agent": self.agent,
        }


class Capabilities(msgspec.Struct, frozen=True):
    version: Word
    reads: Words
    actions: Words = []
    events: Words = []
    clock: Time | None = None


class Resolved(msgspec.Struct, frozen=True):
    match: Word
    uid: Word | None = None


class User(msgspec.Struct, frozen=True):
    """The masked profile."""

    uid: Word
    status: Word
    display_name_masked: Word = ""
    email_masked: Word = ""
    phone_masked: Word = ""
    country: Word = ""
    language: Word = ""
    created_at: Time | None = None
    flags: Words = []
    risk_band: Word = ""


class Kyc(msgspec.Struct, frozen=True):
    level: Word
    state: Word
    reject_codes: Words = []
    attempts_left: int | None = None


class Tier(msgspec.Struct, frozen=True):
    vip_level: Word
    asset_band: Word = ""


class Hold(msgspec.Struct, frozen=True):
    """A limit on the account. ``disclosable`` false: staff and customer see neutral words only."""

    hold_id: Word
    type: Word
    scope: Words
    overridable: bool
    started_at: Time | None = None
    until: Time | None = None
    trigger: Word = ""
    disclosable: bool = True


class Change(msgspec.Struct, frozen=True):
    kind: Word
    at: Time


class Security(msgspec.Struct, frozen=True):
    holds: list[Hold]
    whitelist_on: bool | None = None
    anti_phish_set: bool | None = None
    last_changes: list[Change] = []


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


class Recovery(msgspec.Struct, frozen=True):
    """Whether a wrong deposit can be brought back, at what price and in how many days."""

    kind: Word
    eligible: bool
    why_not: Word = ""
    fee: Amount | None = None
    fee_coin: Word = ""
    eta_days: Count | None = None


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
    eligible_recovery: list[Recovery] = []


class AddressClass(msgspec.Struct, frozen=True):
    owner: OwnerClass = msgspec.field(name="class")
    risk: Word = "unknown"
    looks_like_previous: bool = False


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


class Page(msgspec.Struct, Generic[T], frozen=True):
    """One page of a list; ``next_cursor`` is empty on the last one."""

    items: Annotated[list[T], Meta(max_length=500)]
    next_cursor: Word | None = None


class Refusal(msgspec.Struct, frozen=True):
    """The body of every 4xx."""

    code: Word
    message: Word = ""
    retry_after_s: Count | None = None
