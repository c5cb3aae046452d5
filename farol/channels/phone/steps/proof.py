"""The alarm, the ticket a caller names, and the code of the app, which alone proves who calls."""

from farol.channels.phone import codes, freezing, record, store
from farol.channels.phone.events import CallLaneChosen, CallProven, CallQueued
from farol.channels.phone.model import TRIES
from farol.channels.phone.scene import Scene, step
from farol.channels.phone.twiml import document, gather, redirect
from farol.kit.jobs import enqueue
from farol.trust.emergency.actions import raise_in

from . import barred, waiting


async def alarm(scene: Scene) -> bytes:
    """Key 1: the alarm stands before the caller hears another word, and they are first in line. No question is put before that."""
    call, words = scene.call, scene.words
    call.lane, call.severity, call.state, call.tries, call.asked = "emergency", "P0", "waiting", 0, ""
    call.rank_at = call.rank_at or scene.now
    await record.settle(scene, "emergency")
    assert call.ticket_id
    await raise_in(scene.tx, call.ticket_id, "stolen", "words", scene.after)
    await scene.emit(CallLaneChosen("emergency", call.ticket_id))
    await scene.emit(CallQueued("P0", None))
    spoken = scene.say(words.raised, words.freeze_offer, words.freeze_web, words.we_never)
    return document(gather(scene.url("freeze"), spoken, timeout=4), redirect(scene.url("freeze")))


@step("freeze")
async def freeze(scene: Scene) -> bytes:
    """Who can open their app freezes the account by its code; everybody else is put through."""
    if scene.digits[:1] != "1":
        return waiting.into_line(scene)
    if scene.call.hint_id is None:
        return scene.ask("uid", scene.words.ask_uid, digits=None, timeout=8)
    return ask_code(scene)


@step("uid")
async def uid(scene: Scene) -> bytes:
    """Whose code will follow. Nobody is told whether there is such an account."""
    found = await store.by_uid(scene.tx, scene.digits) if scene.digits else None
    scene.call.asked = f"customer:{found}" if found else ""
    return ask_code(scene) if scene.digits else waiting.into_line(scene)


@step("ticket")
async def ticket(scene: Scene) -> bytes:
    """The digits of a ticket's number."""
    call, words = scene.call, scene.words
    found = await store.ticket_by_digits(scene.tx, scene.digits, scene.now.year) if 1 <= len(scene.digits) <= 20 and scene.digits.isdigit() else None
    if found is not None:
        call.about_id, call.tries = found[0], 0
        await scene.emit(CallLaneChosen("ticket", None))
        return ask_code(scene, words.ticket_noted)
    call.tries += 1
    if call.tries < TRIES:
        return scene.ask("ticket", words.ticket_unknown, words.ask_ticket, digits=None, timeout=8)
    call.tries = 0
    return waiting.ask_consent(scene, words.to_person)


def ask_code(scene: Scene, *before: str) -> bytes:
    """Asks for the six digits; an empty answer means that there are none at hand."""
    return scene.ask("code", *before, scene.words.ask_code, digits=None, timeout=15)


@step("code")
async def code(scene: Scene) -> bytes:
    """The six digits. They are tried on the customers this call can be about, never on everybody."""
    call, words = scene.call, scene.words
    if not scene.digits:
        return _on(scene)
    customer_id = await codes.spend(scene.kit, scene.tx, await _candidates(scene), scene.digits, scene.now)
    if customer_id is not None:
        call.tries = 0
        await record.prove(scene, customer_id)
        await scene.emit(CallProven(customer_id, call.ticket_id, "keys"))
        if call.lane != "emergency":
            return await barred.told(scene) or _on(scene, words.code_right)
        await enqueue(scene.tx, freezing.freeze, freezing.Freezing(call.id, customer_id), key=f"phone.freeze:{call.id}")
        return _on(scene, words.code_right, words.frozen)
    call.tries += 1
    if call.tries < TRIES:
        return ask_code(scene, words.code_wrong)
    call.tries = 0
    return _on(scene, words.code_wrong)


async def _candidates(scene: Scene) -> list[int]:
    call, found = scene.call, set[int]()
    if call.about_id:
        found.add(await scene.tx.fetchval(store.CUSTOMER_OF, call.about_id))
    if call.hint_id:
        found.add(call.hint_id)
    if call.asked.startswith("customer:"):
        found.add(int(call.asked.partition(":")[2]))
    return sorted(found)


def _on(scene: Scene, *before: str) -> bytes:
    if scene.call.lane == "emergency":
        return waiting.into_line(scene, *before)
    return waiting.ask_consent(scene, *before)
