"""A deposit as its owner sees it: both gates as bars, what holds it, and where to go from there."""

from datetime import timedelta
from typing import Any

from farol.core.exchange.holds import hold_view
from farol.core.exchange.items import deposit_item
from farol.core.exchange.model import Deposit
from farol.core.exchange.shapes import Gate
from farol.core.exchange.states import DepositState as D
from farol.kit.i18n import Say
from farol.selfserve.portal.view import Reader

from .frame import times
from .words import Words

LOOK_BACK = timedelta(days=30)
TONES = {"failed": " risk", "held": " you", "done": " good"}
TICKETS = {D.UNATTRIBUTED: "dep.missing_memo"}
BELOW = "below_minimum"


def row(one: Deposit, reader: Reader) -> dict[str, Any]:
    """One with all that its owner may know. A gate that counts nothing has no bar."""
    item, lang = deposit_item(one, times(reader)), reader.lang
    bars = [] if item.gates is None else [
        bar(Words.de_credited, item.gates.credited, reader), bar(Words.de_withdrawable, item.gates.withdrawable, reader)]
    reason = "dep.below_minimum" if one.reason == BELOW else TICKETS.get(one.state, "dep.unconfirmed")
    return {
        "title": item.title.of(lang), "line": item.line.of(lang), "network": one.network, "tone": TONES.get(item.tone, ""), "done": item.tone == "done",
        "when": reader.when(item.at), "txid": one.txid, "bars": bars, "hold": hold_view(one.hold, times(reader)).words.of(lang) if one.hold else "",
        "recovers": one.state is D.UNATTRIBUTED, "ticket": f"/my/new?reason={reason}&about=deposit:{one.deposit_id}",
    }  # fmt: skip


def bar(name: Say, gate: Gate, reader: Reader) -> dict[str, Any]:
    """One gate: how many confirmations of how many, and about when it opens."""
    words = Words(reader.lang)
    about = "" if gate.at is None or gate.passed else words.de_about.format(at=reader.when(gate.at))
    return {"name": name.text(reader.lang), "have": gate.have, "need": max(gate.need, 1), "passed": gate.passed,
            "said": words.de_yes if gate.passed else words.de_of.format(have=gate.have, need=gate.need) + about}  # fmt: skip
