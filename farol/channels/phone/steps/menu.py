"""The first words of a call. One key raises the alarm, at any hour, whatever else holds."""

from datetime import timedelta

from farol.channels.phone import store
from farol.channels.phone.events import CallLaneChosen
from farol.channels.phone.model import BARRED, TRIES
from farol.channels.phone.scene import Scene, step
from farol.channels.phone.twiml import HANGUP, document, gather, reject, say
from farol.channels.phone.words import Words
from farol.kit.i18n import Tongue, moment

from . import back, barred, mailbox, proof, waiting

SOFT, HARD, WITHIN = 6, 30, timedelta(minutes=10)
"""Calls of one number within that time: after the first of these only the alarm is offered, after the second nothing is answered."""
SOFT_WITHHELD, HARD_WITHHELD = 60, 300
"""The same for all together that hold their number back."""
MOST_IN_LINE = 200


@step("voice", asked=False)
async def voice(scene: Scene) -> bytes:
    """Somebody calls."""
    call = scene.call
    lately = await store.recent(scene.tx, call.caller, scene.now - WITHIN)
    soft, hard = (SOFT, HARD) if call.caller else (SOFT_WITHHELD, HARD_WITHHELD)
    if lately > hard:
        call.state, call.outcome, call.ended_at = "ended", "refused", scene.now
        return document(reject())
    if scene.line.connection.state != "active":
        return await mailbox.fault(scene)
    if lately > soft or await store.in_line(scene.tx, scene.line.id) > MOST_IN_LINE:
        call.asked = "often"
        return document(gather(scene.url("menu"), scene.say(scene.words.often)), HANGUP)
    if (told := await barred.told(scene)) is not None:
        return told
    return prompt(scene, scene.words.welcome.format(brand=scene.kit.settings.brand))


def prompt(scene: Scene, *before: str) -> bytes:
    """The menu, by whether anybody is there."""
    words, hours = scene.words, scene.hours
    said = [*before, words.emergency_first]
    if hours.open:
        said.append(words.menu)
    else:
        said.append(words.closed)
        if hours.opens:
            said.append(words.opens.format(at=moment(hours.opens, scene.now, scene.tongue, hours.zone)))
        said.append(words.closed_menu)
    return scene.ask("menu", *said, also=(say(Words(_next(scene)).other_language, _next(scene)),) if len(scene.languages) > 1 else ())


def _next(scene: Scene) -> Tongue:
    """The language that 9 leads to."""
    at = scene.languages.index(scene.tongue) if scene.tongue in scene.languages else -1
    return scene.languages[(at + 1) % len(scene.languages)]


@step("menu")
async def menu(scene: Scene) -> bytes:
    """A key of the menu."""
    call, key = scene.call, scene.digits[:1]
    if key == "1":
        return await proof.alarm(scene)
    if call.asked in ("often", BARRED):
        return document(HANGUP)
    if key == "9" and len(scene.languages) > 1:
        call.language, call.tries = _next(scene), 0
        return prompt(scene)
    if (chosen := await _chosen(scene, key)) is not None:
        return chosen
    call.tries += 1
    if call.tries < TRIES:
        return prompt(scene, scene.words.once_more)
    if not scene.hours.open:
        return await mailbox.ask(scene)
    call.lane, call.consent = "person", False
    return await waiting.enter(scene, scene.words.to_person)


async def _chosen(scene: Scene, key: str) -> bytes | None:
    call = scene.call
    if not scene.hours.open:
        if key == "2":
            return await mailbox.ask(scene)
        return back.ask(scene) if key == "3" else None
    if key not in ("0", "2", "3"):
        return None
    call.tries = 0
    if key == "2":
        call.lane = "ticket"
        return scene.ask("ticket", scene.words.ask_ticket, digits=None, timeout=8)
    call.lane = "new" if key == "3" else "person"
    await scene.emit(CallLaneChosen(call.lane, None))
    return waiting.ask_consent(scene)
