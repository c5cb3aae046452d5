"""What time brings about: the next step, once, however many workers look, and however long nobody did."""

import structlog

from farol.desk.escalation import store
from farol.desk.escalation.model import choose
from farol.desk.threads.telling import After
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM

from .start import locked
from .steps import move, remind

log = structlog.get_logger()


async def tick(kit: Kit) -> int:
    """Lets every step come that is due: how many did. One that fails holds up no other, and is tried again.

    After a downtime one step comes and its owner has their whole time: nobody is passed by because the desk stood still.
    """
    moved = 0
    for row in await kit.db.fetch(store.DUE):
        try:
            moved += await _next(kit, row["id"])
        except db.LOST:
            raise
        except Exception:
            log.exception("escalation.step_failed", escalation=row["id"])
    return moved


async def _next(kit: Kit, escalation_id: int) -> bool:
    after = After()
    async with db.transaction(kit.db) as tx:
        ticket_id = await tx.fetchval(store.CLAIM, escalation_id)
        if ticket_id is None:
            return False
        facts, e = await locked(tx, ticket_id), await store.running(tx, escalation_id)
        assert e
        assert e.staff_id is not None
        last = e.step == len(e.steps) - 1
        step = e.step if e.gone or last else e.step + 1
        holder = frozenset({e.staff_id})
        who = choose(e.steps[step].owner, await store.candidates(tx, ticket_id), facts.team, avoid=frozenset() if last else holder)
        if who is None or (last and who.id == e.staff_id):  # the last step comes again for whoever is there
            await tx.execute(store.AT_STEP, e.id, e.step, facts.now, float(e.steps[e.step].wait_s))
            await remind(tx, SYSTEM, facts, e, e.staff_id, f"escalation:{e.id}:{e.step}:{facts.now.isoformat()}")
        else:
            await move(tx, SYSTEM, facts, e, step, who, "gone" if e.gone else "unanswered", "", after)
    await after.say(kit)
    return True
