"""A new ticket is acknowledged."""

from farol.core.tickets.events import TicketOpened
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.jobs import enqueue
from farol.kit.reactions import reaction

from . import jobs, store


@reaction("acknowledge", TicketOpened)
async def say_it_arrived(kit: Kit, tx: Tx, event: Recorded) -> None:
    """A moment later, when it has its place in the queue."""
    if (await store.text(tx)).active:
        await enqueue(tx, jobs.tell, jobs.Arrived(event.id), delay_s=jobs.AFTER_S, key=f"acknowledge:{event.id}")
