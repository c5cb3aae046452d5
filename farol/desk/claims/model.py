"""Nouns of claims. No I/O."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from farol.core.exchange.shapes import Text

State = Literal["claimed", "assessed", "batched", "agreed", "paying", "paid", "refused"]
"""claimed: its logs are being read. assessed: worked out. batched: before the second person. agreed: to be paid. paying: proposed."""
DECIDED = ("agreed", "paying", "paid", "refused")

Decimals = Annotated[str, Meta(pattern=r"\A(0|[1-9][0-9]{0,19})(\.[0-9]{1,18})?\Z", max_length=40)]
Symbol = Annotated[str, Meta(pattern=r"\A[A-Z0-9-]{1,40}\Z")]
Words = Annotated[str, Meta(min_length=1, max_length=300)]


class LiquidationRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="liquidation", tag_field="kind"):
    """A position that was closed by force. reference: the fair price; the loss is how much worse the fill was, times the size."""

    symbol: Symbol
    reference: Decimals


class RefusedRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="refused_order", tag_field="kind"):
    """An order that the system refused. codes: the exchange's reject codes that count. then: the price when it was refused; later: the
    first price at which it was possible again. Of repeats, the largest order of a symbol and side counts.
    """

    symbol: Symbol
    codes: Annotated[list[Annotated[str, Meta(min_length=1, max_length=64)]], Meta(min_length=1, max_length=20)]
    then: Decimals
    later: Decimals


class Exclusion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the sheet leaves out, in words."""

    zh: Words
    en: Words


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a loss is worked out. share: percent of the loss; least: what is below is not paid; most: of one claim, None for no bound;
    places: decimals it is rounded down to."""

    coin: Literal["USDT", "USDC"]
    rules: Annotated[list[LiquidationRule | RefusedRule], Meta(min_length=1, max_length=50)]
    share: Annotated[int, Meta(ge=1, le=100)] = 100
    least: Decimals = "0"
    most: Decimals | None = None
    places: Annotated[int, Meta(ge=0, le=8)] = 2
    exclusions: Annotated[list[Exclusion], Meta(max_length=20)] = []


class Published(msgspec.Struct, frozen=True):
    """A version of the sheet."""

    version: int
    sheet: Sheet
    words: str
    by: str
    published_at: datetime


class Window(msgspec.Struct, frozen=True):
    """As stored. incident_*: of the incident."""

    id: int
    incident_id: int
    incident_zh: str
    incident_en: str
    zh: str
    en: str
    from_at: datetime
    until_at: datetime
    closes_at: datetime
    by_id: int
    by: str
    at: datetime


class Line(msgspec.Struct, frozen=True):
    """One thing from the logs and what follows. key: its id at the exchange. excluded: which exclusion leaves it out."""

    key: str
    what: Text
    arithmetic: str
    amount: str
    excluded: int | None = None


class Computed(msgspec.Struct, frozen=True):
    """lines: all of them; arithmetic: from their sum to the amount; whole: without exclusions."""

    lines: list[Line]
    arithmetic: str
    amount: Decimal
    whole: Decimal


class Appeal(msgspec.Struct, frozen=True):
    words: str
    at: datetime
    due_at: datetime
    outcome: Literal["open", "granted", "upheld"]
    extra: Decimal
    by_id: int | None
    by: str
    by_words: str
    decided_at: datetime | None


class Claim(msgspec.Struct, frozen=True):
    """As stored. logs: what the exchange's logs hold. excluded: by line."""

    id: int
    window_id: int
    customer_id: int
    customer: str
    language: str
    uid: str
    ticket_id: int
    ticket: str
    words: str
    state: State
    logs: Any
    excluded: dict[str, int]
    version: int | None
    lines: list[Line]
    amount: Decimal
    whole: Decimal
    batch_id: int | None
    proposal_id: int | None
    why: str
    at: datetime
    decided_at: datetime | None
    paid_at: datetime | None
    appeal: Appeal | None = None

    @property
    def number(self) -> str:
        """What people quote, and its id at the exchange: paid under it once."""
        return f"CLM-{self.window_id}-{self.id}"

    @property
    def outcome(self) -> Literal["paid", "partly", "refused"]:
        """What the decision is, in one word."""
        return "refused" if not self.amount else "partly" if self.amount < self.whole else "paid"


class Batch(msgspec.Struct, frozen=True):
    """A decision over many. sum: of what is to be paid; n: claims; zero: of them with nothing."""

    id: int
    window_id: int
    version: int
    maker_id: int
    maker: str
    words: str
    at: datetime
    outcome: Literal["open", "agreed", "refused"]
    checker: str
    checker_words: str
    decided_at: datetime | None
    n: int
    zero: int
    sum: Decimal


class Report(msgspec.Struct, frozen=True):
    """states: claims by state. claimed: worth of all lines; decided, paid: sums. *_s: half took no longer, in seconds; None for none."""

    states: dict[str, int]
    outcomes: dict[str, int]
    whole: str
    agreed: str
    paid: str
    appeals: dict[str, int]
    to_decision_s: float | None
    to_payment_s: float | None
