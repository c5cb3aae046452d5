"""Customer and colleague in one conference. The colleague's own phone is called first, and a key is asked for: a mailbox that answers takes no call."""

from farol.channels.phone import bringing, ending, leading, people_store, record, store
from farol.channels.phone.events import CallAnswered, CallReturned, CallTransferred
from farol.channels.phone.model import CALLBACK_AGAIN, CALLBACK_TRIES
from farol.channels.phone.scene import Scene, step, to_desk
from farol.channels.phone.twiml import HANGUP, conference, document, gather, pause, redirect, say
from farol.core.tickets import actions as tickets
from farol.core.tickets import store as ticket_store
from farol.core.tickets.model import Change
from farol.kit.permission import SYSTEM

UNREACHED = ("busy", "no-answer", "failed", "canceled")


@step("agent", asked=False, whose="leg")
async def agent(scene: Scene) -> bytes:
    """The colleague's phone was picked up."""
    desk, leg = to_desk(scene.query.get("l2", "en")), scene.leg
    assert leg
    number = " ".join((await store.number_of(scene.tx, scene.call.ticket_id)).rpartition("-")[2])
    words = desk.emergency.format(number=number) if scene.call.severity == "P0" else desk.offered.format(number=number, brand=scene.kit.settings.brand)
    return document(gather(scene.url("agentkey", l=leg.id, l2=desk.lang), say(words, desk.lang), timeout=8), HANGUP)


@step("agentkey", asked=False, whose="leg")
async def agentkey(scene: Scene) -> bytes:
    """1: they take it."""
    call, leg, desk = scene.call, scene.leg, to_desk(scene.query.get("l2", "en"))
    assert leg
    if scene.digits[:1] != "1":
        return document(HANGUP)
    transfer = leg.purpose == "transfer"
    if leg.state != "dialling" or call.over or call.state not in (("talking", "held") if transfer else ("ringing",)):
        return document(say(desk.gone, desk.lang), HANGUP)
    await people_store.set_leg(scene.tx, leg.id, "joined", scene.now)
    if transfer:
        await _transferred(scene)
    else:
        call.state, call.staff_id = "bringing", leg.staff_id
        await bringing.begin(scene)
    return document(conference(f"call-{call.id}", scene.url("agentleft", l=leg.id), scene.url("conference"), ends=False))


async def _transferred(scene: Scene) -> None:
    call, leg = scene.call, scene.leg
    assert leg
    left = call.staff_id or 0
    call.staff_id = leg.staff_id
    for other in await people_store.legs(scene.tx, call.id):
        if other.id != leg.id and other.state == "joined" and other.sid:
            await people_store.set_leg(scene.tx, other.id, "ended", scene.now)
            await leading.hang_up_in(scene.tx, scene.line.id, other.sid)
    await scene.emit(CallTransferred(left, leg.staff_id))
    if call.ticket_id:
        seq, _ = await tickets.change_in(scene.tx, SYSTEM, call.ticket_id, Change(owner_id=leg.staff_id))
        scene.after.woke(f"ticket:{call.ticket_id}", seq)


@step("join", asked=False)
async def join(scene: Scene) -> bytes:
    """The customer is led into the conference, from the line or from being called back."""
    call = scene.call
    if call.over or call.state not in ("bringing", "talking") or call.staff_id is None:
        return scene.goodbye(scene.words.goodbye)
    if call.state == "bringing":
        call.state, call.answered_at = "talking", call.answered_at or scene.now
        await scene.emit(CallAnswered(call.staff_id, ending.waited(call, scene.now), call.consent is True))
        if call.ticket_id:
            found = await ticket_store.ticket(scene.tx, call.ticket_id)
            if found and found.owner_id is None and found.status != "closed":
                seq, _ = await tickets.change_in(scene.tx, SYSTEM, call.ticket_id, Change(owner_id=call.staff_id))
                scene.after.woke(f"ticket:{call.ticket_id}", seq)
    recorded = scene.url("recording", k="talk") if call.consent is True else ""
    return document(conference(f"call-{call.id}", scene.url("after"), scene.url("conference"), ends=True, recorded=recorded))


