"""The phone desk as screens show it. Numbers are masked; what a colleague has to read out stands beside their own calls only."""

from datetime import datetime

import msgspec

from farol.core.customers.model import mask_uid
from farol.core.tickets.visibility import seen, viewer
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from . import codes, lines, numbers, people_store, recording_store, standing, store
from .model import Call

PAGE = 50


class CallView(msgspec.Struct, frozen=True):
    """One call. number: the other side's, masked; ours: the line's. place: callers before it, while it waits. mine: the actor has it; code: what the
    actor reads out. proven: by the code, never by the number. hint: a customer has this number on record. offered: it lies before the actor.
    who: the account behind it, masked, proven or only by the number; tier, open: its tier and newest open ticket."""

    id: int
    line_id: int
    line: str
    direction: str
    number: str
    ours: str
    language: str
    state: str
    lane: str
    severity: str
    ticket_id: int | None
    ticket: str
    about: str
    proven: bool
    hint: bool
    consent: bool | None
    began_at: datetime
    waiting_since: datetime | None
    answered_at: datetime | None
    ended_at: datetime | None
    outcome: str | None
    staff_id: int | None
    staff: str
    place: int | None
    mine: bool
    offered: bool
    offered_until: datetime | None
    not_before: datetime | None
    code: str
    seconds: int | None
    who: str = ""
    tier: str = ""
    open: str = ""


class ColleagueView(msgspec.Struct, frozen=True):
    """Somebody on shift whose phone may ring. free: no call is theirs or before them."""

    id: int
    name: str
    role: str
    free: bool


class OwnPhone(msgspec.Struct, frozen=True):
    """The actor's own phone."""

    number: str
    verified: bool


class Wait(msgspec.Struct, frozen=True):
    """What the next caller would be told, in seconds; None while nobody is on the phones."""

    usually_s: int | None
    slowest_s: int | None


class Desk(msgspec.Struct, frozen=True):
    """live: calls that go on. waiting: who waits, call backs among them, in their order. ready, free: colleagues on the phones."""

    live: list[CallView]
    waiting: list[CallView]
    wait: Wait
    ready: int
    free: int
    own: OwnPhone | None


class RecordingView(msgspec.Struct, frozen=True):
    """A recording. state: waiting (still at the provider), kept, absent or failed. sha256: of its bytes."""

    id: int
    kind: str
    seconds: int
    state: str
    file_id: str | None
    sha256: str
    deleted_at_provider: bool


class LegView(msgspec.Struct, frozen=True):
    """A colleague's part in a call."""

    staff_id: int
    staff: str
    purpose: str
    state: str
    began_at: datetime
    joined_at: datetime | None
    ended_at: datetime | None


class OneCall(msgspec.Struct, frozen=True):
    """A call with its parts."""

    call: CallView
    legs: list[LegView]
    recordings: list[RecordingView]


class LineView(msgspec.Struct, frozen=True):
    """One of our numbers. regions, tiers: whom it is for; empty: all. opens: when next, None while it is open."""

    id: int
    name: str
    number: str
    state: str
    languages: list[str]
    regions: list[str]
    tiers: list[str]
    hours: str
    open: bool
    opens: datetime | None
    zone: str


class Log(msgspec.Struct, frozen=True):
    """Calls that are over, newest first. more: there are earlier ones."""

    calls: list[CallView]
    more: bool


async def desk(kit: Kit, actor: Actor) -> Desk:
    """Everything that goes on, as far as the actor may see its tickets."""
    now = clock.now()
    calls = await _visible(kit, actor, await store.live(kit.db))
    views = await _views(kit, actor, calls)
    waiting = [one for one in views if one.state == "waiting"]
    ready = await people_store.ready(kit.db, now)
    wait = await standing.estimate(kit.db, len(waiting), now)
    own = await people_store.own(kit.db, actor.id)
    return Desk(
        [one for one in views if one.state != "waiting"], waiting,
        Wait(round(wait.usually) if wait else None, round(wait.slowest) if wait else None), len(ready), sum(1 for one in ready if one.free),
        OwnPhone(numbers.masked(own.number), own.verified_at is not None) if own else None)


async def colleagues(kit: Kit, actor: Actor) -> list[ColleagueView]:
    """Who a call can be handed to: on shift, with a proven phone of their own; those who are free first."""
    found = [ColleagueView(one.id, one.name, one.role, one.free) for one in await people_store.ready(kit.db, clock.now()) if one.id != actor.id]
    return sorted(found, key=lambda one: not one.free)


