"""Asking for a call, taking one, hanging up; and what stands in the ticket of it.

A call begins in a ticket and only when its customer presses: an agent can offer one, and dials nobody.
"""

import uuid

import asyncpg

from farol.core.live.personal import tell
from farol.core.tickets import actions as tickets
from farol.core.tickets import store as ticket_store
from farol.core.tickets.checks import Heard as Spoken
from farol.core.tickets.checks import check_heard
from farol.core.tickets.model import Change
from farol.core.tickets.noting import note
from farol.core.tickets.problems import TicketClosed
from farol.core.urgency.problems import HumanOnly
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import lang_of, tongue_of
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound

from . import frames, store
from .events import CallAsked, CallBegun, CallConsentGiven, CallEnded, CallNoted, CallRecordingKept, CallTaken
from .model import (
    ASKED_FOR,
    CHANNEL,
    CONNECT_WITHIN,
    INVITED_FOR,
    LONGEST,
    MOST_SIGNALS,
    SILENT_FOR,
    TURN_FOR,
    Call,
    Heard,
    IceServer,
    Side,
    Standing,
    Way,
    spoken,
    turn_credential,
)
from .problems import CallGoesOn, CallOver, CallsClosed, NoConsent, TooManySignals
from .words import Words

_LINES = uuid.UUID("7c3f1b60-6c3a-4f0e-9a54-0d4d1c1f9b11")
"""Namespace of the lines in tickets: each thing that happens to a call is said once."""


async def standing(kit: Kit, actor: Actor, ticket_id: int) -> Standing:
    """Whether a call can be asked for in this ticket, and the one that goes on."""
    call = await store.newest(kit.db, ticket_id)
    here = call is not None and call.state != "ended"
    free = kit.settings.calls and not here and await store.somebody_available(kit.db)
    return Standing(free, call, _way(kit, call.id, actor) if call and here else None)


async def ask(kit: Kit, actor: Actor, ticket_id: int, kind: str) -> Call:
    """The customer asks, or an agent offers. Raises CallsClosed, CallGoesOn, TicketClosed, for customers CustomerBlocked."""
    by_staff = actor.kind == "staff"
    wanted = _wanted(actor, kind)
    if not by_staff:
        await check_heard(kit, Spoken(actor.id, ticket_id, uuid.uuid5(_LINES, f"{ticket_id} {clock.now():%Y%m%d%H}"), wanted, CHANNEL))
    if not kit.settings.calls or not (by_staff or await store.somebody_available(kit.db)):
        raise CallsClosed
    try:
        async with transaction(kit.db) as tx:
            id_ = await store.ask(tx, ticket_id, kind, "invited" if by_staff else "asked", actor.id if by_staff else None)
            if id_ is None:
                raise TicketClosed
            await emit(tx, f"call:{id_}", actor, CallAsked(ticket_id, actor.kind, kind))
    except asyncpg.UniqueViolationError:
        raise CallGoesOn from None
    call = await _told(kit, id_)
    if by_staff:
        about = await store.about(kit.db, ticket_id)
        assert about
        await _line(kit, call, "invited", Words(tongue_of(about.language)).invited)
    else:
        await _note(kit, call, "asked")
    return call


def _wanted(actor: Actor, kind: str) -> str:
    words = Words(lang_of(actor.language))
    return words.asked_video if kind == "video" else words.asked_voice


async def take(kit: Kit, actor: Actor, call_id: int) -> Call:
    """The agent takes what the customer asked for, or the customer what an agent offered. Raises CallOver when somebody did before."""
    by_staff = actor.kind == "staff"
    async with transaction(kit.db) as tx:
        done = await store.take(tx, call_id, actor.id if by_staff else None, "asked" if by_staff else "invited")
        if done is None:
            raise CallOver
        await emit(tx, f"call:{call_id}", actor, CallTaken(*done))
    return await _told(kit, call_id)


async def say(kit: Kit, call: Call, side: Side, kind: str, body: str) -> int:
    """Keeps a signal for the other side: its seq. Raises CallOver, TooManySignals."""
    async with transaction(kit.db) as tx:
        state, seq = await store.signal(tx, call.id, side, kind, body, MOST_SIGNALS)
    if seq is None:
        raise TooManySignals if state in ("taken", "live") else CallOver
    await _nudge(kit, call)
    return seq


async def hear(kit: Kit, call: Call, side: Side, after: int) -> Heard:
    """What the other side said; who asks is there."""
    await store.seen(kit.db, call.id, side)
    return Heard(call, await store.signals(kit.db, call.id, side, after, MOST_SIGNALS))


async def begin(kit: Kit, actor: Actor, call_id: int) -> Call:
    """Sound arrived. Harmless to say again."""
    async with transaction(kit.db) as tx:
        ticket_id, seq = await store.live(tx, call_id), 0
        if ticket_id is not None:
            await emit(tx, f"call:{call_id}", actor, CallBegun(ticket_id))
            seq = await _given(tx, call_id, ticket_id)
    if ticket_id is not None and seq:
        await wake(kit.bus, f"ticket:{ticket_id}", seq)
    return await _told(kit, call_id)


