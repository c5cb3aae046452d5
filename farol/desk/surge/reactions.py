"""What surges follow: new tickets, and reasons given to them."""

from farol.core.tickets.events import TicketChanged, TicketOpened
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.reactions import reaction

from . import actions


@reaction("surge_count", TicketOpened, TicketChanged)
async def count(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Counts a ticket under what it is about."""
    if event.kind == TicketOpened.kind:
        await actions.count(tx, event.id)
    elif "reason" in event.body["fields"]:
        await actions.recount(tx, event.id)
