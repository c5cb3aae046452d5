"""What Farol shows of the exchange: one view for staff, items for the customer, always in both languages."""

from datetime import datetime
from typing import Literal

import msgspec

from farol.kit.i18n import Tongue, written


class Text(msgspec.Struct, frozen=True):
    """One sentence in each language, without a closing full stop so that a screen may put it anywhere."""

    zh: str
    en: str

    def of(self, lang: Tongue) -> str:
        """In that language."""
        return self.zh if written(lang) == "zh" else self.en


class Truth(msgspec.Struct, frozen=True):
    """One thing that is so, in words for anybody. tone: stop (do not go on), warn, note or good."""

    code: str
    tone: Literal["stop", "warn", "note", "good"]
    words: Text


class Reader(msgspec.Struct, frozen=True):
    """For whom times are written: what time it is, and in which IANA zone they live."""

    now: datetime
    zone: str = "UTC"


class Gate(msgspec.Struct, frozen=True):
    """Confirmations seen of those needed (never more than needed); ``at`` is an estimate while it is closed."""

    have: int
    need: int
    at: datetime | None = None

    @property
    def passed(self) -> bool:
        """Whether enough were seen."""
        return self.have >= self.need


class Gates(msgspec.Struct, frozen=True):
    """The two gates of a deposit: in the balance, and free to leave."""

    credited: Gate
    withdrawable: Gate


class Item(msgspec.Struct, frozen=True):
    """A recent deposit or withdrawal as its owner may see it. ``amount`` is thousands separated.

    tone: ``failed`` (needs a look), ``held`` (somebody checks or the customer must act), ``moving``, ``done``.
    """

    kind: str
    id: str
    coin: str
    network: str
    amount: str
    state: str
    tone: str
    at: datetime
    title: Text
    line: Text
    gates: Gates | None = None
    txid: str | None = None


class Trace(msgspec.Struct, frozen=True):
    """What the exchange knows of one transaction. Fields about somebody else's deposit are left empty.
    ``amount`` is thousands separated.

    kind: ``deposit``, or ``withdrawal`` when the transaction is one the customer was sent from here.
    """

    found: str
    words: Text
    kind: str = "deposit"
    network: str = ""
    coin: str = ""
    amount: str | None = None
    tx_status: str = "unknown"
    confirmations: int | None = None
    required_credit: int | None = None
    required_unlock: int | None = None
    state: str = "unknown"
    credited: bool = False
    withdrawable: bool = False
    est_credit_at: datetime | None = None
    est_unlock_at: datetime | None = None
    mine: bool = False
    truths: list[Truth] = []


class AddressView(msgspec.Struct, frozen=True):
    """Whose an address is, from the customer's side."""

    owner: str
    network: str
    looks_like_previous: bool
    words: Text
    truths: list[Truth] = []


class FoundView(msgspec.Struct, frozen=True):
    """A transaction id or address in the customer's words. ``trace`` and ``address`` are None when not asked.

    text: as it was written; value: the same without what was changed in it. truths: all that can be said, worst first.
    """

    text: str
    kind: str
    candidates: list[str]
    checksum: str
    trace: Trace | None = None
    address: AddressView | None = None
    value: str = ""
    truths: list[Truth] = []


class Profile(msgspec.Struct, frozen=True):
    """The account in a few masked words; empty where the core did not answer."""

    status: str = ""
    tier: str = ""
    kyc_level: str = ""
    risk_band: str = ""
    flags: list[str] = []


class HoldView(msgspec.Struct, frozen=True):
    """A limit on the account in words that may be said to the customer."""

    type: str
    until: datetime | None
    scope: list[str]
    trigger: str
    words: Text


class ExchangeView(msgspec.Struct, frozen=True):
    """All that the exchange says about a ticket.

    Three ways of not knowing, kept apart. ok: everything asked was answered; if not, the exchange is down and
    ``seen_at`` (UTC) is when it last answered. refused: the core's codes for reads it declined. not_offered: reads
    this exchange does not have, by their operationId. Parts that were not answered are empty, and it would be wrong
    to call them "none".
    """

    ok: bool
    seen_at: datetime | None
    found: list[FoundView] = []
    items: list[Item] = []
    profile: Profile | None = None
    holds: list[HoldView] = []
    refused: list[str] = []
    not_offered: list[str] = []
