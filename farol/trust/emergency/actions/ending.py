"""Raised by staff, and ended by them."""

from farol.desk.threads.telling import After, note
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.permission import Actor
from farol.kit.problem import NotFound
from farol.trust.emergency import drill_store, ring_store, store
from farol.trust.emergency.events import EmergencyEnded
from farol.trust.emergency.model import FRAME, Kind
from farol.trust.emergency.problems import EmergencyOver

from .raising import raise_in


async def raise_by_hand(kit: Kit, ticket_id: int, kind: Kind) -> int:
    """Somebody hears it on the phone, or reads it between the lines. Raises NotFound."""
    made = After()
    async with transaction(kit.db) as tx:
        raised = await raise_in(tx, ticket_id, kind, "staff", made)
        if raised is None:
            raise NotFound
    await made.say(kit)
    return raised[0]


async def end(kit: Kit, actor: Actor, emergency_id: int, outcome: str) -> None:
    """Over. A freeze stands as it is: ending the case opens no account. Raises NotFound, EmergencyOver."""
    made = After()
    async with transaction(kit.db) as tx:
        ticket_id = await tx.fetchval(store.TICKET_OF, emergency_id)
        if ticket_id is None:
            raise NotFound
        await store.ticket(tx, ticket_id)
        if await tx.fetchval(store.END, emergency_id, clock.now(), actor.id, outcome) is None:
            raise EmergencyOver
        await tx.execute(drill_store.LIFTED, emergency_id, clock.now())
        await note(tx, actor, ticket_id, EmergencyEnded(outcome), made)
        made.tell({one.staff_id for one in await ring_store.rung(tx, emergency_id)}, FRAME, emergency=emergency_id)
    await made.say(kit)
