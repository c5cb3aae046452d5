"""Nouns of the emergency lane and its pure rules. No I/O."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Annotated, Literal
from uuid import NAMESPACE_OID, UUID, uuid5

import msgspec

from farol.core.exchange.model import Receipt

Kind = Literal["stolen", "risk"]
Cause = Literal["words", "denial", "freeze", "staff", "drill"]
Proof = Literal["mail_link", "email_code", "sms_code", "session"]
STOLEN, AT_RISK = "sec.account_stolen", "care.person_at_risk"
REASONS: dict[str, str] = {"stolen": STOLEN, "risk": AT_RISK}

MAILBOX: frozenset[str] = frozenset({"mail_link", "email_code"})
"""Proofs that only say who reads a mailbox."""
MAILBOX_HOURS = 24
"""A freeze that a mailbox alone asked for ends by itself after this, unless it is confirmed (DOMAIN 5.4)."""
OUTSIDE_EVERY = timedelta(hours=24)
"""From outside a session an account is frozen at most once in this time (V04)."""
SEAT_LASTS = timedelta(days=7)
"""How long a browser that proved control may look at its case."""
FIRST_UPDATE = timedelta(minutes=30)
"""By then the customer has heard from a person; each word of a person promises the next."""
COOL_OFF = timedelta(hours=12)
"""Between the wish to unfreeze and its execution, whoever approves: time for the owner to stop it. The exchange adds its own hold after."""
AFTER_EVENT = timedelta(hours=24)
"""How long after a security event a short "not me" means theft."""
STAYS_OPEN = timedelta(days=30)
"""What is older is looked at as history only."""

FREEZE = "account.freeze"
STEPS = (FREEZE, "withdrawals.cancel_all_pending", "api_keys.disable", "sessions.revoke")
"""What protects, asked for at the same moment. An exchange may do all of it with the first."""
SETTLED = ("executed", "failed", "rejected", "refused", "withdrawn", "expired")
SECURITY_EVENTS = frozenset({
    "security.login_new_device", "security.factor_reset", "security.contact_changed", "security.api_key_created", "security.whitelist_off",
    "security.password_changed", "withdrawal.created", "withdrawal.awaiting_user", "withdrawal.broadcast", "withdrawal.completed"})
"""After these an exchange asks "was it you?"."""


class Asked(msgspec.Struct, frozen=True):
    """One protective action as it stands at the exchange: ``state`` is the proposal's."""

    type: str
    state: str
    why: str
    receipt: Receipt | None
    settled_at: datetime | None


class Stopped(msgspec.Struct, frozen=True):
    """What the exchange says was stopped. cancelled: ids of withdrawals. parts: keys of sentences, in order."""

    parts: list[str]
    cancelled: list[str]
    keys: int


PARTS = ("account.frozen", "sessions.revoked", "withdrawals.stopped", "api_key.disabled", "p2p_sell.stopped", "card.stopped")


def stopped(asked: Iterable[Asked]) -> Stopped:
    """Read from the receipts, never assumed: what no receipt names is not claimed."""
    effects = [effect for one in asked if one.state == "executed" and one.receipt for effect in one.receipt.effects]
    kinds = {effect.kind for effect in effects}
    done = {one.type for one in asked if one.state == "executed"}
    if FREEZE in done:
        kinds |= {"account.frozen", "withdrawals.stopped"}
    if "sessions.revoke" in done:
        kinds.add("sessions.revoked")
    cancelled = list(dict.fromkeys(effect.ref for effect in effects if effect.kind == "withdrawal.cancelled" and effect.ref))
    keys = len({effect.ref for effect in effects if effect.kind == "api_key.disabled"})
    return Stopped([part for part in PARTS if part in kinds], cancelled, keys)


def state_of(asked: Iterable[Asked]) -> tuple[str, str, datetime | None]:
    """asked, waiting, frozen or refused, why, and the exchange's own time of the freeze. Only the freeze itself decides."""
    for one in asked:
        if one.type == FREEZE:
            if one.state == "executed":
                at = one.receipt.executed_at if one.receipt else None
                return "frozen", "", at or one.settled_at
            if one.state in SETTLED:
                return "refused", one.why or one.state, None
            return ("waiting" if one.state in ("waiting", "unproven") else "asked"), "", None
    return "asked", "", None


QUESTIONS = ("what", "when", "given", "mail_safe", "elsewhere")
GIVEN = ("nothing", "code", "password", "seed", "remote", "unsure")
YES_NO = ("yes", "no", "unsure")
Words = Annotated[str, msgspec.Meta(max_length=1000)]


