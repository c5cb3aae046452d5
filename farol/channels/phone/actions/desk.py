"""What colleagues do with calls. Their own phone rings first; the customer's side is led to it when they press 1."""

from functools import partial

from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Failed, Refused
from farol.channels.phone import leading, lines, people_store, provider, record, store
from farol.channels.phone.events import CallHeld, CallTaken
from farol.channels.phone.model import RINGS_S, Call, Line
from farol.channels.phone.problems import (
    CallNotWaiting,
    CallNotYours,
    CallOver,
    ColleagueBusy,
    NoOwnPhone,
    PhoneProviderAway,
)
from farol.channels.phone.scene import Scene
from farol.channels.phone.steps import bridge
from farol.core.tickets import actions as tickets
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.permission import Actor
from farol.kit.problem import NotFound


async def _scene(kit: Kit, tx: Tx, call_id: int) -> Scene:
    """A call that goes on, locked. Raises NotFound, CallOver."""
    call = await store.call(tx, call_id, lock=True)
    line = await lines.by_id(kit, call.connection_id) if call else None
    if call is None or line is None:
        raise NotFound
    if call.over:
        raise CallOver
    return Scene(kit, tx, line, call, "", {}, {}, clock.now(), await lines.open_now(tx, line, clock.now()))


async def answer(kit: Kit, actor: Actor, call_id: int) -> None:
    """The actor's own phone rings; pressing 1 there connects the customer. Of a call back the customer is called then.

    Raises NotFound, CallOver, CallNotWaiting, NoOwnPhone, ColleagueBusy, PhoneProviderAway (the caller keeps their place).
    """
    async with transaction(kit.db) as tx:
        scene = await _scene(kit, tx, call_id)
        if scene.call.state != "waiting":
            raise CallNotWaiting
        own = await _phone(tx, actor.id)
        leg_id = await people_store.add_leg(tx, call_id, scene.line.id, actor.id, "answer", scene.now)
        scene.call.state, scene.call.staff_id = "ringing", actor.id
        await scene.emit(CallTaken(actor.id), actor)
        await store.save(tx, scene.call)
    await scene.after.say(kit)
    try:
        await _ring(kit, scene.line, leg_id, own, actor.language)
    except PhoneProviderAway:
        async with transaction(kit.db) as tx:
            scene = await _scene(kit, tx, call_id)
            await people_store.set_leg(tx, leg_id, "failed", scene.now)
            if scene.call.state == "ringing":
                await bridge.back_in_line(scene, actor.id, "provider_away")
                await store.save(tx, scene.call)
        await scene.after.say(kit)
        raise


async def _phone(tx: Tx, staff_id: int, *, mine: bool = True) -> str:
    own = await people_store.own(tx, staff_id, lock=True)
    if own is None or own.verified_at is None:
        raise NoOwnPhone if mine else ColleagueBusy
    if await tx.fetchval(people_store.BUSY, staff_id):
        raise ColleagueBusy
    return own.number


async def _ring(kit: Kit, line: Line, leg_id: int, number: str, language: str) -> None:
    url = partial(lines.address, kit, line.connection)
    said = "zh" if language.startswith("zh") else "en"
    try:
        made = await provider.make_call(kit, line, to=number, url=url("agent", l=leg_id, l2=said), status=url("legstatus", l=leg_id), rings_s=RINGS_S)
    except Failed as failure:
        await connections.failed(kit, line.id, failure)
        raise PhoneProviderAway from None
    await people_store.name_leg(kit.db, leg_id, made.sid[:64])
    await connections.worked(kit, line.id)


def _mine(call: Call, actor: Actor) -> None:
    if call.staff_id != actor.id:
        raise CallNotYours


