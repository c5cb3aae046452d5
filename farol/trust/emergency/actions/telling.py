"""What is written of every step: one event on the ticket's stream."""

from farol.desk.threads.telling import After
from farol.kit.db import Tx
from farol.kit.events import Event, emit
from farol.kit.permission import Actor
from farol.trust.emergency import store

FRAME = "emergencies"
"""The frame that makes screens of staff read the live cases again."""


async def note(tx: Tx, actor: Actor, ticket_id: int, event: Event, after: After) -> None:
    """Writes it, with the ticket's next number."""
    stream = f"ticket:{ticket_id}"
    after.woke(stream, await emit(tx, stream, actor, event, seq=await tx.fetchval(store.SEQ, ticket_id)))
