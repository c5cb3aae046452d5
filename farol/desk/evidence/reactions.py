"""Files become evidence as soon as they are part of a ticket, whichever way they came."""

from farol.core.tickets.events import MessagePosted
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.jobs import enqueue
from farol.kit.reactions import reaction

from . import jobs, store


@reaction("evidence_collect", MessagePosted)
async def collect(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Takes the message's files into the locker and has the words of its pictures read."""
    for evidence_id in await store.collect(tx, event.id, event.seq):
        await enqueue(tx, jobs.read, jobs.Picture(evidence_id), key=f"evidence:{evidence_id}")
