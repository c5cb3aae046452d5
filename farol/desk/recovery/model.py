"""Nouns of the recovery desk. No I/O."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from farol.core.exchange.shapes import Text

State = Literal["asked", "not_eligible", "quoted", "consented", "checking", "approved", "waiting", "done", "refused", "withdrawn"]
"""asked: nobody could say yet what it costs. not_eligible: and why. quoted: the price is known. consented: the owner agreed, evidence is
missing. checking: with us. approved: about to go to the exchange. waiting: the exchange has it. done, refused, withdrawn: over."""
OPEN = ("asked", "quoted", "consented", "checking", "approved", "waiting")
TAKES_BACK = ("asked", "quoted", "consented", "checking", "approved")
"""As long as it was not sent to the exchange its owner may take it back."""

Mistake = Literal[
    "missing_memo", "foreign_memo", "wrong_network", "unlisted_token", "contract_address", "hot_wallet", "expired_address",
    "below_minimum", "not_ours", "other"]
Way = Literal["credit", "refund", "recover"]
ACTIONS: dict[Way, str] = {"credit": "deposit.credit_unattributed", "refund": "deposit.refund_to_source", "recover": "deposit.recover"}
Evidence = Literal["txid", "sender_picture", "screen_recording", "ownership"]
"""txid: the transaction itself. sender_picture: a picture of it at the sending side. screen_recording: of the sending account.
ownership: a message signed with the sending key, or a statement of the sending platform. Nothing of it moves coins."""

Decimals = Annotated[str, Meta(pattern=r"\A(0|[1-9][0-9]{0,19})(\.[0-9]{1,18})?\Z", max_length=40)]
Days = Annotated[int, Meta(ge=1, le=365)]
Words = Annotated[str, Meta(max_length=400)]


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row; the first that fits decides. What is None asks nothing.

    supported: whether the exchange supports this coin on this network. usd_from, usd_below: worth. max_days: age of the deposit.
    fee_usd: a price for coins held to the dollar, and for others where the exchange says what they are worth; fee_times: so many
    times the network's withdrawal fee; neither: free. zh, en: why not, when it is not eligible.
    """

    kind: Mistake
    eligible: bool
    way: Way = "credit"
    supported: bool | None = None
    usd_from: Decimals | None = None
    usd_below: Decimals | None = None
    max_days: Annotated[int, Meta(ge=1, le=3650)] | None = None
    fee_usd: Decimals | None = None
    fee_times: Annotated[int, Meta(ge=1, le=100)] | None = None
    days_from: Days = 2
    days_to: Days = 3
    zh: Words = ""
    en: Words = ""


class Tier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a deposit of this worth or more has to be shown with. The one with the highest ``usd_from`` that fits counts."""

    usd_from: Decimals
    evidence: Annotated[list[Evidence], Meta(min_length=1, max_length=4)]


class RuleSet(msgspec.Struct, frozen=True):
    """The rules of a moment. version 0 came with the product. by: who set it."""

    version: int
    rules: list[Rule]
    tiers: list[Tier]
    words: str = ""
    by: str = ""
    at: datetime | None = None


class Facts(msgspec.Struct, frozen=True):
    """What the exchange says of the deposit. usd: its worth, None where nobody said. at: when it came in. withdraw_fee: of that coin
    and network, when it is supported. core: the exchange's own verdict; it wins over every rule.
    """

    kind: Mistake
    network: str
    coin: str
    amount: str
    deposit_id: str = ""
    supported: bool = False
    withdraw_fee: str | None = None
    usd: Decimal | None = None
    at: datetime | None = None
    credits: bool = False
    core: "Verdict | None" = None


class Verdict(msgspec.Struct, frozen=True):
    """The exchange's own word. kind: its name for the recovery; fee: in ``coin``; why: its code, when it is not eligible."""

    kind: str
    eligible: bool
    fee: str | None = None
    coin: str = ""
    days: int | None = None
    why: str = ""


class Quote(msgspec.Struct, frozen=True):
    """What it costs, brings and takes. fee and brings: in ``coin``; arithmetic: how both follow, in digits anybody can check.

    source: exchange or rules; version: of the rules. kind: what the exchange calls this recovery. needs: evidence.
    """

    way: Way
    kind: str
    coin: str
    amount: str
    fee: str
    brings: str
    days_from: int
    days_to: int
    arithmetic: Text
    needs: list[Evidence]
    source: Literal["exchange", "rules"]
    version: int
    made_at: datetime


class Judged(msgspec.Struct, frozen=True):
    """quote: None where there is none. why: code; words: the same for the customer. risk: for other people to decide."""

    state: Literal["quoted", "not_eligible", "asked", "checking"]
    quote: Quote | None = None
    why: str = ""
    words: Text = Text("", "")
    risk: bool = False


class Recovery(msgspec.Struct, frozen=True):
    """As stored. number, language: of its ticket; customer: the name; proposal_state: of the action, when there is one."""

    id: int
    ticket_id: int
    number: str
    customer_id: int
    customer: str
    language: str
    uid: str
    txid: str
    network: str
    kind: Mistake
    coin: str
    amount: str
    usd: Decimal | None
    deposit_id: str
    state: State
    risk: bool
    why: str
    why_zh: str
    why_en: str
    quote: Quote | None
    proposal_id: int | None
    attempt: int
    at: datetime
    changed_at: datetime
    settled_at: datetime | None
    proposal_state: str | None = None

    @property
    def open(self) -> bool:
        """Whether it goes on."""
        return self.settled_at is None


class Step(msgspec.Struct, frozen=True):
    """Where it stood from then on."""

    state: State
    why: str
    words: str
    actor: str
    at: datetime


class Piece(msgspec.Struct, frozen=True):
    """A piece of evidence. name: of the file; sha256: hex."""

    id: int
    kind: str
    file_id: str | None
    name: str
    words: str
    sha256: str
    at: datetime


class Consent(msgspec.Struct, frozen=True):
    """What was agreed, in both languages, and at which level. valid: the proof behind it was not taken back since."""

    id: int
    quote: Quote
    zh: str
    en: str
    level: int
    at: datetime
    valid: bool


def lacks(needs: list[Evidence], pieces: list[Piece]) -> list[Evidence]:
    """What is still to be shown; the transaction itself was."""
    given = {piece.kind for piece in pieces}
    return [one for one in needs if one != "txid" and one not in given]
