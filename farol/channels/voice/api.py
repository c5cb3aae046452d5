"""Calls over HTTP, for the customer's side and the desk's."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec

from farol.core.tickets import store as tickets
from farol.core.tickets.api import Number, possible
from farol.core.tickets.visibility import BELONGS, seen
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post, put

from . import actions, store
from .model import MOST_BODY, Call, Heard, Kind, SignalKind, Standing

BELONGS["call_id"] = "select ticket_id from call where id = $1"


class AskBody(Body, frozen=True):
    """What kind of call."""

    kind: Kind = "voice"


class SignalBody(Body, frozen=True):
    """What this browser tells the other. body: an SDP, a candidate as JSON, or which media are on."""

    kind: SignalKind
    body: Annotated[str, msgspec.Meta(max_length=MOST_BODY // 4)]


class ConsentBody(Body, frozen=True):
    """Whether the call may be recorded."""

    given: bool


class EndBody(Body, frozen=True):
    """why: hung_up, or declined and cancelled before it began."""

    why: Literal["hung_up", "declined", "cancelled"] = "hung_up"


class RecordingBody(Body, frozen=True):
    """A recording that the agent's browser made and uploaded."""

    file_id: UUID
    seconds: Annotated[int, msgspec.Meta(ge=0, le=3 * 3600)]


class Sent(msgspec.Struct, frozen=True):
    """The signal is kept as this seq."""

    seq: int


class Calls(msgspec.Struct, frozen=True):
    """Calls that wait for somebody, oldest first."""

    calls: Annotated[list[Call], msgspec.Meta(max_length=50)]


@get("/tickets/{ticket_id:int}/call", can=Can.OWN_TICKETS)
async def own_standing(kit: Kit, actor: Actor, ticket_id: int) -> Standing:
    """Whether I can call in this ticket, and the call that goes on."""
    await _own_ticket(kit, actor, ticket_id)
    return await actions.standing(kit, actor, ticket_id)


@post("/tickets/{ticket_id:int}/calls", can=Can.OWN_TICKETS)
async def ask(kit: Kit, actor: Actor, ticket_id: int, data: AskBody) -> Call:
    """I want to speak to somebody."""
    await _own_ticket(kit, actor, ticket_id)
    limit("call", actor.ref, rate_per_s=1 / 60, burst=5)
    return await actions.ask(kit, actor, ticket_id, data.kind)


@post("/calls/{call_id:int}/acceptance", can=Can.OWN_TICKETS)
async def accept(kit: Kit, actor: Actor, call_id: int) -> Call:
    """I take the call that I was offered."""
    await _own(kit, actor, call_id)
    return await actions.take(kit, actor, call_id)


@put("/calls/{call_id:int}/consent", can=Can.OWN_TICKETS)
async def consent(kit: Kit, actor: Actor, call_id: int, data: ConsentBody) -> Call:
    """Whether I agree to a recording; I can take it back while we speak."""
    await _own(kit, actor, call_id)
    return await actions.agree(kit, actor, call_id, data.given)


@get("/calls/{call_id:int}/signals", can=Can.OWN_TICKETS)
async def own_signals(kit: Kit, actor: Actor, call_id: int, after: Number = 0) -> Heard:
    """What the other side said after a seq."""
    return await actions.hear(kit, await _own(kit, actor, call_id), "customer", after)


@post("/calls/{call_id:int}/signals", can=Can.OWN_TICKETS)
async def own_signal(kit: Kit, actor: Actor, call_id: int, data: SignalBody) -> Sent:
    """Something for the other side."""
    call = await _own(kit, actor, call_id)
    limit("call_signal", actor.ref, rate_per_s=20, burst=100)
    return Sent(await actions.say(kit, call, "customer", data.kind, data.body))


@post("/calls/{call_id:int}/beginning", can=Can.OWN_TICKETS)
async def own_beginning(kit: Kit, actor: Actor, call_id: int) -> Call:
    """I hear them."""
    await _own(kit, actor, call_id)
    return await actions.begin(kit, actor, call_id)


