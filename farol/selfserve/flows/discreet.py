"""What the exchange said, without anything that the customer may not be told. Everything a flow says is made of this, and of nothing else.

A review that may not be explained loses what would tell it from another: its kind, what set it off, its times, even its id.
"""

from msgspec.structs import replace

from farol.core.exchange.model import Deposit, Hold, Withdrawal
from farol.core.exchange.reasons import REASONS
from farol.desk.triage.model import Seen
from farol.desk.triage.rules.deposits import MEMO, WRONG_KIND, WRONG_PLACE
from farol.desk.triage.rules.withdrawals import TRAVEL

TOLD = frozenset({*REASONS, *MEMO, *WRONG_KIND, *WRONG_PLACE, *TRAVEL})
"""Reasons that have words for customers, or that a rule reads."""
STEPS = frozenset({"email", "face", "questionnaire", "hot_wallet", "travel_rule", "local_law", "manual"})
"""Steps of a withdrawal that have words; any other reads as an automatic check."""


def discreet(seen: Seen) -> Seen:
    """The same, fit for its owner."""
    security = seen.security
    if security:
        security = replace(security, holds=[_hold(one) for one in security.holds if one.until is None or one.until > seen.now])
    return replace(
        seen, security=security, deposits=[_deposit(one) for one in seen.deposits], withdrawals=[_withdrawal(one) for one in seen.withdrawals],
        flagged=frozenset(), user=replace(seen.user, risk_band="", flags=[]) if seen.user else None,
    )  # fmt: skip


def _hold(one: Hold) -> Hold:
    return one if one.disclosable else Hold("", "review", one.scope, False, disclosable=False)


def _deposit(one: Deposit) -> Deposit:
    hidden = one.hold is not None and not one.hold.disclosable
    hold = _hold(one.hold) if one.hold else None
    return replace(one, hold=hold, reason="" if hidden or one.reason not in TOLD else one.reason)


def _withdrawal(one: Withdrawal) -> Withdrawal:
    return replace(one, reason=one.reason if one.reason in TOLD else "", substate=one.substate if one.substate in STEPS else "")


