"""The assistant listens to customers, and asks the queue for a moment before people are asked."""

from datetime import datetime

from farol.core.tickets.events import MessagePosted
from farol.desk.queue.first import MOST, first
from farol.kit.core import Kit
from farol.kit.db import Reads, Tx
from farol.kit.events import Recorded
from farol.kit.jobs import enqueue
from farol.kit.reactions import reaction

from . import buttons as buttons
from . import jobs, store, turn_store


@reaction("assistant_answer", MessagePosted)
async def take_a_turn(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Every message of a customer, as soon as it stands. Whether it may speak is decided when it does."""
    if event.body["author_kind"] == "customer" and (await store.rules(tx)).active:
        await enqueue(tx, jobs.answer, jobs.Said(event.id, event.seq), key=f"assistant:{event.id}:{event.seq}")


@first
async def my_turn(db: Reads, ticket_id: int, now: datetime) -> datetime | None:
    """Until shortly after the customer's words, while it has not answered them and may speak there."""
    said_at = await turn_store.awaited(db, ticket_id)
    return min(said_at, now) + MOST if said_at else None
