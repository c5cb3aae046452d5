"""Saying that a ticket arrived."""

import msgspec

from farol.desk.queue.first import before_people
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.jobs import enqueue, job

from . import actions

AFTER_S = 1.0
"""So that the queue has given it its place."""


class Arrived(msgspec.Struct, frozen=True):
    """A ticket that is new."""

    ticket_id: int


@job("acknowledge.tell", Arrived)
async def tell(kit: Kit, given: Arrived) -> None:
    """Tells its customer, once; while somebody may answer before people do, not yet, for an answer says that it arrived."""
    now = clock.now()
    async with db.transaction(kit.db) as tx:
        if until := await before_people(tx, given.ticket_id, now):
            delay_s = max(AFTER_S, (until - now).total_seconds())
            await enqueue(tx, tell, given, delay_s=delay_s, key=f"acknowledge:{given.ticket_id}:{until.timestamp()}")
            return
    await actions.acknowledge(kit, given.ticket_id)
