"""What a lead does from the wall."""

from farol.core.people import store as people
from farol.core.people.model import RIGHTS
from farol.core.tickets import actions as tickets
from farol.core.tickets import store as ticket_store
from farol.core.tickets import visibility
from farol.core.tickets.model import Change
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound

from .problems import MayNotTake


async def give(kit: Kit, actor: Actor, ticket_id: int, staff_id: int) -> tuple[int, int]:
    """Gives a ticket to somebody who may answer it, whoever had it: its seq and version.

    Raises NotFound, MayNotTake, and like ``change_in``.
    """
    async with transaction(kit.db) as tx:
        ticket, to = await ticket_store.ticket(tx, ticket_id), await people.staff(tx, staff_id)
        if ticket is None or to is None:
            raise NotFound
        may = RIGHTS.get(to.role, frozenset())
        sees = Can.TICKET_SEE_ALL in may or not await visibility.hidden(tx, [ticket_id], [staff_id])
        if Can.TICKET_REPLY not in may or not sees:
            raise MayNotTake
        if ticket.owner_id == staff_id:
            return ticket.seq, ticket.version
        seq, version = await tickets.change_in(tx, actor, ticket_id, Change(owner_id=staff_id))
    await wake(kit.bus, f"ticket:{ticket_id}", seq)
    return seq, version
