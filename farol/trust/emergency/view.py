"""What the emergency pages draw, in the reader's language and zone."""

from datetime import UTC, datetime
from typing import Any

from farol.core.exchange import mask
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.selfserve.portal import view as portal
from farol.selfserve.portal.view import Reader

from .code import code
from .model import Asked, Case, Freeze, Outgoing, checklist, stopped
from .pack_store import Pack
from .page_words import Words
from .seat_store import Done, Word

AGAIN_S = {"asked": 2, "waiting": 5}
NOBODY_S = 20
"""How often the page comes again by itself while something is still to happen."""


def page(kit: Kit, reader: Reader, path: str, case: Case | None = None) -> dict[str, Any]:
    """Values of the frame. There is no way out of it but back: no menu distracts from the one button."""
    words = Words(reader.lang)
    site = next(iter(kit.settings.widget_origins), "")
    return {
        **portal.page(kit, reader, None, path), "w": words, "calm": case is not None, "number": case.number if case else "",
        "drill": bool(case and case.drill), "person": f"{site}/" if site else "/my/door", "bad": "",
    }  # fmt: skip


def utc(at: datetime) -> str:
    """``14:02:08 UTC``."""
    return f"{at.astimezone(UTC):%H:%M:%S} UTC"


def _stamp(at: datetime) -> str:
    """The same with the day, where it is not today."""
    return utc(at) if at.astimezone(UTC).date() == clock.now().date() else f"{at.astimezone(UTC):%Y-%m-%d} {utc(at)}"


def state(case: Case, found: Freeze | None, reader: Reader, pressed: datetime | None = None) -> dict[str, Any]:
    """The largest words of the page: what is so now, and since when. pressed: when this browser asked, if the exchange was away then."""
    words = Words(reader.lang)
    if found is None:
        return {"head": words.case_asked, "sub": "", "tone": "wait", "title": words.case_head_open, "frozen": False}
    if found.lifted_at:
        return {"head": words.case_lifted, "sub": words.case_lifted_s.format(at=reader.when(found.lifted_at)), "tone": "odd",
                "title": words.case_head_lifted, "frozen": False}
    if found.state == "frozen" and found.frozen_at:
        took = max(1, round((found.frozen_at - (pressed or found.asked_at)).total_seconds()))
        return {"head": words.case_frozen.format(at=utc(found.frozen_at)), "sub": _took(found.frozen_at, took, reader),
                "tone": "", "title": words.case_head, "frozen": True}
    sub = {"asked": words.case_asked_s, "waiting": words.case_waiting_s, "refused": words.case_refused_s}[found.state]
    head = {"asked": words.case_asked, "waiting": words.case_waiting, "refused": words.case_refused}[found.state]
    return {"head": head, "sub": sub.format(at=utc(found.asked_at), why=found.why), "tone": "odd" if found.state == "refused" else "wait",
            "title": words.case_head_open, "frozen": False}


def _took(at: datetime, took: int, reader: Reader) -> str:
    """Whose zone is not known is not told that UTC is theirs."""
    words = Words(reader.lang)
    if i18n.place(reader.zone, reader.lang) == "UTC":
        return words.case_frozen_took.format(n=took)
    return words.case_frozen_s.format(here=reader.when(at), n=took)


def done(asked: list[Asked], reader: Reader) -> list[str]:
    """What stopped, by the receipts alone."""
    words, found = Words(reader.lang), stopped(asked)
    lines = [words.done[part].text(reader.lang).format(n=found.keys) for part in found.parts]
    if "withdrawals.stopped" in found.parts or found.cancelled:
        lines.append(words.cancelled.format(n=len(found.cancelled)) if found.cancelled else words.none_cancelled)
    return lines


def gone(outgoing: list[Outgoing], reader: Reader) -> list[dict[str, str]]:
    """What had left before: amount, time, and where it went as far as the exchange says. The middle of the address is not shown."""
    words = Words(reader.lang)
    texts = {"internal": words.left_internal, "own": words.left_own, "external": words.left_external, "unknown": words.left_unknown}
    return [{
        "head": words.left_one.format(amount=one.amount, coin=one.coin, at=_stamp(one.left_at) if one.left_at else "—"), "text": texts[one.cls],
        "where": f"{one.network} {mask.short(one.address)}" if one.address else one.network,
    } for one in outgoing]  # fmt: skip


def person(kit: Kit, case: Case, rung_at: datetime | None, rung: int, reader: Reader, *, known: bool = True) -> dict[str, str]:
    """Who is with the customer and how they prove it, or how far the ringing is. known: whether the code is for this reader."""
    words = Words(reader.lang)
    if case.taken_by:
        here = words.person_here.format(name=case.taker)
        return {"person": here, "person_s": words.person_code, "code": code(kit, case.id, case.taken_by)} if known else {
            "person": here, "person_s": "", "code": ""}
    at = utc(rung_at or case.at)
    return {"person": words.person_none, "person_s": words.person_none_s.format(at=at, n=rung), "code": ""}


def steps(case: Case, kept: dict[str, Done], reader: Reader) -> list[dict[str, Any]]:
    """The checklist in this person's order; the first that is not done is marked."""
    words, found, now = Words(reader.lang), [], True
    for key in checklist(case.answers):
        head, text = (each.text(reader.lang) for each in words.next_steps[key])
        is_done = kept.get(key)
        found.append({"key": key, "head": head, "text": text, "now": now and is_done is None,
                      "done": words.step_done.format(at=reader.when(is_done.at)) if is_done else ""})
        now = now and is_done is not None
    return found


def promise(case: Case, reader: Reader) -> str:
    """By when the customer hears from a person."""
    words = Words(reader.lang)
    if case.update_due and case.update_due > clock.now():
        return words.promise_by.format(at=reader.when(case.update_due))
    return words.promise_late if case.ended_at is None else ""


def pack(found: Pack | None, reader: Reader) -> dict[str, str] | None:
    """The newest incident pack, for the police or a bank."""
    if found is None:
        return None
    words = Words(reader.lang)
    return {"made": words.pack_made.format(at=reader.when(found.at), n=max(1, found.pdf_size // 1024)), "code": found.code, "sha": found.pdf_sha256}


def word(said: Word, reader: Reader) -> dict[str, Any]:
    """A message of the ticket."""
    words = Words(reader.lang)
    name = {"customer": words.you, "staff": said.alias or words.support}.get(said.kind, words.system)
    return {"kind": said.kind, "name": name, "when": reader.when(said.at), "iso": said.at.isoformat(), "body": said.body}