async def hang_up(kit: Kit, actor: Actor, call_id: int) -> None:
    """Ends the call for everybody; while the actor's phone still rings, only that. Raises NotFound, CallOver, CallNotYours."""
    async with transaction(kit.db) as tx:
        scene = await _scene(kit, tx, call_id)
        _mine(scene.call, actor)
        for leg in await people_store.legs(tx, call_id):
            if leg.state in ("dialling", "joined") and leg.sid:
                await leading.hang_up_in(tx, scene.line.id, leg.sid)
        if scene.call.state == "ringing":
            await bridge.back_in_line(scene, actor.id, "given_back")
            for leg in await people_store.legs(tx, call_id):
                if leg.state == "dialling":
                    await people_store.set_leg(tx, leg.id, "ended", scene.now)
        elif scene.call.sid:
            await leading.hang_up_in(tx, scene.line.id, scene.call.sid)
        await store.save(tx, scene.call)
    await scene.after.say(kit)


async def give_back(kit: Kit, actor: Actor, call_id: int) -> None:
    """A call that was put before the actor goes to somebody else first. Raises NotFound, CallOver, CallNotYours."""
    async with transaction(kit.db) as tx:
        scene = await _scene(kit, tx, call_id)
        if scene.call.state != "waiting" or scene.call.offered_to != actor.id:
            raise CallNotYours
        scene.call.offered_until = scene.now
        await store.save(tx, scene.call)
    await scene.after.say(kit)


async def hold(kit: Kit, actor: Actor, call_id: int, *, on: bool) -> None:
    """The customer hears music, or the actor again. Raises NotFound, CallOver, CallNotYours, CallNotWaiting, PhoneProviderAway."""
    call = await store.call(kit.db, call_id)
    line = await lines.by_id(kit, call.connection_id) if call else None
    if call is None or line is None:
        raise NotFound
    if call.over:
        raise CallOver
    _mine(call, actor)
    if call.state == ("held" if on else "talking"):
        return
    if call.state not in ("talking", "held") or not call.conference or not call.sid:
        raise CallNotWaiting
    try:
        await provider.hold(kit, line, call.conference, call.sid, on=on, music=lines.address(kit, line.connection, "music", c=call.id))
    except Refused:
        raise CallOver from None
    except Failed as failure:
        await connections.failed(kit, line.id, failure)
        raise PhoneProviderAway from None
    async with transaction(kit.db) as tx:
        scene = await _scene(kit, tx, call_id)
        if scene.call.state in ("talking", "held"):
            scene.call.state = "held" if on else "talking"
            await scene.emit(CallHeld(on), actor)
            await store.save(tx, scene.call)
    await scene.after.say(kit)


async def transfer(kit: Kit, actor: Actor, call_id: int, staff_id: int) -> None:
    """A colleague's phone rings; when they press 1 they are in, and the actor is out. Until then the actor may go on talking.

    Raises NotFound, CallOver, CallNotYours, CallNotWaiting, ColleagueBusy, PhoneProviderAway.
    """
    async with transaction(kit.db) as tx:
        scene = await _scene(kit, tx, call_id)
        _mine(scene.call, actor)
        if scene.call.state not in ("talking", "held") or staff_id == actor.id:
            raise CallNotWaiting
        if await people_store.colleague(tx, staff_id) is None:
            raise NotFound
        number = await _phone(tx, staff_id, mine=False)
        leg_id = await people_store.add_leg(tx, call_id, scene.line.id, staff_id, "transfer", scene.now)
    try:
        await _ring(kit, scene.line, leg_id, number, actor.language)
    except PhoneProviderAway:
        await people_store.set_leg(kit.db, leg_id, "failed", clock.now())
        raise


async def note(kit: Kit, actor: Actor, call_id: int, words: str, key: str) -> None:
    """What the actor wants to remember of the call, internal in its ticket. Also after the call. Raises NotFound."""
    call = await store.call(kit.db, call_id)
    if call is None or call.ticket_id is None:
        raise NotFound
    await tickets.post_message(
        kit, actor, call.ticket_id, client_id=record.client_id(call, f"note:{actor.id}:{key}"), body=words, internal=True, channel="phone")
