"""What follows for incidents from what happens to tickets."""

from farol.core.tickets.events import TicketChanged, TicketOpened
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.reactions import Said, reaction

from . import actions


@reaction("incident_attach", TicketOpened, TicketChanged)
async def attach(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """A ticket that comes while an incident goes on, or is given a reason, becomes a case if it is one."""
    if event.kind == TicketChanged.kind and "reason" not in event.body["fields"]:
        return []
    return await actions.attach_new(tx, event.id)