class Answers(msgspec.Struct, frozen=True):
    """The five questions. what, when: the customer's words. given: what somebody got from them; several. mail_safe: whether nobody else
    reads the mailbox. elsewhere: whether the password is used in other places."""

    what: Words = ""
    when: Words = ""
    given: list[str] = []
    mail_safe: str = "unsure"
    elsewhere: str = "unsure"


CHECKLIST = ("mailbox", "sim", "malware", "passwords", "wallets", "exchanges", "bank", "evidence", "police", "scams")


def checklist(answers: Answers | None) -> list[str]:
    """The steps in the order in which they help this person. Wallets only for who gave a seed phrase away."""
    given = set(answers.given) if answers else set()
    first = []
    if "seed" in given:
        first.append("wallets")
    if "remote" in given:
        first.append("malware")
    order = [*first, *(one for one in CHECKLIST if one not in first)]
    return [one for one in order if one != "wallets" or "seed" in given]


class Outgoing(msgspec.Struct, frozen=True):
    """Coins that left before the freeze. cls: internal (another account of the exchange), own, external or unknown."""

    withdrawal_id: str
    coin: str
    network: str
    amount: str
    txid: str
    address: str
    state: str
    left_at: datetime | None
    cls: str
    risk: str
    classed_at: datetime | None = None


FRAME = "emergencies"
"""The frame that makes screens of staff read the live cases again."""
GONE = frozenset({"broadcasting", "onchain", "completed"})
LOOKED_BACK = timedelta(hours=72)


class Group(msgspec.Struct, frozen=True):
    """Who is rung together, and how long until the next ones are. owner: role, team (its key) or person (an id)."""

    position: int
    zh: str
    en: str
    owner_kind: Literal["role", "team", "person"]
    owner_key: str
    wait_s: int


DEFAULT_GROUPS = (
    Group(1, "安全岗", "Security", "role", "security", 60),
    Group(2, "安全应急组", "Security desk", "team", "security", 60),
    Group(3, "值班经理", "Duty manager", "role", "duty", 60),
    Group(4, "值班负责人", "On-call head", "role", "lead", 60),
)


def first_for(kind: Kind, groups: Iterable[Group]) -> int:
    """Where ringing begins: at the duty manager where a person is in danger."""
    found = list(groups)
    if kind == "risk":
        return next((g.position for g in found if (g.owner_kind, g.owner_key) == ("role", "duty")), found[0].position if found else 0)
    return found[0].position if found else 0


def after(position: int, groups: Iterable[Group]) -> int | None:
    """The next group; None after the last."""
    return min((g.position for g in groups if g.position > position), default=None)


class Case(msgspec.Struct, frozen=True):
    """An emergency with its ticket."""

    id: int
    ticket_id: int
    number: str
    customer_id: int
    uid: str | None
    name: str
    language: str
    time_zone: str
    kind: Kind
    drill: bool
    cause: str
    at: datetime
    position: int
    round: int
    ring_due: datetime | None
    taken_by: int | None
    taker: str
    taken_at: datetime | None
    update_due: datetime | None
    told_at: datetime | None
    country: str
    answers: Answers | None
    answered_at: datetime | None
    ended_at: datetime | None
    outcome: str | None


class Freeze(msgspec.Struct, frozen=True):
    """The customer's freeze. See the table's own words."""

    id: int
    emergency_id: int
    uid: str
    proof: Proof
    outside: bool
    session: bytes
    asked_at: datetime
    state: str
    why: str
    frozen_at: datetime | None
    until: datetime | None
    confirmed_at: datetime | None
    lifted_at: datetime | None
    lifted_why: str | None

    @property
    def by_mailbox(self) -> bool:
        """Whether only a mailbox was proven, and nothing since."""
        return self.proof in MAILBOX and self.confirmed_at is None


def client_id(found: Freeze, type_: str) -> UUID:
    """The same action of the same freeze is asked for once, whoever repeats it."""
    return uuid5(NAMESPACE_OID, f"farol:emergency:{found.id}:{found.asked_at.timestamp():.6f}:{type_}")


def name_now(found: Freeze, type_: str) -> UUID:
    """The same, by which a freeze that was confirmed since is asked for once more, to last."""
    return client_id(found, f"{type_}:confirmed" if type_ == FREEZE and found.confirmed_at else type_)


def words_of(given: Mapping[str, str], lang: str) -> str:
    """The sentence in the customer's language, English where it is missing."""
    return given.get(lang.partition("-")[0].lower(), given["en"])
