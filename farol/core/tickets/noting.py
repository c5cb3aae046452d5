"""A line for the staff between a ticket's messages: an event with its facts, which each agent reads in their own language."""

from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import Event, emit, wake
from farol.kit.permission import SYSTEM

from . import log_store, merged_store


async def note_in(tx: Tx, ticket_id: int, event: Event) -> tuple[str, int] | None:
    """Writes it into the log of the ticket, or of that in which it goes on: the stream to wake. An event with a ``name`` is written once;
    None when it was before."""
    there = await merged_store.goes_on(tx, ticket_id)
    if there is None:
        return None
    name = getattr(event, "name", "")
    await log_store.lock(tx, there.id)
    if name and await log_store.noted(tx, there.id, event.kind, name):
        return None
    stream = f"ticket:{there.id}"
    return stream, await emit(tx, stream, SYSTEM, event, seq=await log_store.bump(tx, there.id))


async def note(kit: Kit, ticket_id: int, event: Event) -> None:
    """The same, in a transaction of its own."""
    async with transaction(kit.db) as tx:
        woken = await note_in(tx, ticket_id, event)
    if woken:
        await wake(kit.bus, *woken)
