"""What follows for colleagues from words and changes in a ticket."""

from farol.core.tickets.events import MessagePosted, TicketChanged
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import WAKE, Recorded
from farol.kit.permission import Actor
from farol.kit.reactions import Said, reaction

from . import actions


@reaction("followers", MessagePosted, TicketChanged)
async def tell(kit: Kit, tx: Tx, event: Recorded) -> list[Said] | None:
    """Names in notes are heard; followers hear of the customer's words and of how it ended."""
    kind, _, id_ = event.actor.partition(":")
    by = Actor(kind, int(id_), frozenset())
    match event.event():
        case MessagePosted(internal=True, author_kind="staff"):
            seq = await actions.named(tx, event.id, event.seq, by)
            return [(WAKE, f"{event.stream} {seq}".encode())] if seq else None
        case MessagePosted(internal=False, author_kind="customer", thanks=False):
            await actions.tell_words(tx, event.id, event.seq)
        case TicketChanged(fields={"status": str(status)}):
            await actions.tell_status(tx, event.id, event.seq, status, by)
    return None
