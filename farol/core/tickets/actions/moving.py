"""Tickets of a visitor become those of the customer the visitor turned out to be. Words stay as they were said, by whom they were said."""

import msgspec

from farol.core.tickets import merged_store
from farol.core.tickets.events import TicketMoved
from farol.kit.db import Tx
from farol.kit.events import emit
from farol.kit.permission import Actor


class Moved(msgspec.Struct, frozen=True):
    """A ticket that is another's now. open: it is one the customer goes on with; others are merged into such a one."""

    ticket_id: int
    number: str
    seq: int
    open: bool


async def move_in(tx: Tx, actor: Actor, visitor_id: int, customer_id: int, channel: str) -> list[Moved]:
    """All tickets of a visitor that are not closed, with what was merged into them; the caller wakes ``ticket:ID`` after its commit. Somebody
    whom the exchange vouches for is no visitor: of theirs nothing moves. Lock order: the caller's rows, then tickets by their ids."""
    moved = [Moved(**row) for row in await merged_store.move(tx, visitor_id, customer_id)]
    for one in moved:
        await emit(tx, f"ticket:{one.ticket_id}", actor, TicketMoved(visitor_id, customer_id, channel), seq=one.seq)
    return moved
