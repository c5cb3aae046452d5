"""What is asked of the provider after a commit: at once by whoever committed, and by a job should that process die."""

from functools import partial

import msgspec

from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Failed, Refused
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.jobs import enqueue, job

from . import ending, leading, lines, provider, store
from .model import RINGS_S, Call, Line
from .scene import Scene

TAKES_OVER_S = 4.0


class Bringing(msgspec.Struct, frozen=True):
    """A call whose colleague has pressed 1."""

    call_id: int


async def begin(scene: Scene) -> None:
    """The customer is to join the colleague who has just pressed 1."""
    await enqueue(scene.tx, bring_later, Bringing(scene.call.id), delay_s=TAKES_OVER_S, key=f"phone.bring:{scene.call.id}:{scene.call.tried_out}")
    scene.later.append(partial(bring, scene.kit, scene.call.id))


async def bring(kit: Kit, call_id: int) -> None:
    """Leads the waiting customer into the conference, or calls the one who is to be called back. Harmless to repeat. Raises Away."""
    call = await store.call(kit.db, call_id)
    line = await lines.by_id(kit, call.connection_id) if call else None
    if call is None or line is None or call.state != "bringing":
        return
    try:
        if call.direction == "in":
            assert call.sid
            await provider.lead(kit, line, call.sid, lines.address(kit, line.connection, "join", c=call.id, s=call.step))
        elif call.sid is None:
            await _call_back(kit, line, call)
        await connections.worked(kit, line.id)
    except Refused:
        await over(kit, line, call_id)  # hung up a moment ago
    except Failed as failure:
        await connections.failed(kit, line.id, failure)
        raise


async def _call_back(kit: Kit, line: Line, call: Call) -> None:
    claim = f"dialling:{call.id}:{call.tried_out}"
    if await kit.db.fetchval(store.CLAIM, call.id, claim) is None:
        return  # somebody else dials
    try:
        made = await provider.make_call(
            kit, line, to=call.caller, url=lines.address(kit, line.connection, "callee", c=call.id, s=call.step, n=call.tried_out),
            status=lines.address(kit, line.connection, "status", c=call.id, n=call.tried_out), rings_s=RINGS_S)
    except Failed:
        await kit.db.fetchval(store.UNCLAIM, call.id, claim, None)
        raise
    await kit.db.fetchval(store.UNCLAIM, call.id, claim, made.sid[:64])


async def over(kit: Kit, line: Line, call_id: int) -> None:
    """The customer is no longer there."""
    async with transaction(kit.db) as tx:
        call = await store.call(tx, call_id, lock=True)
        if call is None or call.over:
            return
        scene = Scene(kit, tx, line, call, "status", {}, {}, clock.now(), await lines.open_now(tx, line, clock.now()))
        await ending.finish(scene)
        await store.save(tx, call)
    await scene.after.say(kit)


async def say_goodbye(scene: Scene) -> None:
    """The colleague hung up: the customer hears so, and is not left alone with music."""
    call, line = scene.call, scene.line
    if call.sid:
        to = lines.address(scene.kit, line.connection, "after", c=call.id, s=call.step)
        await enqueue(scene.tx, leading.lead, leading.Leading(line.id, call.sid, to), key=f"phone.after:{call.sid}")


@job("phone.bring", Bringing)
async def bring_later(kit: Kit, given: Bringing) -> None:
    """The same, should the process that answered have died."""
    await bring(kit, given.call_id)
