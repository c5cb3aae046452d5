"""A deposit as its owner sees it: both gates as bars, what holds it, and where to go from there."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from farol.core import chains
from farol.core.exchange.gates import IN_BALANCE
from farol.core.exchange.holds import hold_view
from farol.core.exchange.items import deposit_item
from farol.core.exchange.model import Deposit
from farol.core.exchange.reasons import MEMO, MEMO_NAMES
from farol.core.exchange.shapes import Gate
from farol.core.exchange.states import DepositState as D
from farol.kit.i18n import Say
from farol.selfserve.portal.view import Reader

from .frame import times
from .words import Words

LOOK_BACK = timedelta(days=30)
TONES = {"failed": " risk", "held": " you", "done": " good"}
TICKETS = {D.UNATTRIBUTED: "dep.missing_memo", D.HELD: "dep.compliance_hold"}
RECOVERED = frozenset({"wrong_network", "unlisted_coin", "contract_address", "hot_wallet", "expired_address"})
"""Reasons of a refused deposit that the recovery desk judges."""
MEMOS = ("", "missing_memo", "wrong_memo")
COUNTING = (D.DETECTED, D.CONFIRMING, D.CREDITED_LOCKED)
BELOW = "below_minimum"


def row(one: Deposit, reader: Reader, others: list[Deposit]) -> dict[str, Any]:
    """One with all that its owner may know. others: all of them. A gate that counts nothing has no bar."""
    item, lang = deposit_item(one, times(reader)), reader.lang
    bars = [] if item.gates is None else [
        bar(Words.de_credited, item.gates.credited, reader), bar(Words.de_withdrawable, item.gates.withdrawable, reader)]
    reason = "dep.below_minimum" if one.reason == BELOW else TICKETS.get(one.state, "dep.unconfirmed")
    return {
        "title": item.title.of(lang), "line": item.line.of(lang), "network": one.network, "tone": TONES.get(item.tone, ""), "done": item.tone == "done",
        "when": reader.when(item.at), "txid": one.txid, "bars": bars, "hold": hold_view(one.hold, times(reader)).words.of(lang) if one.hold else "",
        "recovers": one.state is D.UNATTRIBUTED or (one.state is D.REJECTED and one.reason in RECOVERED), "counts": one.state in COUNTING,
        "memos": memos(one, others, reader), "ticket": "/my/new?" + urlencode({"reason": reason, "deposit_id": one.deposit_id}),
    }  # fmt: skip


def memos(one: Deposit, others: list[Deposit], reader: Reader) -> list[str]:
    """Of a deposit without a right memo: the one it came with, and the customer's own as it stood in one that was credited."""
    if one.state is not D.UNATTRIBUTED or one.reason not in MEMOS or not chains.memo_required(one.network):
        return []
    words, name = Words(reader.lang), MEMO_NAMES.get(one.network, MEMO).of(reader.lang)
    came = words.de_memo.format(memo=name, value=one.memo or words.de_memo_none)
    credited = [each for each in others if each.network == one.network and each.memo and each.created_at and each.state in IN_BALANCE]
    own = max(credited, key=lambda each: each.created_at or datetime.min, default=None)
    if own and own.created_at:
        return [came, words.de_memo_own.format(memo=name, value=own.memo, at=reader.when(own.created_at))]
    return [came, words.de_memo_where.format(memo=name)]


def bar(name: Say, gate: Gate, reader: Reader) -> dict[str, Any]:
    """One gate: how many confirmations of how many, and about when it opens."""
    words = Words(reader.lang)
    about = "" if gate.at is None or gate.passed else words.de_about.format(at=reader.when(gate.at))
    return {"name": name.text(reader.lang), "have": gate.have, "need": max(gate.need, 1), "passed": gate.passed,
            "said": words.de_yes if gate.passed else words.de_of.format(have=gate.have, need=gate.need) + about}  # fmt: skip
