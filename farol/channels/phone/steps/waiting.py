"""The line: a question about recording, an honest place, and ways out that keep it."""

import math

from farol.channels.phone import record, standing, store
from farol.channels.phone.events import CallLaneChosen, CallQueued
from farol.channels.phone.model import HOLD_S, agreed
from farol.channels.phone.scene import Scene, step
from farol.channels.phone.twiml import HANGUP, LEAVE, document, enqueue, gather, pause, redirect
from farol.desk.queue.model import credit

from . import back, mailbox

HINTS = "yes,no,同意,不同意"


def ask_consent(scene: Scene, *before: str) -> bytes:
    """May the call be recorded? Silence is no."""
    spoken = scene.say(*before, scene.words.ask_consent)
    return document(gather(scene.url("consent"), spoken, timeout=5, speech=scene.tongue, hints=HINTS), redirect(scene.url("consent")))


@step("consent")
async def consent(scene: Scene) -> bytes:
    """Yes or no, by key or by voice. What was said is read and dropped."""
    answer = agreed(scene.digits, scene.given.get("SpeechResult", "")[:200])
    scene.call.consent = answer is True
    return await enter(scene, scene.words.recorded_yes if answer else scene.words.recorded_no)


async def enter(scene: Scene, *before: str) -> bytes:
    """Into the line, with a ticket."""
    call = scene.call
    await record.settle(scene, call.lane or "person")
    tier, _ = await store.tier(scene.tx, call.customer_id) if call.proven_at and call.customer_id else ("", None)
    call.state, call.tries, call.rank_at = "waiting", 0, call.rank_at or scene.now - credit(tier)
    await scene.emit(CallLaneChosen(call.lane, call.ticket_id))
    await scene.emit(CallQueued(call.severity, call.consent))
    return into_line(scene, *before, scene.words.we_never)


def into_line(scene: Scene, *before: str) -> bytes:
    """The provider's queue holds the call; who is taken out of it when is our own line's matter."""
    said = [scene.say(*before)] if before else []
    return document(*said, enqueue(f"farol-{scene.line.id}", scene.url("wait"), scene.url("left")))


@step("wait", asked=False)
async def wait(scene: Scene) -> bytes:
    """What is heard about every thirty seconds."""
    call, words = scene.call, scene.words
    if call.state not in ("waiting", "ringing", "bringing"):
        return document(LEAVE)
    call.step += 1
    if call.severity == "P0":
        return document(scene.say(words.wait_ringing if call.state == "ringing" else words.wait_urgent), pause(HOLD_S))
    if call.state != "waiting":
        return document(scene.say(words.wait_ringing), pause(HOLD_S))
    ahead = await store.ahead(scene.tx, call, scene.now)
    usual = await standing.estimate(scene.tx, ahead, scene.now)
    said = [words.place_next if ahead == 0 else words.place.format(ahead=ahead)]
    if usual is None:
        said.append(words.wait_unknown)
    else:
        said.append(words.wait_usual.format(usual=max(1, math.ceil(usual.usually / 60)), most=max(1, math.ceil(usual.slowest / 60))))
    return document(gather(scene.url("key"), scene.say(*said, words.wait_choices), timeout=HOLD_S))


@step("key")
async def key(scene: Scene) -> bytes:
    """A key while waiting."""
    chosen = {"2": "callback", "3": "voicemail"}.get(scene.digits[:1])
    if chosen is None or scene.call.state != "waiting":
        return document(scene.say(scene.words.once_more))
    scene.call.wish = chosen
    return document(LEAVE)


@step("left", asked=False)
async def left(scene: Scene) -> bytes:
    """Out of the provider's queue. Who was led to a colleague is elsewhere already."""
    call, result = scene.call, scene.given.get("QueueResult", "")
    if result == "hangup" or call.over or call.state in ("bringing", "talking", "held"):
        return document(HANGUP)
    call.step += 1
    if call.wish == "callback" and result == "leave":
        call.state = "menu"
        return back.ask(scene)
    return await mailbox.ask(scene, *(() if result == "leave" else (scene.words.too_late,)))
