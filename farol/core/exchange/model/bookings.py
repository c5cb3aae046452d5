"""What was booked beside deposits and withdrawals: trades, open positions, funding, transfers, rewards, products."""

import msgspec

from .base import Amount, Time, Word


class Fill(msgspec.Struct, frozen=True):
    """One trade of an order. liquidity: maker or taker."""

    fill_id: Word
    symbol: Word
    side: Word
    price: Amount
    amount: Amount
    created_at: Time
    order_id: Word = ""
    fee: Amount | None = None
    fee_coin: Word = ""
    liquidity: Word = ""


class Position(msgspec.Struct, frozen=True):
    """An open position, with the prices it is judged by now. side: long or short."""

    position_id: Word
    symbol: Word
    side: Word
    size: Amount
    margin_mode: Word = ""
    leverage: Amount | None = None
    entry_price: Amount | None = None
    mark_price: Amount | None = None
    liquidation_price: Amount | None = None
    margin: Amount | None = None
    unrealised_pnl: Amount | None = None
    created_at: Time | None = None
    updated_at: Time | None = None


class Funding(msgspec.Struct, frozen=True):
    """One funding payment; below zero the customer paid it."""

    funding_id: Word
    symbol: Word
    amount: Amount
    coin: Word
    created_at: Time
    rate: Amount | None = None


class Transfer(msgspec.Struct, frozen=True):
    """A movement within the exchange. kind: what it was, such as ``fee.refunded``. state: pending, done or failed."""

    transfer_id: Word
    coin: Word
    amount: Amount
    state: Word
    kind: Word = ""
    ref: Word = ""
    created_at: Time | None = None
    updated_at: Time | None = None


class Reward(msgspec.Struct, frozen=True):
    """What a campaign or a referral pays. state: pending, paid, not_eligible (``reason`` says why) or expired."""

    reward_id: Word
    state: Word
    campaign_id: Word = ""
    kind: Word = ""
    coin: Word = ""
    amount: Amount | None = None
    reason: Word = ""
    distribution_at: Time | None = None
    created_at: Time | None = None
    updated_at: Time | None = None


class Earning(msgspec.Struct, frozen=True):
    """Coins in a product that earns. state: active, redeeming (back at ``redeem_at``) or redeemed. apr: 0.03 is 3 % a year."""

    earn_id: Word
    product: Word
    coin: Word
    amount: Amount
    state: Word
    apr: Amount | None = None
    redeem_at: Time | None = None
    created_at: Time | None = None
    updated_at: Time | None = None
