"""What has become of a freeze, whichever way it is heard first: kept, told, and followed by what follows."""

from farol.core.customers import actions as customers
from farol.desk.threads.telling import After, note
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.jobs import enqueue
from farol.kit.permission import SYSTEM
from farol.trust.emergency import store
from farol.trust.emergency.events import AccountFrozen, FreezeConfirmed, FreezePutOff, FreezeRefused
from farol.trust.emergency.model import FREEZE, STEPS, client_id, name_now, state_of, stopped

from .packing import Packing, pack_later
from .raising import ring_in

PACK_AFTER_S = 480
"""The pack is there within ten minutes of the freeze, with what the customer has answered by then."""


async def look(kit: Kit, emergency_id: int, *, not_asked: str = "") -> None:
    """Keeps what has become of the freeze. not_asked: why it could not even be asked for; nothing where it was asked for before."""
    made = After()
    async with transaction(kit.db) as tx:
        ticket_id = await tx.fetchval(store.TICKET_OF, emergency_id)
        if ticket_id:
            await look_in(tx, ticket_id, made, not_asked=not_asked)
    await made.say(kit)


async def look_in(tx: Tx, ticket_id: int, made: After, *, not_asked: str = "") -> None:
    """The same inside a larger step, such as a reaction to what the exchange said."""
    await store.ticket(tx, ticket_id)
    case = await store.case(tx, store.BY_TICKET, ticket_id)
    found = await store.freeze(tx, case.id) if case else None
    if case is None or found is None:
        return
    if found.confirmed_at and found.until:
        again = await store.asked(tx, case.customer_id, [name_now(found, FREEZE)])
        if any(one.state == "executed" for one in again):
            await tx.execute(store.FOR_GOOD, found.id)
            await note(tx, SYSTEM, ticket_id, FreezeConfirmed(found.proof), made)
    if found.state not in ("asked", "waiting"):
        return
    asked = await store.asked(tx, case.customer_id, [client_id(found, type_) for type_ in STEPS])
    state, why, at = state_of(asked) if asked or not not_asked else ("refused", not_asked, None)
    if state == "asked" or await tx.fetchval(store.SETTLE, found.id, state, why, at) is None:
        return
    if state == "frozen" and at:
        told = at.isoformat(timespec="seconds").replace("+00:00", "Z")
        await note(tx, SYSTEM, ticket_id, AccountFrozen(told, len(stopped(asked).cancelled)), made)
        await enqueue(tx, pack_later, Packing(case.id), delay_s=PACK_AFTER_S, key=f"emergency:{case.id}:pack")
        # Whoever sits in another session of this customer here is perhaps the thief.
        for stream, seq in await customers.leave_everywhere(tx, case.customer_id, found.session):
            made.woke(stream, seq)
    elif state == "waiting":
        await note(tx, SYSTEM, ticket_id, FreezePutOff(), made)
    else:
        await note(tx, SYSTEM, ticket_id, FreezeRefused(why), made)
        await ring_in(tx, case.id, made)