@post("/calls/{call_id:int}/end", can=Can.OWN_TICKETS)
async def own_end(kit: Kit, actor: Actor, call_id: int, data: EndBody) -> None:
    """I hang up."""
    await _own(kit, actor, call_id)
    await actions.end(kit, actor, call_id, data.why)


@get("/calls", can=Can.TICKET_REPLY)
async def waiting(kit: Kit, actor: Actor) -> Calls:
    """Customers who wait for somebody to take their call, in tickets one may see."""
    found = await store.waiting(kit.db)
    mine = await seen(kit.db, actor, [call.ticket_id for call in found])
    return Calls([call for call in found if call.ticket_id in mine])


@get("/tickets/{ticket_id:int}/call", can=Can.TICKET_SEE)
async def standing(kit: Kit, actor: Actor, ticket_id: int) -> Standing:
    """The call that goes on in this ticket."""
    return await actions.standing(kit, actor, possible(ticket_id))


@post("/tickets/{ticket_id:int}/calls", can=Can.TICKET_REPLY)
async def offer(kit: Kit, actor: Actor, ticket_id: int, data: AskBody) -> Call:
    """Offers the customer a call; nothing rings until they press."""
    limit("call", actor.ref, rate_per_s=1 / 20, burst=10)
    return await actions.ask(kit, actor, possible(ticket_id), data.kind)


@post("/calls/{call_id:int}/acceptance", can=Can.TICKET_REPLY)
async def take(kit: Kit, actor: Actor, call_id: int) -> Call:
    """I take it."""
    return await actions.take(kit, actor, (await _known(kit, call_id)).id)


@get("/calls/{call_id:int}/signals", can=Can.TICKET_REPLY)
async def signals(kit: Kit, actor: Actor, call_id: int, after: Number = 0) -> Heard:
    """What the customer's side said after a seq. Only whoever speaks asks."""
    return await actions.hear(kit, await _mine(kit, actor, call_id), "staff", after)


@post("/calls/{call_id:int}/signals", can=Can.TICKET_REPLY)
async def signal(kit: Kit, actor: Actor, call_id: int, data: SignalBody) -> Sent:
    """Something for the customer's side."""
    call = await _mine(kit, actor, call_id)
    limit("call_signal", actor.ref, rate_per_s=20, burst=100)
    return Sent(await actions.say(kit, call, "staff", data.kind, data.body))


@post("/calls/{call_id:int}/end", can=Can.TICKET_REPLY)
async def end(kit: Kit, actor: Actor, call_id: int, data: EndBody) -> None:
    """Hangs up, declines, or takes the offer back."""
    call = await _known(kit, call_id)
    await actions.end(kit, actor, call.id, data.why)


@post("/calls/{call_id:int}/recordings", can=Can.TICKET_REPLY)
async def recording(kit: Kit, actor: Actor, call_id: int, data: RecordingBody) -> None:
    """A recording that the customer agreed to goes into the ticket."""
    await _mine(kit, actor, call_id)
    await actions.keep_recording(kit, actor, call_id, data.file_id, data.seconds)


async def _own_ticket(kit: Kit, actor: Actor, ticket_id: int) -> None:
    if await tickets.own_ticket(kit.db, possible(ticket_id), actor.id) is None:
        raise NotFound


async def _own(kit: Kit, actor: Actor, call_id: int) -> Call:
    call = await store.own_call(kit.db, possible(call_id), actor.id)
    if call is None:
        raise NotFound
    return call


async def _known(kit: Kit, call_id: int) -> Call:
    call = await store.call(kit.db, possible(call_id))
    if call is None:
        raise NotFound
    return call


async def _mine(kit: Kit, actor: Actor, call_id: int) -> Call:
    """A call this agent speaks in. Others see that it goes on, not what the browsers say."""
    call = await _known(kit, call_id)
    if await store.staff_of(kit.db, call.id) != actor.id:
        raise NotFound
    return call


for_customer = [own_standing, ask, accept, consent, own_signals, own_signal, own_beginning, own_end]
for_console = [waiting, standing, offer, take, signals, signal, end, recording]
routes = for_console
