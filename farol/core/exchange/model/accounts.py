"""An account: its masked profile, identity check, limits, sign-ins and keys."""

from typing import Annotated

import msgspec
from msgspec import Meta

from .base import Amount, Count, Time, Word, Words


class Resolved(msgspec.Struct, frozen=True):
    """Whether somebody fits: ``exact`` (then with uid), ``none`` or ``multiple``."""

    match: Word
    uid: Word | None = None


class User(msgspec.Struct, frozen=True):
    """The masked profile. status: active, restricted, frozen, closing or closed. version: another after every change."""

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
    sub_of: Word = ""
    legal_entity: Word = ""
    account_type: Word = ""
    version: Word = ""


class KycLimits(msgspec.Struct, frozen=True):
    withdraw_24h: Amount | None = None
    currency: Word = ""
    used: Amount | None = None


class Kyc(msgspec.Struct, frozen=True):
    """state: none, pending, approved, retry, final_reject or expired."""

    level: Word
    state: Word
    reject_codes: Words = []
    attempts_left: int | None = None
    customer_message_key: Word = ""
    submitted_at: Time | None = None
    eta_at: Time | None = None
    limits: KycLimits | None = None


class Tier(msgspec.Struct, frozen=True):
    """VIP level, fees and a band of assets, never a sum. next_gap: volume missing to the next level."""

    vip_level: Word
    asset_band: Word = ""
    vol_30d: Amount | None = None
    maker: Amount | None = None
    taker: Amount | None = None
    manager_ref: Word = ""
    next_gap: Amount | None = None


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
    customer_message_key: Word = ""


class Change(msgspec.Struct, frozen=True):
    kind: Word
    at: Time


class Factor(msgspec.Struct, frozen=True):
    """A way the customer can prove themselves: totp, passkey, sms, email, hardware or fund_password."""

    type: Word
    bound_at: Time | None = None


class Security(msgspec.Struct, frozen=True):
    holds: Annotated[list[Hold], Meta(max_length=100)]
    whitelist_on: bool | None = None
    anti_phish_set: bool | None = None
    last_changes: Annotated[list[Change], Meta(max_length=500)] = []
    factors: Annotated[list[Factor], Meta(max_length=50)] = []


class Session(msgspec.Struct, frozen=True):
    """One sign-in. result: ok, failed, challenged or blocked."""

    at: Time
    result: Word
    country: Word = ""
    ip_hash: Word = ""
    device_label: Word = ""
    device_hash: Word = ""
    method: Word = ""
    is_current: bool = False


class ApiKey(msgspec.Struct, frozen=True):
    """A key of the customer's programs, never the key itself. permissions: read, trade, transfer, withdraw."""

    label: Word
    key_prefix: Word
    permissions: Words = []
    ip_whitelist_count: Count | None = None
    expires_at: Time | None = None
    last_used_at: Time | None = None
    last_error: Word = ""
    created_at: Time | None = None
    updated_at: Time | None = None


class Balance(msgspec.Struct, frozen=True):
    """A band of what the coin is worth; ``exact`` only where the core chose to tell it."""

    coin: Word
    band: Word = ""
    exact: Amount | None = None
    wallet: Word = ""


class Revealed(msgspec.Struct, frozen=True):
    """Values shown whole for a while, each use kept by the core. Never stored and never logged by Farol."""

    values: Annotated[dict[Word, Word], Meta(max_length=50)]
    expires_at: Time
    watermark: Word = ""

    def __repr__(self) -> str:
        return f"Revealed({sorted(self.values)})"
