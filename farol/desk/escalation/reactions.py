"""What puts tickets on ladders by itself, and takes them off."""

from farol.core.tickets.events import TicketChanged
from farol.desk.sla.events import ClockBreached, PromiseBroken
from farol.desk.threads.telling import After
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.permission import Actor
from farol.kit.reactions import Said, reaction

from . import actions


@reaction("escalation", ClockBreached, PromiseBroken, TicketChanged)
async def follow(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """A breach may start a ladder, a broken promise is reviewed, and the end of a ticket ends its ladder."""
    after = After()
    match event.event():
        case ClockBreached() as breached:
            await actions.on_breach(tx, event.id, breached, after)
        case PromiseBroken() as broken:
            await actions.on_broken_promise(tx, event.id, broken, after)
        case TicketChanged(fields=fields) if fields.get("status") in ("resolved", "closed"):
            kind, _, id_ = event.actor.partition(":")
            await actions.on_ticket_ended(tx, event.id, Actor(kind, int(id_), frozenset()), after)
    return after.said()
