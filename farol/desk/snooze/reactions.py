"""What is put aside comes back with the customer's words; what waits for the customer follows status and words."""

from farol.core.tickets.events import MessagePosted, TicketChanged
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import WAKE, Recorded
from farol.kit.reactions import Said, reaction

from . import actions


@reaction("snooze_end", MessagePosted, TicketChanged)
async def come_back(kit: Kit, tx: Tx, event: Recorded) -> list[Said] | None:
    """The customer wrote, or it was resolved or closed: nothing is put aside any more."""
    match event.event():
        case MessagePosted(internal=False, author_kind="customer", thanks=False):
            seq = await actions.come_back(tx, event.id, event.seq, "customer")
        case TicketChanged(fields={"status": "resolved" | "closed"}):
            seq = await actions.come_back(tx, event.id, event.seq, "status")
        case _:
            return None
    return [(WAKE, f"{event.stream} {seq}".encode())] if seq else None


@reaction(actions.REACTION, MessagePosted, TicketChanged)
async def wait(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Time counts from when the ticket began to wait, and again from each answer of staff."""
    match event.event():
        case TicketChanged(fields=fields) if fields.keys() & {"status", "severity"}:
            await actions.settle(tx, event, anew="status" in fields)
        case MessagePosted(internal=False, author_kind="staff"):
            await actions.settle(tx, event, anew=True)
        case MessagePosted(internal=False, author_kind="customer"):
            await actions.settle(tx, event, anew=False)
