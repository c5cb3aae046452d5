"""Withdrawals that wait, came back, or did not arrive."""

from collections.abc import Iterator
from datetime import timedelta

from farol.core.exchange.holds import hold_view
from farol.core.exchange.mask import money
from farol.core.exchange.model import Withdrawal
from farol.core.exchange.reasons import TRIGGERS
from farol.core.exchange.shapes import Text
from farol.core.exchange.states import WithdrawalState as W
from farol.core.exchange.words import both, withdrawal_line
from farol.desk.triage.model import Fact, Said, Seen

from .rule import fact, passed, reader, speaks_for, weigh

OUT = frozenset({"withdraw_crypto", "withdraw_fiat", "api_withdraw", "withdraw", "all"})
CLOSED = frozenset({"coin_withdraw_closed"})
CHANGED = frozenset({"security_change_24h"})
TRAVEL = frozenset({"beneficiary_required", "travel_rule_failed", "name_mismatch", "recipient_no_kyc", "address_not_at_vasp"})
CHANGE_OF_MIND = timedelta(hours=1)
"""How long after asking for it somebody notices a slip."""
SENT = (W.COMPLETED, W.ONCHAIN, W.BROADCASTING)
ENDED_BADLY = (W.FAILED, W.REJECTED)


def _of(seen: Seen, said: Said, one: Withdrawal, base: float) -> Fact:
    line = withdrawal_line(one, reader(seen))
    words = both("提币 {what}：{line}", "Withdrawal of {what}: {line}", what=money(one.amount, one.coin), line=line)
    return fact(f"withdrawal.{one.state}", words, weigh(base, seen, said, one, "withdrawal", one.withdrawal_id), one.withdrawal_id)


def _travels(one: Withdrawal) -> bool:
    return one.substate == "travel_rule" or one.reason in TRAVEL


@speaks_for("wd.pending_review", "sec")
def pending_review(seen: Seen, said: Said) -> Iterator[Fact]:
    """Somebody or something checks it."""
    strength = {W.REVIEW: 1.1, W.AWAITING_USER: 0.8, W.PENDING: 0.6, W.APPROVED: 0.6}
    for one in seen.withdrawals:
        if one.state in strength and not _travels(one):
            yield _of(seen, said, one, strength[one.state])


@speaks_for("wd.security_hold", "sec", "p2p", "acc")
def security_hold(seen: Seen, said: Said) -> Iterator[Fact]:
    """The wait after a change of security settings, which nobody can shorten."""
    for hold in seen.security.holds if seen.security else []:
        running = hold.until is None or hold.until > seen.now
        if running and hold.disclosable and OUT & set(hold.scope) and (hold.type == "security_change" or hold.trigger in TRIGGERS):
            yield fact("hold.security_change", hold_view(hold, reader(seen)).words, 1.2, hold.hold_id)
    for one in seen.withdrawals:
        if one.reason in CHANGED:
            yield _of(seen, said, one, 1.1)


@speaks_for("wd.not_received", "dep")
def not_received(seen: Seen, said: Said) -> Iterator[Fact]:
    """It left; whether it arrived is the question."""
    for one in seen.withdrawals:
        if one.state in SENT and one.withdrawal_id not in seen.flagged:
            yield _of(seen, said, one, 0.9 if passed(seen, one.updated_at or one.created_at) < timedelta(days=3) else 0.5)


@speaks_for("wd.failed")
def failed(seen: Seen, said: Said) -> Iterator[Fact]:
    """It was not sent, for a reason of its own."""
    for one in seen.withdrawals:
        if one.state in ENDED_BADLY and one.reason not in CLOSED | CHANGED and not _travels(one):
            yield _of(seen, said, one, 1.1)


@speaks_for("wd.travel_rule")
def travel_rule(seen: Seen, said: Said) -> Iterator[Fact]:
    """The receiver's details are asked for or checked."""
    for one in seen.withdrawals:
        if _travels(one):
            yield _of(seen, said, one, 1.3)


@speaks_for("wd.wrong_address", "dep")
def wrong_address(seen: Seen, said: Said) -> Iterator[Fact]:
    """It can still be stopped, and was asked for so lately that a slip may just have been seen."""
    for one in seen.withdrawals:
        if one.cancellable and one.state in (W.PENDING, W.AWAITING_USER) and passed(seen, one.created_at) < CHANGE_OF_MIND:
            yield _of(seen, said, one, 0.9)
        elif one.cancellable or (one.state in SENT and passed(seen, one.created_at) < timedelta(days=1)):
            yield _of(seen, said, one, 0.3)


@speaks_for("wd.suspended")
def suspended(seen: Seen, said: Said) -> Iterator[Fact]:
    """The way out is switched off: it stopped a withdrawal, or is what the customer names."""
    for one in seen.withdrawals:
        if one.reason in CLOSED:
            yield _of(seen, said, one, 1.2)
    for row in seen.networks:
        if not row.withdraw_enabled and (row.coin in said.coins or row.network in said.networks):
            words = Text(f"{row.coin} 在 {row.network} 上暂停提币", f"Withdrawals of {row.coin} on {row.network} are paused")
            yield fact("network.withdrawals_paused", words, 0.9 if row.coin in said.coins else 0.4, f"{row.coin}:{row.network}")
