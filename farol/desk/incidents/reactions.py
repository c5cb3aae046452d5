"""What follows for incidents from what happens to tickets, and from what is decided about incidents."""

from farol.core.tickets.events import TicketChanged, TicketOpened
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.jobs import enqueue
from farol.kit.reactions import Said, reaction

from . import actions, jobs
from .events import IncidentAnswered, IncidentChanged, IncidentDeclared, IncidentResolved


@reaction("incident_attach", TicketOpened, TicketChanged)
async def attach(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """A ticket that comes while an incident goes on, or is given a reason, becomes a case if it is one."""
    if event.kind == TicketChanged.kind and "reason" not in event.body["fields"]:
        return []
    return await actions.attach_new(tx, event.id)


@reaction("incident_search", IncidentDeclared, IncidentChanged)
async def search(kit: Kit, tx: Tx, event: Recorded) -> None:
    """A new scope is searched for tickets."""
    if event.kind == IncidentDeclared.kind or "scope" in event.body["fields"]:
        await enqueue(tx, jobs.scan, jobs.Scan(event.id), key=f"incident.scan:{event.id}:{event.seq}")


@reaction("incident_send", IncidentAnswered, IncidentResolved)
async def send(kit: Kit, tx: Tx, event: Recorded) -> None:
    """What is to be said to all is said."""
    if event.body["total"]:
        answer_id = event.body["answer_id"]
        await enqueue(tx, jobs.send, jobs.Send(answer_id), key=f"incident.send:{answer_id}")
