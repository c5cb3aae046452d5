"""What triage reads, finds and decides; every part of it can be shown to whoever asks why."""

from datetime import datetime

import msgspec

from farol.core.chains import Found, Mention
from farol.core.exchange.model import (
    ApiKey,
    Balance,
    Deposit,
    Fiat,
    Incident,
    Kyc,
    Liquidation,
    NetworkInfo,
    Order,
    P2POrder,
    Security,
    Session,
    Tier,
    User,
    Withdrawal,
)
from farol.core.exchange.shapes import Trace

MOST_WORDS = 6_000
"""Characters of a customer's first messages that are read."""
MOST_MESSAGES = 5
"""After so many messages of the customer without an answer, more of them change nothing."""
SHOWN = 5
"""Reasons listed in a trace, best first."""

GENERAL = {
    "dep": "dep.unconfirmed", "wd": "wd.pending_review", "sec": "sec.restricted", "acc": "acc.login", "trd": "trd.order",
    "p2p": "p2p.paid_not_released", "fiat": "fiat.deposit", "fee": "fee.vip", "prod": "prod.earn", "stm": "stm.tax",
    "scam": "scam.victim", "leg": "leg.complaint", "care": "care.person_at_risk", "fb": "fb.feature", "gen": "gen.howto",
    "biz": "biz.other",
}  # fmt: skip
"""The reason a family stands for while nothing tells its members apart."""
FAMILIES = tuple(GENERAL)


def family_of(reason: str) -> str:
    """``dep`` of ``dep.missing_memo``."""
    return reason.partition(".")[0]


class Reading(msgspec.Struct, frozen=True):
    """What words alone say. leaves: a share for each reason, together 1. sure: 0 to 1, how much of the text was understood;
    at 0 the shares mean nothing. heard: words and sentences that decided, for people.
    """

    leaves: dict[str, float]
    sure: float
    heard: list[str]

    def family(self, name: str) -> float:
        """The share of a family."""
        return sum(share for code, share in self.leaves.items() if family_of(code) == name)

    def families(self) -> dict[str, float]:
        """All shares by family."""
        found = dict.fromkeys(FAMILIES, 0.0)
        for code, share in self.leaves.items():
            found[family_of(code)] += share
        return found

    def best(self) -> str:
        """The reason with the largest share."""
        return max(self.leaves, key=self.leaves.__getitem__)

    def best_family(self) -> str:
        """The family with the largest share."""
        shares = self.families()
        return max(shares, key=shares.__getitem__)


class Said(msgspec.Struct, frozen=True):
    """A customer's first words with what they name. about: the deposit or withdrawal chosen in the widget, as (kind, id)."""

    text: str
    found: list[Found]
    mentions: list[Mention]
    about: tuple[str, str] = ("", "")

    @property
    def coins(self) -> set[str]:
        """Tickers that are named, with an amount or without."""
        return {one.coin if one.kind == "amount" else one.value for one in self.mentions if one.kind in ("amount", "coin")} - {""}

    @property
    def networks(self) -> set[str]:
        """Network codes that are named."""
        return {one.value for one in self.mentions if one.kind == "network"}

    @property
    def ids(self) -> set[str]:
        """Transaction ids, addresses and references, in lower case."""
        return {one.value.casefold() for one in self.found} | {
            one.value.casefold() for one in self.mentions if one.kind in ("withdrawal_id", "deposit_id", "order_id", "p2p_order_id")}

    @property
    def errors(self) -> set[str]:
        """Error codes that are named."""
        return {one.value for one in self.mentions if one.kind == "error_code"}


class Seen(msgspec.Struct, frozen=True):
    """What the exchange said of the customer, at ``now``. A list is empty where nothing was answered: ``missing`` says so.

    missing: read to why: ``down``, ``late`` (over the deadline), ``refused``, ``not_offered``. traced: transaction ids of the
    text that are no own withdrawal. flagged: own withdrawals, by id, to an address with a bad name.
    """

    now: datetime
    zone: str = "UTC"
    user: User | None = None
    kyc: Kyc | None = None
    security: Security | None = None
    tier: Tier | None = None
    sessions: list[Session] = []
    deposits: list[Deposit] = []
    withdrawals: list[Withdrawal] = []
    orders: list[Order] = []
    liquidations: list[Liquidation] = []
    p2p: list[P2POrder] = []
    fiat: list[Fiat] = []
    api_keys: list[ApiKey] = []
    balances: list[Balance] = []
    networks: list[NetworkInfo] = []
    incidents: list[Incident] = []
    traced: list[Trace] = []
    flagged: frozenset[str] = frozenset()
    missing: dict[str, str] = {}

    @property
    def down(self) -> bool:
        """Whether the exchange was asked about the customer and said nothing of what usually decides."""
        return all(self.missing.get(name) in ("down", "late") for name in ("deposits", "withdrawals", "security"))


class Fact(msgspec.Struct, frozen=True):
    """Something the exchange says that speaks for a reason. strength: 0 to 3; 1 is the rule, 2 and more what the customer
    pointed at. ref: its id there. zh, en: in words, fit for staff.
    """

    code: str
    zh: str
    en: str
    strength: float
    ref: str = ""


class Candidate(msgspec.Struct, frozen=True):
    """A reason that was weighed. text: its share of the words. state: its strongest fact. score: both together."""

    reason: str
    score: float
    text: float
    state: float
    facts: list[Fact] = []


class Decision(msgspec.Struct, frozen=True):
    """What triage found.

    basis: what decided: ``crisis``, ``theft``, ``not_me``, ``complaint`` (words that go before everything), ``pointed`` (the
    customer named or chose the thing), ``state``, ``words``, ``guess`` (words said little and the state stood out), ``nothing``.
    without: the exchange did not answer, so the state is missing; known: whether there is an account to ask about.
    """

    reason: str
    severity: str
    basis: str
    families: dict[str, float]
    candidates: list[Candidate]
    heard: list[str]
    without: bool = False
    known: bool = True
    missing: dict[str, str] = {}

    @property
    def facts(self) -> list[Fact]:
        """What speaks for the reason that was chosen."""
        return next((one.facts for one in self.candidates if one.reason == self.reason), [])


class View(msgspec.Struct, frozen=True):
    """Triage of a ticket as staff see it. again: it looks once more when the exchange answers. kept: the ticket still has the
    reason it gave. corrected: an agent's own word."""

    decision: Decision | None
    at: datetime | None
    again: bool
    kept: bool
    corrected: "Correction | None"


class Correction(msgspec.Struct, frozen=True):
    """An agent's word on what a ticket is about, against triage's."""

    was: str
    reason: str
    by: str
    at: datetime
