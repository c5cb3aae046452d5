"""Trading: orders, liquidations with their arithmetic, trades between customers, and who a campaign pays."""

from typing import Annotated

import msgspec
from msgspec import Meta

from farol.core.exchange.states import Escrow, OrderStatus, P2PState

from .base import Amount, Time, Word


class Order(msgspec.Struct, frozen=True):
    order_id: Word
    symbol: Word
    side: Word
    type: Word
    status: OrderStatus
    client_order_id: Word = ""
    price: Amount | None = None
    amount: Amount | None = None
    filled: Amount | None = None
    avg_price: Amount | None = None
    reject_code: Word = ""
    created_at: Time | None = None
    updated_at: Time | None = None


class Mark(msgspec.Struct, frozen=True):
    """Prices at one moment around a liquidation."""

    at: Time | None = None
    mark: Amount | None = None
    index: Amount | None = None
    last: Amount | None = None


class Step(msgspec.Struct, frozen=True):
    """One line of arithmetic. formula: in names of fields; numbers: the formula with its figures."""

    name: Word
    result: Amount
    formula: Word = ""
    numbers: Word = ""


class Liquidation(msgspec.Struct, frozen=True):
    """A position the exchange closed, and the figures it was closed by. ``mark_series`` is oldest first.

    ``arithmetic``, in statements only: how the prices came about, as the exchange works them out.
    """

    liquidation_id: Word
    symbol: Word
    at: Time
    side: Word = ""
    size: Amount | None = None
    margin_mode: Word = ""
    leverage: Amount | None = None
    maintenance_margin_rate: Amount | None = None
    entry_price: Amount | None = None
    liquidation_price: Amount | None = None
    margin: Amount | None = None
    trigger_mark_price: Amount | None = None
    bankruptcy_price: Amount | None = None
    fill_price: Amount | None = None
    fees: Amount | None = None
    adl: bool = False
    mark_series: Annotated[list[Mark], Meta(max_length=2_000)] = []
    arithmetic: Annotated[list[Step], Meta(max_length=50)] = []


class P2PTimers(msgspec.Struct, frozen=True):
    pay_until: Time | None = None
    release_until: Time | None = None
    appeal_until: Time | None = None


class Appeal(msgspec.Struct, frozen=True):
    id: Word = ""
    opened_by: Word = ""
    reason: Word = ""
    at: Time | None = None


class P2POrder(msgspec.Struct, frozen=True):
    """A trade between two customers. name_match: whether payer and account holder agree, yes, no or unknown."""

    p2p_order_id: Word
    state: P2PState
    side: Word = ""
    coin: Word = ""
    amount: Amount | None = None
    fiat: Word = ""
    fiat_amount: Amount | None = None
    payment_method_type: Word = ""
    name_match: Word = "unknown"
    timers: P2PTimers | None = None
    escrow: Escrow = Escrow.UNKNOWN
    counterparty_ref: Word = ""
    appeal: Appeal | None = None
    created_at: Time | None = None
    updated_at: Time | None = None


class Rule(msgspec.Struct, frozen=True):
    """One condition of a campaign: what it asks and what the customer has."""

    key: Word
    passed: bool
    value: Word = ""
    required: Word = ""


class Eligibility(msgspec.Struct, frozen=True):
    """Whether a campaign pays a customer. ``disclosable`` false: which rule failed is not told to the customer."""

    campaign_id: Word
    eligible: bool
    rules: Annotated[list[Rule], Meta(max_length=100)]
    distribution_at: Time | None = None
    disclosable: bool = True
