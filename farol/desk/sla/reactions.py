"""Clocks are driven by what happens to tickets, and by nothing else."""

from farol.core.live.model import ROWS
from farol.core.tickets.events import MessagePosted, TicketChanged, TicketMerged, TicketOpened, TicketUnmerged
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import WAKE, Recorded
from farol.kit.reactions import Said, reaction

from . import actions


@reaction(actions.REACTION, TicketOpened, MessagePosted, TicketChanged, TicketMerged, TicketUnmerged)
async def move_clocks(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """Begins, meets, pauses and plans the ticket's clocks anew; its row in lists follows."""
    seq = await actions.take_in(tx, event)
    return [(ROWS, str(event.id).encode())] if seq is None else [(WAKE, f"{event.stream} {seq}".encode())]
