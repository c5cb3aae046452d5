"""Being called back instead of holding: the place is kept, the number is confirmed, and the caller learns which number of ours will call."""

from farol.channels.phone import numbers, record, store
from farol.channels.phone.events import CallBegun, CallEnded, CallLaneChosen
from farol.channels.phone.model import TRIES
from farol.channels.phone.scene import Scene, step
from farol.kit.events import emit
from farol.kit.permission import SYSTEM

from . import mailbox


def ask(scene: Scene, *before: str) -> bytes:
    """Which number? That of the caller, when we may call it."""
    number = scene.call.asked or scene.call.caller
    if not numbers.may_call(number, scene.line.callable):
        return scene.ask("newnumber", *before, scene.words.back_enter, digits=None, timeout=10)
    return scene.ask("number", *before, scene.words.back_number.format(number=numbers.spoken(number)))


@step("number")
async def number(scene: Scene) -> bytes:
    """Confirmed, or another one."""
    key = scene.digits[:1]
    if key == "1":
        return await promise(scene)
    if key == "2":
        return scene.ask("newnumber", scene.words.back_enter, digits=None, timeout=10)
    return await _again(scene) or ask(scene, scene.words.once_more)


@step("newnumber")
async def newnumber(scene: Scene) -> bytes:
    """Keyed in by the caller; only ordinary numbers of countries the line calls."""
    found = numbers.normal("+" + scene.digits.lstrip("0*")) if scene.digits else ""
    if found and numbers.may_call(found, scene.line.callable):
        scene.call.asked = found
        return ask(scene)
    return await _again(scene) or scene.ask("newnumber", scene.words.back_refused, scene.words.back_enter, digits=None, timeout=10)


async def _again(scene: Scene) -> bytes | None:
    scene.call.tries += 1
    if scene.call.tries < TRIES:
        return None
    scene.call.wish = "voicemail"
    return await mailbox.ask(scene)


async def promise(scene: Scene) -> bytes:
    """The call back stands in the line where the caller stood; this call is over."""
    call = scene.call
    call.wish = "callback"
    await record.settle(scene, "callback")
    assert call.ticket_id
    await record.note(scene, call.ticket_id, "callback")
    id_ = await store.add(
        scene.tx, connection_id=scene.line.id, sid=None, direction="out", caller=call.asked or call.caller, language=call.language, state="waiting",
        now=scene.now, severity=call.severity, ticket_id=call.ticket_id, customer_id=call.customer_id, hint_id=call.hint_id,
        rank_at=call.rank_at or scene.now, parent_id=call.id, lane="callback", not_before=None if scene.hours.open else scene.hours.opens)
    stream = f"phone_call:{id_}"
    scene.after.woke(stream, await emit(scene.tx, stream, SYSTEM, CallBegun(scene.line.id, "out")))
    await scene.emit(CallLaneChosen("callback", call.ticket_id))
    call.state, call.outcome, call.ended_at = "ended", "callback", scene.now
    await scene.emit(CallEnded("callback", None))
    return scene.goodbye(scene.words.back_promised.format(number=numbers.spoken(scene.line.number)))

