"""Voicemail, and what is said when something of ours is broken."""

from farol.channels.phone import fetching, record, recording_store
from farol.channels.phone.model import VOICEMAIL_S
from farol.channels.phone.scene import Scene, step
from farol.channels.phone.twiml import document
from farol.channels.phone.twiml import record as record_verb
from farol.kit.jobs import enqueue


async def ask(scene: Scene, *before: str) -> bytes:
    """Tells that what follows is recorded, and records it."""
    scene.call.state, scene.call.wish = "voicemail", "voicemail"
    return _record(scene, *before, scene.words.voicemail)


async def fault(scene: Scene) -> bytes:
    """An honest sentence, and a way to leave word."""
    scene.call.state, scene.call.wish = "voicemail", "voicemail"
    return _record(scene, scene.words.fallback)


@step("fallback", asked=False)
async def fallback(scene: Scene) -> bytes:
    """The provider could not reach us, or could not read what we said: it asks here instead."""
    scene.call.step += 1
    return await fault(scene)


def _record(scene: Scene, *said: str) -> bytes:
    return document(
        scene.say(*said), record_verb(scene.url("recorded"), scene.url("recording", k="voicemail"), most_s=VOICEMAIL_S),
        scene.say(scene.words.voicemail_none))


@step("recorded")
async def recorded(scene: Scene) -> bytes:
    """The caller has spoken, or hung up while speaking."""
    sid, seconds = scene.given.get("RecordingSid", ""), _seconds(scene)
    if not sid or seconds < 1:
        return scene.goodbye(scene.words.voicemail_none)
    await keep(scene, sid, "voicemail", seconds)
    return scene.goodbye(scene.words.voicemail_kept)


@step("recording", asked=False)
async def recording(scene: Scene) -> bytes:
    """The provider has finished a recording. What is absent was never made."""
    sid, kind = scene.given.get("RecordingSid", ""), "voicemail" if scene.query.get("k") == "voicemail" else "talk"
    absent = scene.given.get("RecordingStatus") != "completed"
    # Without consent nothing is kept, whatever the provider did.
    if sid and not (kind == "talk" and scene.call.consent is not True):
        await keep(scene, sid, kind, _seconds(scene), absent=absent)
    return document()


async def keep(scene: Scene, sid: str, kind: str, seconds: int, *, absent: bool = False) -> None:
    """Notes a recording once, and has it fetched."""
    id_ = await recording_store.add(scene.tx, scene.call.id, sid[:64], kind, seconds, scene.now, absent=absent)
    if id_ is None or absent:
        return
    if kind == "voicemail":
        await record.settle(scene, "voicemail")
        if scene.call.over and scene.call.outcome in ("missed", "abandoned"):
            scene.call.outcome = "voicemail"
    await enqueue(scene.tx, fetching.fetch, fetching.Fetching(id_), key=f"phone.fetch:{id_}:0")


def _seconds(scene: Scene) -> int:
    text = scene.given.get("RecordingDuration", "")
    return min(int(text), 86_400) if text.isascii() and text.isdigit() else 0

