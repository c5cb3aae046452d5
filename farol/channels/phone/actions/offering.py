"""One look at the line every two seconds: who is next is put before a colleague who is free, and what got stuck is put right."""

from datetime import timedelta

from farol.channels.phone import ending, lines, numbers, people_store, store
from farol.channels.phone.events import CallOffered
from farol.channels.phone.model import OFFER_S, RINGS_S, Call
from farol.channels.phone.people_store import Ready
from farol.channels.phone.scene import Scene
from farol.channels.phone.steps import bridge
from farol.core.customers.model import mask_uid
from farol.core.notices.actions import notify
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction

FRAME = "calls"
"""The frame that makes screens of staff read the phone desk again; to whom a call is offered, it says who calls."""
LOST_S, LONGEST = RINGS_S + 20, timedelta(hours=4)
SECURITY = ("security", "duty")


def choose(ready: list[Ready], last: int | None, *, urgent: bool) -> Ready | None:
    """Who gets it: free, idle longest; of an alarm security and duty first. Whoever let it lie gets it again only when nobody else is there."""
    free = [one for one in ready if one.free]
    if urgent:
        free.sort(key=lambda one: one.role not in SECURITY)
    return next((one for one in free if one.id != last), free[0] if free else None)


async def frame_of(tx: Tx, call: Call, staff_id: int) -> dict[str, object]:
    """What the colleague sees before they answer: masked, and whether anything of it is proven."""
    behind = (await people_store.known(tx, [call.id], staff_id)).get(call.id)
    return {
        "number": numbers.masked(call.caller), "lane": call.lane, "direction": call.direction, "severity": call.severity, "language": call.language,
        "who": mask_uid(behind.uid) if behind else "", "tier": behind.tier if behind else "", "open": behind.open if behind else "",
        "ticket": await store.number_of(tx, call.ticket_id), "proven": call.proven_at is not None,
    }  # fmt: skip


async def tick(kit: Kit) -> None:
    """Offers, and mends."""
    now = clock.now()
    async with transaction(kit.db) as tx:
        waiting = await store.unoffered(tx, now, 20)
        ready = await people_store.ready(tx, now) if waiting else []
        scenes = []
        for call in waiting:
            line, to = await lines.by_id(kit, call.connection_id), choose(ready, call.offered_to, urgent=call.severity == "P0")
            if line is None or to is None:
                continue
            ready.remove(to)
            scene = Scene(kit, tx, line, call, "", {}, {}, now, lines.Hours(True, None, "UTC"))
            call.offered_to, call.offered_until = to.id, now + timedelta(seconds=OFFER_S)
            until = call.offered_until.isoformat(timespec="seconds").replace("+00:00", "Z")
            await scene.emit(CallOffered(to.id, until))
            title = {"zh": "有电话等您接听" if call.direction == "in" else "有回电轮到您", "en": "A call waits for you" if call.direction == "in" else "A call back is yours"}
            await notify(tx, [to.id], "offer.call", ticket_id=call.ticket_id, title=title, key=f"phone_call:{call.id}:{until}")
            scene.after.tell([to.id], FRAME, call=call.id, until=until, **await frame_of(tx, call, to.id))
            await store.save(tx, call)
            scenes.append(scene)
    for scene in scenes:
        await scene.after.say(kit)
    await _mend(kit)


async def _mend(kit: Kit) -> None:
    """Phones that ring for too long without a word, and calls that nobody told us the end of."""
    now = clock.now()
    scenes = []
    async with transaction(kit.db) as tx:
        for leg in await people_store.lost_legs(tx, now - timedelta(seconds=LOST_S)):
            call = await store.call(tx, leg.call_id, lock=True) if leg.call_id else None
            line = await lines.by_id(kit, leg.connection_id)
            await people_store.set_leg(tx, leg.id, "failed", now)
            if call is None or line is None or call.state != "ringing" or leg.purpose != "answer":
                continue
            scene = Scene(kit, tx, line, call, "", {}, {}, now, lines.Hours(True, None, "UTC"), leg)
            await bridge.back_in_line(scene, leg.staff_id, "no_answer")
            await store.save(tx, call)
            scenes.append(scene)
        for call in await store.stuck(tx, now - LONGEST):
            line = await lines.by_id(kit, call.connection_id)
            if line is not None:
                scene = Scene(kit, tx, line, call, "", {}, {}, now, lines.Hours(True, None, "UTC"))
                await ending.finish(scene)
                await store.save(tx, call)
                scenes.append(scene)
    for scene in scenes:
        await scene.after.say(kit)


