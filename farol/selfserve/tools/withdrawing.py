"""A withdrawal as its owner sees it: the step it is at, why it failed and what to change, and whether it can be cancelled."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from farol.core.exchange.errors import look_up
from farol.core.exchange.items import withdrawal_item
from farol.core.exchange.mask import money, short
from farol.core.exchange.model import Withdrawal
from farol.core.exchange.reasons import reason
from farol.core.exchange.states import WithdrawalState as S
from farol.selfserve.portal.view import Reader
from farol.trust.proposals.nouns import OPEN, Proposal

from .frame import times
from .words import Words

LOOK_BACK = timedelta(days=90)
TONES = {"failed": " risk", "held": " you", "done": " good"}
WAY = ("received", "review", "sending", "onchain", "completed")
AT = {S.AWAITING_USER: 0, S.PENDING: 0, S.REVIEW: 1, S.APPROVED: 2, S.BROADCASTING: 2, S.ONCHAIN: 3, S.COMPLETED: 5}
OVER = frozenset({S.FAILED, S.REJECTED, S.CANCELLED, S.CANCELING})
TICKETS = {"failed": "wd.failed", "done": "wd.not_received"}


def row(one: Withdrawal, reader: Reader) -> dict[str, Any]:
    """One in the list."""
    item = withdrawal_item(one, times(reader))
    return {"id": one.withdrawal_id, "title": item.title.of(reader.lang), "line": item.line.of(reader.lang), "network": one.network,
            "tone": TONES.get(item.tone, ""), "when": reader.when(item.at), "cancellable": one.cancellable}  # fmt: skip


def whole(one: Withdrawal, reader: Reader) -> dict[str, Any]:
    """One with all that its owner may know. The address is shortened: the page may be shown to others."""
    item = withdrawal_item(one, times(reader))
    return {
        **row(one, reader), "one": one, "fee": money(one.fee, one.coin) if one.fee is not None else "", "address": short(one.address),
        "steps": _steps(one, reader), "fix": _fix(one, reader), "on_chain": one.state in (S.ONCHAIN, S.COMPLETED) and not one.internal_transfer,
        "ticket": "/my/new?" + urlencode({"reason": TICKETS.get(item.tone, "wd.pending_review"), "withdrawal_id": one.withdrawal_id}),
        "moves": one.state not in OVER and one.state is not S.COMPLETED,
    }  # fmt: skip


def _steps(one: Withdrawal, reader: Reader) -> list[dict[str, str]]:
    """The way of one that is on it; one that ended elsewhere, or is in a state we do not know, has none."""
    if one.state not in AT:
        return []
    here, words = AT[one.state], Words.wd_steps
    return [{"state": "done" if n < here else "here" if n == here else "todo", "title": words[key].text(reader.lang)} for n, key in enumerate(WAY)]


def _fix(one: Withdrawal, reader: Reader) -> dict[str, str] | None:
    """What to change; nothing for a reason that may not be told."""
    if one.state not in (S.FAILED, S.REJECTED) or reason(one.reason) is None:
        return None
    found = [meaning for meaning in look_up(one.reason) if meaning.kind == "withdrawal"]
    return {"text": found[0].fix.of(reader.lang), "article": found[0].article} if found else None


def outcome(made: Proposal, reader: Reader) -> str:
    """What became of a cancellation, in the exchange's sense: asked and unconfirmed is neither done nor failed."""
    if made.state == "executed":
        key = "executed"
    elif made.state in OPEN:
        key = "open"
    else:
        key = made.why if made.why in ("not_cancellable", "not_offered") else "failed"
    return Words.wd_did[key].text(reader.lang)
