"""Rules look at what happens to tickets."""

from farol.core.tickets.events import MessagePosted, TicketChanged, TicketOpened
from farol.desk.sla.events import ClockBreached, ClockWarned
from farol.desk.tags.events import TicketTagged
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import WAKE, Recorded
from farol.kit.reactions import Said, reaction

from . import actions


@reaction("rules", TicketOpened, MessagePosted, TicketChanged, TicketTagged, ClockWarned, ClockBreached)
async def look(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """Each rule that is on and concerned looks once, in order; what it does stands with the look."""
    last = await actions.take_in(kit, tx, event)
    return [] if last is None else [(WAKE, f"{event.stream} {last}".encode())]
