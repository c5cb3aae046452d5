"""What calls leave in tickets: the ticket itself, a line for every call, and who the caller proved to be."""

from datetime import timedelta
from uuid import NAMESPACE_OID, UUID, uuid5

from farol.core.customers import store as customer_store
from farol.core.tickets import actions as tickets
from farol.core.tickets import merged_store, posting
from farol.core.tickets.model import Change, Draft
from farol.core.tickets.noting import note_in
from farol.desk.queue.model import credit
from farol.desk.threads import telling
from farol.kit.i18n import Tongue, clock_time, is_tongue, lang_of
from farol.kit.permission import SYSTEM
from farol.trust.emergency import store as emergencies
from farol.trust.emergency.actions import raise_in
from farol.trust.emergency.events import EmergencyEnded

from . import numbers, store
from .events import CallNoted
from .model import CHANNEL, Call
from .scene import Scene
from .words import Lines

GATHER = timedelta(hours=24)
"""Missed calls of one number within this time are one ticket."""


def client_id(call: Call, what: str) -> UUID:
    """The same line of the same call is said once."""
    return uuid5(NAMESPACE_OID, f"farol:phone:{call.id}:{what}")


def lines_of(language: str) -> Lines:
    """In the language nearest to the caller's that the desk writes."""
    return Lines(language if is_tongue(language) and lang_of(language) == "zh" else "en")


def who(call: Call) -> str:
    """The caller as shown: masked, never whole."""
    return numbers.masked(call.caller) or lines_of(call.language).anonymous


def lasted(seconds: float | None) -> str:
    """``3:05``."""
    whole = max(0, int(seconds or 0))
    return f"{whole // 60}:{whole % 60:02}"


async def settle(scene: Scene, lane: str) -> None:
    """The call has a ticket from here on: the one that was named and proven, else a new one of the caller's."""
    call = scene.call
    if call.ticket_id is not None:
        return
    text = lines_of(call.language)
    said = text.opened.format(number=who(call), at=clock_time(call.began_at, lang_tongue(call)), lane=getattr(text, f"lane_{lane}"))
    if call.proven_at and call.about_id and await _joined(scene, call.about_id, said):
        return
    if lane == "missed" and (before := await store.missed_before(scene.tx, call.caller, scene.now - GATHER)):
        call.customer_id = before[1]
        if await _joined(scene, before[0], said):
            return
    if call.customer_id is None:
        call.customer_id = await customer_store.add_visitor(scene.tx, who(call), "", call.language)
    opened = await posting.open_ticket(
        scene.tx, customer_id=call.customer_id, client_id=client_id(call, "opened"), subject=f"{text.subject} {who(call)}", channel=CHANNEL, body=said,
        files=(), removed=(), language="zh-Hans" if call.language == "zh" else call.language, about=None)
    assert opened
    call.ticket_id = opened[0]
    scene.after.woke(f"ticket:{opened[0]}", 2)
    if call.about_id:
        await note(scene, opened[0], "about", number=await store.number_of(scene.tx, call.about_id))
    if call.hint_id and not call.proven_at:
        await note(scene, opened[0], "hint")


def lang_tongue(call: Call) -> Tongue:
    """The language of the lines in the ticket."""
    return "zh" if lang_of(call.language) == "zh" else "en"


async def _joined(scene: Scene, ticket_id: int, said: str) -> bool:
    """The call's words go into a ticket that is there; False when it takes no more."""
    call = scene.call
    found = await merged_store.goes_on(scene.tx, ticket_id)
    if found is None or call.customer_id is None or found.customer_id != call.customer_id:
        return False
    draft = Draft(found.id, client_id(call, "opened"), "customer", call.customer_id, said, False, CHANNEL, (), (), None)
    outcome = (await posting.post(scene.tx, [draft]))[0]
    if outcome.outcome not in ("new", "again") or outcome.seq is None:
        return False
    scene.after.woke(f"ticket:{found.id}", outcome.seq)
    call.ticket_id = found.id
    return True


async def note(scene: Scene, ticket_id: int, what: str, *, number: str = "", n: int = 0) -> None:
    """A line for staff, in the same transaction; said once."""
    at = scene.now.isoformat() if n else ""
    if woken := await note_in(scene.tx, ticket_id, CallNoted(what, f"{scene.call.id}:{what}:{n}", number, at, n=n)):
        scene.after.woke(*woken)


async def prove(scene: Scene, customer_id: int) -> None:
    """The caller is this customer: the call goes on in the ticket they named, or in a new one of theirs; what began as a visitor's points there."""
    call = scene.call
    left = call.ticket_id
    if left is not None and call.customer_id == customer_id:
        call.proven_at = scene.now
        await note(scene, left, "proven")
        return
    call.customer_id, call.proven_at, call.ticket_id = customer_id, scene.now, None
    tier, _ = await store.tier(scene.tx, customer_id)
    if call.rank_at:
        call.rank_at -= credit(tier)
    if left is None:
        return
    about = await merged_store.goes_on(scene.tx, call.about_id) if call.about_id else None
    if about is None or about.customer_id != customer_id:
        call.about_id = None
    await settle(scene, call.lane or "person")
    assert call.ticket_id
    await note(scene, call.ticket_id, "proven")
    await note(scene, call.ticket_id, "came", number=await store.number_of(scene.tx, left))
    await note(scene, left, "moved", number=await store.number_of(scene.tx, call.ticket_id))
    if call.severity == "P0":
        await _hand_on(scene, left)
    seq, _version = await tickets.change_in(scene.tx, SYSTEM, left, Change(status="resolved"))
    scene.after.woke(f"ticket:{left}", seq)


async def _hand_on(scene: Scene, left: int) -> None:
    """The alarm is the customer's from here on; that of the visitor is not rung for twice."""
    assert scene.call.ticket_id
    await raise_in(scene.tx, scene.call.ticket_id, "stolen", "words", scene.after)
    before = await emergencies.case(scene.tx, emergencies.BY_TICKET, left)
    if before and await scene.tx.fetchval(emergencies.END, before.id, scene.now, None, "handed_on") is not None:
        await telling.note(scene.tx, SYSTEM, left, EmergencyEnded("handed_on"), scene.after)
