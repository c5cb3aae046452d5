"""What an action on an account needs, judged by the exchange itself: Farol's word that somebody agreed is not enough.

Classes and rows are those of DOMAIN section 3.4. No I/O.
"""

from decimal import Decimal
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from .facts import value

Word = Annotated[str, Meta(max_length=300)]


class Actor(msgspec.Struct, frozen=True):
    agent_id: Annotated[str, Meta(min_length=1, max_length=64)]
    role: Word
    auth: Word | None = None
    session: Word | None = None


class Approval(msgspec.Struct, frozen=True):
    agent_id: Annotated[str, Meta(min_length=1, max_length=64)]
    at: Word
    sig: Annotated[str, Meta(min_length=1, max_length=2_000)]
    role: Word = ""


class Consent(msgspec.Struct, frozen=True):
    method: Literal["step_up", "signed_link", "recorded_call", "none"]
    ref: Annotated[str, Meta(max_length=300)] = ""
    at: Annotated[str, Meta(max_length=40)] | None = None


class Exhibit(msgspec.Struct, frozen=True):
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    kind: Word = ""


class ActionRequest(msgspec.Struct, frozen=True):
    """As the core link describes it."""

    type: Word
    uid: Word
    reason_code: Annotated[str, Meta(min_length=1, max_length=100)]
    case_ref: Annotated[str, Meta(min_length=1, max_length=64)]
    actor: Actor
    params: dict[str, Any] = {}
    approvals: Annotated[list[Approval], Meta(max_length=20)] = []
    customer_consent: Consent | None = None
    evidence: Annotated[list[Exhibit], Meta(max_length=50)] = []
    expected_version: Word | None = None
    dry_run: bool = False
    expires_at: Annotated[str, Meta(max_length=40)] | None = None


class Rule(msgspec.Struct, frozen=True):
    """people: how many different members of staff must stand behind it. owner: the account's owner proved themselves
    here. purse: whose limits count. role: one of the people has it. queue: the finance desk carries it out."""

    cls: str
    people: int = 0
    owner: bool = False
    purse: str = ""
    role: str = ""
    queue: bool = False


RULES: dict[str, Rule] = {
    "statement.generate": Rule("A"),
    "certificate.generate": Rule("A"),
    "account.freeze": Rule("B"),
    "sessions.revoke": Rule("B"),
    "api_keys.disable": Rule("B"),
    "withdrawals.cancel_all_pending": Rule("B"),
    "withdrawal.cancel": Rule("B", owner=True),
    "withdrawal.request_expedite": Rule("B"),
    "mail.resend": Rule("B"),
    "sms.resend": Rule("B"),
    "notice.send": Rule("B"),
    "account.unfreeze": Rule("C", 2),
    "factor.reset": Rule("C", 2),
    "contact.change": Rule("C", 2),
    "kyc.retry_grant": Rule("C", 2),
    "kyc.manual_review": Rule("C", 2),
    "deposit.credit_unattributed": Rule("D", 2, owner=True, purse="own", queue=True),
    "deposit.refund_to_source": Rule("D", 2, owner=True, purse="own", queue=True),
    "deposit.recover": Rule("D", 2, owner=True, purse="own", queue=True),
    "goodwill.grant": Rule("D", 2, purse="given", queue=True),
    "fee.refund": Rule("D", 2, purse="given", queue=True),
    "reward.reissue": Rule("D", 2, purse="given", queue=True),
    "claim.pay": Rule("D", 2, purse="claim", queue=True),
    "p2p.release": Rule("D", 2),
    "p2p.cancel": Rule("D", 2),
    "p2p.extend": Rule("D", 2),
    "counterparty.hold": Rule("D", 2),
    "legal.hold": Rule("E", 2, role="compliance"),
    "legal.disclose": Rule("E", 2, role="compliance"),
}  # fmt: skip
"""To approve a withdrawal, to lift a hold, to change an address list, to read a secret: not here, so nobody can ask for it."""
SELF = ("account.freeze", "sessions.revoke", "api_keys.disable", "withdrawals.cancel_all_pending")
"""What a signed-in customer may ask for without another proof: it only protects."""
THIRD_FROM = {"own": Decimal(10_000), "given": Decimal(500), "claim": Decimal(5_000)}
"""USDT above which one more person is needed."""
MOST = {"own": Decimal(1_000_000), "given": Decimal(5_000), "claim": Decimal(50_000)}
"""USDT above which the exchange refuses, whoever agreed."""


def people(request: ActionRequest, more: list[Approval]) -> set[str]:
    """Members of staff behind it, each counted once."""
    every = [approval.agent_id for approval in (*request.approvals, *more)]
    return {who for who in (request.actor.agent_id, *every) if who.startswith("staff:")}


def missing(request: ActionRequest, more: list[Approval], usdt: Decimal | None, *, proven: bool, live: bool) -> list[str]:
    """What is wanted still: ``step_up``, ``checker``, ``second_checker``, ``role:compliance``; empty when it may go on.

    usdt: worth of what it moves, None where it has no price. proven: the owner proved themselves here lately. live: the account has a session.
    """
    rule, found = RULES[request.type], list[str]()
    own_wish = request.actor.auth == "customer_self" or request.actor.agent_id.startswith("customer:")
    if not proven and (rule.owner or (own_wish and not (live and request.type in SELF))):
        found.append("step_up")
    wanted = rule.people
    if rule.purse and (usdt is None or usdt > THIRD_FROM[rule.purse]):
        wanted += 1
    lacking = max(0, wanted - len(people(request, more)))
    found += ["checker", "second_checker", "third_checker"][:lacking]
    roles = {request.actor.role, *(approval.role for approval in (*request.approvals, *more))}
    if rule.role and rule.role not in roles:
        found.append(f"role:{rule.role}")
    return found


def over(type_: str, usdt: Decimal | None) -> Decimal | None:
    """The limit that the worth is above, None when it is not."""
    purse = RULES[type_].purse
    return MOST[purse] if purse and usdt is not None and usdt > MOST[purse] else None


def worth(coin: str, amount: Decimal) -> Decimal | None:
    """In USDT; None where the coin has no price, and then one more person is needed."""
    return value(coin, amount) or None
