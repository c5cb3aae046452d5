"""Keep my place and tell me: the customer goes away and hears when somebody has the ticket."""

from datetime import datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

from farol.core.tickets import actions as tickets
from farol.core.urgency.silence import silent
from farol.desk.queue import store, words
from farol.desk.queue.events import CallbackAsked, CalledBack
from farol.desk.queue.problems import NoAddress, NotWaiting
from farol.desk.queue.telling import After, rfc3339
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import Invalid, NotFound

from .waiting import stream

LATEST = timedelta(days=7)


async def ask_callback(kit: Kit, actor: Actor, ticket_id: int, how: str, at: datetime | None) -> None:
    """The customer's ticket keeps its place, is not offered before ``at``, and they are told when somebody has it.

    Asking again replaces the wish. Raises NotFound, NoAddress, Invalid (a time that is past or over a week away), NotWaiting.
    """
    now, after = clock.now(), After()
    if at is not None and (at.tzinfo is None or not now < at <= now + LATEST):
        raise Invalid(errors=[{"field": "at", "why": "not a time within the next seven days, with its zone"}])
    async with transaction(kit.db) as tx:
        reachable = await tx.fetchval(store.ADDRESS, ticket_id, actor.id)
        if reachable is None:
            raise NotFound
        if not reachable:
            raise NoAddress
        if await tx.fetchval(store.LATER, ticket_id, at) is None:
            raise NotWaiting
        await tx.fetchval(store.CALLBACK, ticket_id, how, at, now, actor.ref)
        told = CallbackAsked(how, rfc3339(at) if at else "")
        after.woke(stream(ticket_id), await emit(tx, stream(ticket_id), actor, told))
    await after.say(kit)


async def call_back(kit: Kit, tx: Tx, ticket_id: int, *, over: bool) -> None:
    """Keeps the promise, if one was made: a line in the ticket, and the event that sends it by mail.

    over: nobody took the ticket and it waits no more, which ends the promise.

    The line has its own transaction and an id made from the promise, so that doing this again says it once.
    """
    promise = await tx.fetchrow(store.OPEN_CALLBACK, ticket_id)
    if promise is None:
        return
    owner = await store.owner(tx, ticket_id)
    if owner or over:
        await tx.execute(store.CALLED_BACK, promise["id"], clock.now())
    if owner is None or over:
        return
    language, name = owner
    if await silent(tx, ticket_id):
        return  # whoever has it speaks for themselves
    await tickets.post_message(
        kit, SYSTEM, ticket_id, client_id=uuid5(NAMESPACE_OID, f"farol:callback:{promise['id']}"), body=words.your_turn(name, language))
    await emit(tx, stream(ticket_id), SYSTEM, CalledBack(promise["how"]))