async def _given(tx: Tx, call_id: int, ticket_id: int) -> int:
    """Whoever speaks has the ticket, where nobody had it: its new seq, 0 where it stays as it was."""
    found, (_, staff_id) = await ticket_store.ticket(tx, ticket_id), await store.listening(tx, call_id)
    if found is None or staff_id is None or found.owner_id is not None or found.status == "closed":
        return 0
    seq, _ = await tickets.change_in(tx, SYSTEM, ticket_id, Change(owner_id=staff_id))
    return seq


async def agree(kit: Kit, actor: Actor, call_id: int, given: bool) -> Call:
    """The customer says whether the call may be recorded, or that it may no longer. Raises CallOver."""
    async with transaction(kit.db) as tx:
        ticket_id = await store.consent(tx, call_id, given)
        if ticket_id is None:
            raise CallOver
        await emit(tx, f"call:{call_id}", actor, CallConsentGiven(ticket_id, given))
    return await _told(kit, call_id)


async def keep_recording(kit: Kit, actor: Actor, call_id: int, file_id: uuid.UUID, seconds: int) -> None:
    """A recording becomes part of the ticket, for staff alone. Raises NoConsent, and NotFound when the file is not the agent's."""
    async with transaction(kit.db) as tx:
        found = await store.recorded(tx, call_id)
        if found is None:
            raise NoConsent
        ticket_id, agreed_at = found
        await emit(tx, f"call:{call_id}", actor, CallRecordingKept(ticket_id, str(file_id), seconds))
    posted = await tickets.post_message(
        kit, actor, ticket_id, client_id=uuid.uuid5(_LINES, f"{file_id}"), body="", internal=True, files=[file_id], channel=CHANNEL)
    await note(kit, posted.ticket or ticket_id, CallNoted("recorded", f"{file_id}", seconds=seconds, at=agreed_at.isoformat()))


async def end(kit: Kit, actor: Actor, call_id: int, why: str) -> None:
    """Hangs up, cancels or declines, whichever it is by then; what came of it is said in the ticket. Harmless when it is over."""
    async with transaction(kit.db) as tx:
        done = await store.end(tx, call_id, why)
        if done is None:
            return
        await emit(tx, f"call:{call_id}", actor, CallEnded(done.ticket_id, why, done.seconds))
    call = await _told(kit, call_id)
    about = await store.about(kit.db, done.ticket_id)
    assert about
    tongue = tongue_of(about.language)
    words = Words(tongue)
    if call.live_at is not None:
        await _line(kit, call, "ended", words.ended.format(length=spoken(done.seconds)))
    elif why in ("missed", "failed"):
        await _line(kit, call, why, words.missed if why == "missed" else words.failed)
    elif why == "declined" and actor.kind == "staff":
        await _line(kit, call, why, words.declined)
    elif why == "declined":
        await _note(kit, call, why)


async def end_late(kit: Kit) -> None:
    """Ends calls whose time is over."""
    for call_id, why in await store.late(kit.db, ASKED_FOR, INVITED_FOR, CONNECT_WITHIN, SILENT_FOR, LONGEST):
        await end(kit, SYSTEM, call_id, why)


async def _line(kit: Kit, call: Call, what: str, body: str) -> None:
    """A line of the desk in the ticket; where only people may speak, staff alone read of it."""
    own = uuid.uuid5(_LINES, f"{call.id} {what}")
    try:
        await tickets.post_message(kit, SYSTEM, call.ticket_id, client_id=own, body=body, channel=CHANNEL)
    except HumanOnly:
        await _note(kit, call, what)
    except TicketClosed:
        return


async def _note(kit: Kit, call: Call, what: str) -> None:
    """A line for the staff."""
    seconds = int((call.ended_at - call.live_at).total_seconds()) if call.ended_at and call.live_at else 0
    await note(kit, call.ticket_id, CallNoted(what, f"{call.id} {what}", call.kind, seconds))


def _way(kit: Kit, call_id: int, actor: Actor) -> Way:
    settings = kit.settings
    servers = [IceServer(list(settings.stun_urls))] if settings.stun_urls else []
    if settings.turn_urls and settings.turn_secret:
        user, password = turn_credential(settings.turn_secret, f"{call_id}-{actor.kind}", clock.now() + TURN_FOR)
        servers.append(IceServer(list(settings.turn_urls), user, password))
    return Way(servers, settings.call_relay_only and bool(settings.turn_urls))


async def _told(kit: Kit, call_id: int) -> Call:
    """The call as it is now; both sides' screens look again."""
    call = await store.call(kit.db, call_id)
    if call is None:
        raise NotFound
    await _nudge(kit, call)
    return call


async def _nudge(kit: Kit, call: Call) -> None:
    """A hint to the two who speak, and while nobody does to whoever has the ticket; screens also ask by themselves.

    Where a customer asks and nobody has the ticket, it rings at everybody who takes work.
    """
    customer_id, staff_id = await store.listening(kit.db, call.id)
    frame = frames.call(call)
    await tell(kit.bus, "customer", customer_id, frame)
    rings = [staff_id] if staff_id is not None else await store.available(kit.db) if call.state == "asked" else []
    for one in rings:
        await tell(kit.bus, "staff", one, frame)
