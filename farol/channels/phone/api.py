"""Routes of the phone: the provider's webhooks, the desk's, and the customer's page of codes."""

from typing import Annotated, Any

import msgspec

from farol.core.tickets import visibility
from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, Bytes, Request, delete, get, post, put

from . import actions, view
from .actions.coding import PhoneCode

MOST_BODY = 64 * 1024
SixDigits = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{6}$")]


class NumberBody(Body, frozen=True):
    """The phone that is to ring, with its country code."""

    number: Annotated[str, msgspec.Meta(min_length=5, max_length=30)]


class CodeBody(Body, frozen=True):
    """Six digits that were read out."""

    code: SixDigits


class CallerCodeBody(Body, frozen=True):
    """code: read out by the caller. uid: of the account that they say is theirs, when neither ticket nor number says whose it could be."""

    code: SixDigits
    uid: Annotated[str, msgspec.Meta(max_length=64)] = ""


class HoldBody(Body, frozen=True):
    """on: music; else the colleague again."""

    on: bool


class TransferBody(Body, frozen=True):
    """To whom."""

    staff_id: Annotated[int, msgspec.Meta(gt=0, le=2**53 - 1)]


class NoteBody(Body, frozen=True):
    """key: the client's own, so that the same note is kept once."""

    words: Annotated[str, msgspec.Meta(min_length=1, max_length=4000)]
    key: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class Bound(msgspec.Struct, frozen=True):
    """The ticket in which a proven call goes on."""

    ticket_id: int


async def _heard(request: Request[Any, Any, Any], kit: Kit, token: str, step: str) -> Bytes:
    headers = {name.lower(): value for name, value in request.headers.items()}
    raw = request.scope["query_string"].decode("latin-1")
    query = {name: value for name, value in request.query_params.items() if isinstance(value, str)}
    ip = request.scope["credentials"].ip  # type: ignore[typeddict-item]
    answer = await actions.hear(kit, token, step, query, raw, headers, await request.body(), ip)
    return Bytes(answer, "text/xml; charset=utf-8", {"cache-control": "no-store"})


@post("/phone/{token:str}", can=Can.ANYONE, max_body=MOST_BODY)
async def called(request: Request[Any, Any, Any], kit: Kit, token: str) -> Bytes:
    """Somebody calls one of our numbers: TwiML says what they hear. Signed by the provider."""
    return await _heard(request, kit, token, "voice")


@post("/phone/{token:str}/{step:str}", can=Can.ANYONE, max_body=MOST_BODY)
async def stepped(request: Request[Any, Any, Any], kit: Kit, token: str, step: str) -> Bytes:
    """What came of the last answer: keys, a recording, the end. The same webhook again gets the same answer."""
    return await _heard(request, kit, token, "" if step == "voice" else step)


@get("/phone/desk", can=Can.CALL_SEE)
async def desk(kit: Kit, actor: Actor) -> view.Desk:
    """Live calls and the line."""
    limit("phone_desk", actor.ref, rate_per_s=5, burst=30)
    return await view.desk(kit, actor)


@get("/phone/colleagues", can=Can.CALL_WORK)
async def phone_colleagues(kit: Kit, actor: Actor) -> list[view.ColleagueView]:
    """Who a call can be handed to now."""
    return await view.colleagues(kit, actor)


@get("/phone/lines", can=Can.CALL_SEE)
async def phone_lines(kit: Kit) -> list[view.LineView]:
    """Our numbers, whom they are for, and their hours."""
    return await view.all_lines(kit)


@get("/phone/calls", can=Can.CALL_SEE)
async def call_log(
    kit: Kit, actor: Actor, line_id: Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)] | None = None,
    before: Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)] | None = None, number: Annotated[str, msgspec.Meta(max_length=30)] = "",
) -> view.Log:
    """The caller log, fifty at a time."""
    return await view.log(kit, actor, line_id=line_id, before=before, number=number)


@get("/tickets/{ticket_id:int}/phone-calls", can=Can.CALL_SEE)
async def ticket_calls(kit: Kit, actor: Actor, ticket_id: int) -> list[view.CallView]:
    """A ticket's calls."""
    if not await visibility.may_see(kit.db, actor, possible(ticket_id)):
        raise NotFound
    return await view.of_ticket(kit, actor, ticket_id)


@get("/phone/calls/{phone_call_id:int}", can=Can.CALL_SEE)
async def one_call(kit: Kit, actor: Actor, phone_call_id: int) -> view.OneCall:
    """A call with its parts and recordings."""
    return await view.one(kit, actor, possible(phone_call_id))


