"""One event of identity, on the stream it belongs to."""

from farol.core.tickets.log_store import bump
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Event, emit, wake
from farol.kit.permission import Actor

Grown = tuple[str, int]
"""A stream and its new seq, to be woken after the commit."""


async def tell(tx: Tx, actor: Actor, ticket_id: int | None, customer_id: int | None, event: Event, *, other: str = "") -> Grown:
    """Writes it on the ticket's stream, else on the customer's, else on ``other``."""
    if ticket_id is not None:
        return f"ticket:{ticket_id}", await emit(tx, f"ticket:{ticket_id}", actor, event, seq=await bump(tx, ticket_id))
    stream = f"customer:{customer_id}" if customer_id is not None else other
    return stream, await emit(tx, stream, actor, event)


async def wake_all(kit: Kit, grown: list[Grown]) -> None:
    """After the commit."""
    for stream, seq in dict(grown).items():
        await wake(kit.bus, stream, seq)
