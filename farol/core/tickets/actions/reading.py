"""Having seen what was said."""

from farol.core.tickets import store
from farol.core.tickets.events import TicketRead
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound


async def mark_read(kit: Kit, actor: Actor, ticket_id: int, upto: int) -> None:
    """The actor has seen everything up to a seq. Moving backwards does nothing. Raises NotFound."""
    async with db.transaction(kit.db) as tx:
        done = await store.read(tx, ticket_id, actor.kind, actor.id, upto)
        if done is None:
            ids = [ticket_id]
            if not await (store.owned(tx, ids, actor.id) if actor.kind == "customer" else store.existing(tx, ids)):
                raise NotFound
            return
        seq, mark = done
        await emit(tx, f"ticket:{ticket_id}", actor, TicketRead(actor.kind, actor.id, mark), public=True, seq=seq)
    await wake(kit.bus, f"ticket:{ticket_id}", seq)