async def one(kit: Kit, actor: Actor, call_id: int) -> OneCall:
    """A call. Raises NotFound."""
    call = await store.call(kit.db, call_id)
    if call is None or not await _visible(kit, actor, [call]):
        raise NotFound
    legs = []
    for leg in await people_store.legs(kit.db, call_id):
        who = await people_store.colleague(kit.db, leg.staff_id)
        legs.append(LegView(leg.staff_id, who.name if who else "", leg.purpose, leg.state, leg.began_at, leg.joined_at, leg.ended_at))
    recordings = [
        RecordingView(r.id, r.kind, r.seconds, r.state, str(r.file_id) if r.file_id else None, r.sha256.hex() if r.sha256 else "", r.deleted_at is not None)
        for r in await recording_store.of_calls(kit.db, [call_id])]
    return OneCall((await _views(kit, actor, [call]))[0], legs, recordings)


async def log(kit: Kit, actor: Actor, *, line_id: int | None, before: int | None, number: str) -> Log:
    """The caller log, of one number of ours or of one caller."""
    caller = numbers.normal(number) if number else ""
    if number and not caller:
        return Log([], False)
    found = await store.log(kit.db, line_id, before, caller, None, PAGE + 1)
    return Log(await _views(kit, actor, await _visible(kit, actor, found[:PAGE])), len(found) > PAGE)


async def of_ticket(kit: Kit, actor: Actor, ticket_id: int) -> list[CallView]:
    """A ticket's calls, newest first."""
    return await _views(kit, actor, await store.of_ticket(kit.db, ticket_id))


async def all_lines(kit: Kit) -> list[LineView]:
    """Our numbers with their hours."""
    made, now = [], clock.now()
    for line in await lines.every(kit):
        hours, connection = await lines.open_now(kit.db, line, now), line.connection
        made.append(LineView(
            line.id, connection.name, line.number, connection.state, list(line.languages), list(connection.regions), list(connection.tiers),
            line.calendar, hours.open, hours.opens, hours.zone))
    return made


async def _visible(kit: Kit, actor: Actor, calls: list[Call]) -> list[Call]:
    """Calls are seen with their tickets; who is still in the menu has none."""
    may = await seen(kit.db, actor, [one.ticket_id for one in calls if one.ticket_id])
    return [one for one in calls if one.ticket_id is None or one.ticket_id in may]


async def _views(kit: Kit, actor: Actor, calls: list[Call]) -> list[CallView]:
    tickets = {row["id"]: row["number"] for row in await kit.db.fetch(store.NUMBERS, [t for one in calls for t in (one.ticket_id, one.about_id) if t])}
    names = {row["id"]: row["name"] for row in await kit.db.fetch(people_store.NAMES, [one.staff_id for one in calls if one.staff_id])}
    ours = {line.id: line for line in await lines.every(kit)}
    known = await people_store.known(kit.db, [one.id for one in calls if not one.over], viewer(actor))
    now, made, ahead = clock.now(), [], 0
    for one in calls:
        line, waits = ours.get(one.connection_id), one.state == "waiting" and (one.not_before is None or one.not_before <= now)
        mine, behind = one.staff_id == actor.id and not one.over, known.get(one.id)
        made.append(CallView(
            one.id, one.connection_id, line.connection.name if line else "", one.direction, numbers.masked(one.caller), line.number if line else "",
            one.language, one.state, one.lane, one.severity, one.ticket_id, tickets.get(one.ticket_id or 0, ""), tickets.get(one.about_id or 0, ""),
            one.proven_at is not None, one.hint_id is not None, one.consent, one.began_at, one.rank_at, one.answered_at, one.ended_at, one.outcome,
            one.staff_id, names.get(one.staff_id or 0, ""), ahead if waits else None, mine,
            one.state == "waiting" and one.offered_to == actor.id and bool(one.offered_until and one.offered_until > now), one.offered_until,
            one.not_before, codes.of_colleague(kit, one.id, actor.id) if mine else "", one.seconds,
            mask_uid(behind.uid) if behind else "", behind.tier if behind else "", behind.open if behind else ""))
        ahead += waits or one.state == "ringing"
    return made
