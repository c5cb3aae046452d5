"""What happens to tickets is queued for whoever asked to be told, in the reaction's own transaction."""

from typing import Any

from farol.channels.partner import store as partner
from farol.core.tickets.events import MessagePosted, TicketChanged, TicketMerged, TicketOpened, TicketUnmerged
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.reactions import Said, reaction

from . import delivery_store, store
from .model import body_of
from .sending import WAKE

TOLD = ("status", "severity", "reason", "subject")
"""Fields of a ticket that outsiders may know of; who has it is not their matter."""


@reaction("webhook_tell", TicketOpened, MessagePosted, TicketChanged, TicketMerged, TicketUnmerged)
async def tell(kit: Kit, tx: Tx, event: Recorded) -> list[Said] | None:
    """Internal notes, and changes that concern the desk alone, are told to nobody."""
    wanted = await store.for_kind(tx, event.kind)
    if not wanted:
        return None
    more = await _more(tx, event)
    ticket = await partner.ticket_of(tx, event.id)
    if more is None or ticket is None:
        return None
    await delivery_store.add(tx, wanted, event.kind, body_of(event.kind, event.at, ticket, event.seq, more))
    return [(WAKE, b"")]


async def _more(tx: Tx, event: Recorded) -> dict[str, Any] | None:
    """What belongs to the kind; None for what is not told."""
    match event.event():
        case MessagePosted(internal=False):
            message = await delivery_store.message(tx, event.id, event.seq)
            return {"message": message} if message else None
        case TicketChanged(fields=fields):
            changed = sorted(set(fields) & set(TOLD))
            return {"changed": changed} if changed else None
        case TicketMerged(number=number, into_number=into) | TicketUnmerged(number=number, into_number=into):
            return {"number": number, "into": into}
        case TicketOpened():
            return {}
    return None
