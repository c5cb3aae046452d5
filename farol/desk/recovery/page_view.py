"""What the recovery pages draw, in the reader's language and zone."""

from typing import Any

from farol.core.customers.model import Customer
from farol.core.exchange.mask import short, thousands
from farol.core.exchange.shapes import Text
from farol.kit.core import Kit
from farol.kit.i18n import Say
from farol.selfserve.portal import view as portal
from farol.selfserve.portal.view import Reader

from . import words as says
from .actions.agreeing import digest
from .actions.showing import KINDS, WHILE
from .model import TAKES_BACK, Consent, Facts, Judged, Piece, Quote, Recovery, Step, lacks
from .page_words import Words

TONES = {"done": " good", "quoted": " you", "consented": " you", "not_eligible": " risk", "refused": " risk"}


def page(kit: Kit, reader: Reader, customer: Customer | None, path: str) -> dict[str, Any]:
    """Values of the layout, with the words of recoveries."""
    return {**portal.page(kit, reader, customer, path), "w": Words(reader.lang), "never": says.NEVER.of(reader.lang),
            "no_guarantee": says.NO_GUARANTEE.of(reader.lang)}


def _of(said: Say, reader: Reader) -> str:
    return said.text(reader.lang)


def quote(found: Quote, reader: Reader, pieces: list[Piece]) -> dict[str, Any]:
    """The price with its arithmetic and what has to be shown."""
    w, missing = Words(reader.lang), lacks(found.needs, pieces)
    return {
        "fee": f"{thousands(found.fee)} {found.coin}", "brings": f"{thousands(found.brings)} {found.coin}", "days": says.days(found).of(reader.lang),
        "sum": found.arithmetic.of(reader.lang), "way": _of(Words.re_ways[found.way], reader), "digest": digest(found),
        "source": w.re_by_core if found.source == "exchange" else w.re_by_rules.format(n=found.version),
        "needs": [(says.NEEDS[one].of(reader.lang), one not in missing) for one in found.needs],
    }  # fmt: skip


def verdict(facts: Facts, judged: Judged, reader: Reader) -> dict[str, Any]:
    """The answer to a look."""
    w = Words(reader.lang)
    heads = {"quoted": w.re_yes, "not_eligible": w.re_no}
    return {
        "head": heads.get(judged.state, w.re_open), "ok": judged.state == "quoted", "text": judged.words.of(reader.lang),
        "what": _what(facts.amount, facts.coin, facts.network, reader), "kind": says.KINDS[facts.kind].of(reader.lang) if not judged.risk else "",
        "quote": quote(judged.quote, reader, []) if judged.quote else None,
    }  # fmt: skip


def row(found: Recovery, reader: Reader) -> dict[str, Any]:
    """One in the list."""
    return {
        "id": found.id, "what": _what(found.amount, found.coin, found.network, reader) or short(found.txid), "number": found.number,
        "state": says.STATES[found.state].of(reader.lang), "tone": TONES.get(found.state, ""), "when": reader.when(found.changed_at),
    }  # fmt: skip


def case(found: Recovery, reader: Reader, pieces: list[Piece], consent: Consent | None, steps: list[Step], level: int) -> dict[str, Any]:
    """One with all that its owner may know. level: of identity, that stands on its ticket."""
    note = Text(found.why_zh, found.why_en) if found.why_zh else says.NOTES.get(found.why, says.NOTHING)
    gives = found.state in WHILE and not found.risk
    return {
        "recovery": found, **row(found, reader), "note": note.of(reader.lang), "kind": "" if found.risk else says.KINDS[found.kind].of(reader.lang),
        "quote": quote(found.quote, reader, pieces) if found.quote else None, "asks": found.state == "quoted",
        "consent_text": says.consent(found.quote, found.txid, found.network).of(reader.lang) if found.quote else "", "proven": level >= 3,
        "agreed": (reader.when(consent.at), consent.zh if reader.words.chinese else consent.en) if consent else None,
        "kinds": [(one, _of(Words.re_kinds[one], reader)) for one in KINDS] if gives and found.state != "asked" else [],
        "sentence": says.sentence(found.number, found.txid), "needs_words": bool(found.quote and "ownership" in found.quote.needs),
        "pieces": [(_of(Words.re_kinds[one.kind], reader), one.name, one.sha256[:12], reader.when(one.at)) for one in pieces],
        "steps": _steps(steps, reader), "backs": found.state in TAKES_BACK and not found.risk, "again": found.why == "unproven",
    }  # fmt: skip


def _steps(steps: list[Step], reader: Reader) -> list[dict[str, Any]]:
    """The way so far, one line for each time it stood somewhere else."""
    kept = [one for n, one in enumerate(steps) if n == 0 or one.state != steps[n - 1].state]
    last = len(kept) - 1
    return [{"title": says.STATES[one.state].of(reader.lang), "when": reader.when(one.at), "iso": one.at.isoformat(),
             "state": "here" if n == last and one.state not in ("done", "refused", "not_eligible", "withdrawn") else "done"}
            for n, one in enumerate(kept)]


def _what(amount: str, coin: str, network: str, reader: Reader) -> str:
    return f"{thousands(amount)} {coin} · {network}" if coin else ""
