"""A customer says whether they want to hear of an incident's end."""

from farol.core.tickets.log_store import bump
from farol.desk.incidents import store, ticket_store
from farol.desk.incidents.events import IncidentFollowed
from farol.desk.incidents.problems import NoIncident
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

OWN = "select true from ticket where id = $1 and customer_id = $2"


async def subscribe(kit: Kit, actor: Actor, ticket_id: int, *, tell: bool) -> None:
    """The acting customer's own ticket. Raises NotFound, NoIncident."""
    async with transaction(kit.db) as tx:
        if not await tx.fetchval(OWN, ticket_id, actor.id):
            raise NotFound
        was = await store.notice_of(tx, ticket_id, actor.id)
        if was is None or was[0].state == "resolved":
            raise NoIncident
        if was[1] == tell:
            return
        seq = await bump(tx, ticket_id)
        await tx.fetchval(ticket_store.TELL, ticket_id, actor.id, tell)
        await emit(tx, f"ticket:{ticket_id}", actor, IncidentFollowed(was[0].id, tell), seq=seq)
    await wake(kit.bus, f"ticket:{ticket_id}", seq)