@step("callee", asked=False)
async def callee(scene: Scene) -> bytes:
    """A call back was picked up: perhaps by a machine, so a key is asked for."""
    words = scene.words
    return document(gather(scene.url("calleekey"), scene.say(words.back_hello.format(brand=scene.kit.settings.brand)), timeout=8),
                    redirect(scene.url("calleekey")))


@step("calleekey", asked=False)
async def calleekey(scene: Scene) -> bytes:
    """1: they are there."""
    if scene.digits[:1] == "1":
        return await join(scene)
    return scene.goodbye(scene.words.goodbye)


@step("after", asked=False)
async def after(scene: Scene) -> bytes:
    """The conference is over for the customer."""
    return scene.goodbye(scene.words.goodbye)


@step("music", asked=False)
async def music(scene: Scene) -> bytes:
    """On hold."""
    return document(pause(30))


@step("agentleft", asked=False, whose="leg")
async def agentleft(scene: Scene) -> bytes:
    """The colleague is out of the conference."""
    await _leg_over(scene)
    return document(HANGUP)


@step("legstatus", asked=False, whose="leg")
async def legstatus(scene: Scene) -> bytes:
    """The colleague's phone is down, or was never picked up."""
    await _leg_over(scene)
    return document()


async def _leg_over(scene: Scene) -> None:
    call, leg = scene.call, scene.leg
    assert leg
    if leg.state not in ("dialling", "joined"):
        return
    await people_store.set_leg(scene.tx, leg.id, "ended" if leg.state == "joined" else "failed", scene.now)
    if leg.purpose == "transfer" and leg.state == "dialling":
        return
    if call.state == "ringing" and leg.state == "dialling":
        await back_in_line(scene, leg.staff_id, "no_answer")
    elif call.state in ("bringing", "talking", "held") and call.staff_id == leg.staff_id and leg.state == "joined":
        others = [one for one in await people_store.legs(scene.tx, call.id) if one.id != leg.id and one.state == "joined"]
        if not others and call.sid:
            await bringing.say_goodbye(scene)


async def back_in_line(scene: Scene, staff_id: int, why: str) -> None:
    """The call waits in its old place, and is put before somebody else first."""
    call = scene.call
    call.state, call.staff_id, call.tried_out = "waiting", None, call.tried_out + (why == "no_answer")
    call.offered_to, call.offered_until = staff_id, scene.now
    await scene.emit(CallReturned(staff_id, why))


@step("conference", asked=False)
async def conference_event(scene: Scene) -> bytes:
    """Who came and went; the first of these tells us the conference's own name at the provider."""
    sid = scene.given.get("ConferenceSid", "")
    if sid and not scene.call.over:
        scene.call.conference = sid[:64]
    return document()


@step("status", asked=False)
async def status(scene: Scene) -> bytes:
    """The provider's last word on the customer's side."""
    call, said = scene.call, scene.given.get("CallStatus", "")
    text = scene.given.get("CallDuration", "")
    seconds = min(int(text), 864_000) if text.isascii() and text.isdigit() else None
    if call.direction == "out" and call.answered_at is None and not call.over:
        await _unreached(scene, said)
    elif said in ("completed", *UNREACHED):
        await ending.finish(scene, seconds)
    return document()


async def _unreached(scene: Scene, said: str) -> None:
    """Nobody was there, or pressed nothing: twice more, a while later; then a line says so."""
    call = scene.call
    if said not in ("completed", *UNREACHED):
        return
    call.tried_out += 1
    for leg in await people_store.legs(scene.tx, call.id):
        if leg.state in ("dialling", "joined") and leg.sid:
            await people_store.set_leg(scene.tx, leg.id, "ended", scene.now)
            await leading.hang_up_in(scene.tx, scene.line.id, leg.sid)
    if call.ticket_id:
        await record.note(scene, call.ticket_id, "unreached", n=call.tried_out)
    if call.tried_out >= CALLBACK_TRIES:
        await ending.finish(scene)
        return
    call.sid, call.state, call.staff_id, call.offered_to, call.offered_until = None, "waiting", None, None, None
    call.not_before = scene.now + CALLBACK_AGAIN