@post("/phone/calls/{phone_call_id:int}/answer", can=Can.CALL_WORK)
async def answer(kit: Kit, actor: Actor, phone_call_id: int) -> view.OneCall:
    """The actor's own phone rings."""
    limit("phone_answer", actor.ref, rate_per_s=0.5, burst=10)
    await actions.answer(kit, actor, possible(phone_call_id))
    return await view.one(kit, actor, phone_call_id)


@post("/phone/calls/{phone_call_id:int}/end", can=Can.CALL_WORK)
async def hang_up(kit: Kit, actor: Actor, phone_call_id: int) -> view.OneCall:
    """Ends the actor's call."""
    await actions.hang_up(kit, actor, possible(phone_call_id))
    return await view.one(kit, actor, phone_call_id)


@post("/phone/calls/{phone_call_id:int}/return", can=Can.CALL_WORK)
async def give_back(kit: Kit, actor: Actor, phone_call_id: int) -> view.OneCall:
    """An offered call goes to somebody else."""
    await actions.give_back(kit, actor, possible(phone_call_id))
    return await view.one(kit, actor, phone_call_id)


@post("/phone/calls/{phone_call_id:int}/hold", can=Can.CALL_WORK)
async def hold(kit: Kit, actor: Actor, phone_call_id: int, data: HoldBody) -> view.OneCall:
    """Music for the customer, or an end of it."""
    limit("phone_hold", actor.ref, rate_per_s=1, burst=10)
    await actions.hold(kit, actor, possible(phone_call_id), on=data.on)
    return await view.one(kit, actor, phone_call_id)


@post("/phone/calls/{phone_call_id:int}/transfer", can=Can.CALL_WORK)
async def transfer(kit: Kit, actor: Actor, phone_call_id: int, data: TransferBody) -> view.OneCall:
    """A colleague's phone rings for it."""
    limit("phone_transfer", actor.ref, rate_per_s=0.5, burst=10)
    await actions.transfer(kit, actor, possible(phone_call_id), data.staff_id)
    return await view.one(kit, actor, phone_call_id)


@post("/phone/calls/{phone_call_id:int}/notes", can=Can.CALL_WORK)
async def note(kit: Kit, actor: Actor, phone_call_id: int, data: NoteBody) -> view.OneCall:
    """A line in the call's ticket, for staff."""
    await actions.note(kit, actor, possible(phone_call_id), data.words, data.key)
    return await view.one(kit, actor, phone_call_id)


@post("/phone/calls/{phone_call_id:int}/proof", can=Can.CALL_WORK)
async def proof(kit: Kit, actor: Actor, phone_call_id: int, data: CallerCodeBody) -> Bound:
    """The caller read out the code of their app."""
    limit("phone_proof", actor.ref, rate_per_s=0.2, burst=10)
    return Bound(await actions.read_out(kit, actor, possible(phone_call_id), data.code, data.uid))


@put("/phone/own", can=Can.CALL_WORK)
async def set_own(kit: Kit, actor: Actor, data: NumberBody) -> None:
    """Names the actor's own phone; a code is read out there."""
    limit("phone_own", actor.ref, rate_per_s=1 / 60, burst=3)
    await actions.set_own(kit, actor, data.number)


@post("/phone/own/code", can=Can.CALL_WORK)
async def verify_own(kit: Kit, actor: Actor, data: CodeBody) -> None:
    """Proves it."""
    limit("phone_own_code", actor.ref, rate_per_s=0.2, burst=6)
    await actions.verify_own(kit, actor, data.code)


@delete("/phone/own", can=Can.CALL_WORK)
async def remove_own(kit: Kit, actor: Actor) -> None:
    """No phone of the actor's rings any more."""
    await actions.remove_own(kit, actor)


@get("/phone-code", can=Can.OWN_TICKETS)
async def phone_code(kit: Kit, actor: Actor) -> PhoneCode:
    """The customer's code, and who of us is on the phone about their tickets."""
    limit("phone_code_look", actor.ref, rate_per_s=2, burst=20)
    return await actions.shown(kit, actor)


@post("/phone-code", can=Can.OWN_TICKETS)
async def make_code(kit: Kit, actor: Actor) -> PhoneCode:
    """A new code to give on the phone."""
    limit("phone_code", actor.ref, rate_per_s=1 / 20, burst=5)
    return await actions.show_code(kit, actor)


routes = [desk, phone_colleagues, phone_lines, call_log, ticket_calls, one_call, answer, hang_up, give_back, hold, transfer, note, proof, set_own, verify_own, remove_own]
for_customer = [phone_code, make_code]
for_hooks = [called, stepped]
