"""The end of a call: what came of it, what it cost, and the line it leaves."""

from datetime import datetime

from farol.channels.connections import actions as connections
from farol.kit.jobs import enqueue

from . import leading, people_store, record, recording_store, writing
from .events import CallEnded
from .model import BARRED, Call, Outcome, minutes
from .scene import Scene


async def outcome(scene: Scene) -> Outcome:
    """What a call that ends now was."""
    call = scene.call
    if call.answered_at:
        return "talked"
    if call.wish == "voicemail" and await recording_store.has_voicemail(scene.tx, call.id):
        return "voicemail"
    if call.direction == "out":
        return "unreached"
    if call.lane == "emergency":
        return "alarm"
    if call.asked == BARRED:
        return "refused"
    return "abandoned" if call.rank_at else "missed"


async def finish(scene: Scene, seconds: int | None = None) -> None:
    """The customer's side is over. Again is harmless; the provider's own count of seconds is taken whenever it comes."""
    call = scene.call
    if seconds is not None and call.seconds is None and call.sid:
        call.seconds = seconds
        await connections.spend(scene.tx, scene.line.id, "minute", minutes(seconds))
    if call.over:
        return
    call.outcome = await outcome(scene)
    call.state, call.ended_at, call.offered_to, call.offered_until = "ended", scene.now, None, None
    if call.outcome in ("missed", "abandoned"):
        await record.settle(scene, "missed" if call.outcome == "missed" else call.lane or "person")
    for leg in await people_store.legs(scene.tx, call.id):
        if leg.state in ("dialling", "joined"):
            await people_store.set_leg(scene.tx, leg.id, "ended", scene.now)
            if leg.sid:
                await leading.hang_up_in(scene.tx, scene.line.id, leg.sid)
    await scene.emit(CallEnded(call.outcome, seconds))
    await enqueue(scene.tx, writing.write, writing.Writing(call.id), key=f"phone.write:{call.id}")


def waited(call: Call, now: datetime) -> float:
    """Seconds in the line."""
    return max(0.0, ((call.answered_at or call.ended_at or now) - (call.rank_at or call.began_at)).total_seconds())
