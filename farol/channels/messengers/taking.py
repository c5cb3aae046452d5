"""Open tickets that a chat had as a visitor go into the account it is bound to now, when whoever is in the chat says so.

Not by itself: whoever opens somebody else's link would hand that person everything they wrote here before.
"""

from farol.channels.connections.model import Connection
from farol.core.customers import store as customers
from farol.core.customers.model import mask_email, mask_uid
from farol.core.tickets import actions as tickets
from farol.kit.core import Kit
from farol.kit.db import again, transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import lang_of

from . import link_store
from .contact_store import Place
from .events import ChatJoined, ContactTaken
from .people import actor
from .texts import ChatTexts


async def offer(kit: Kit, place: Place, customer_id: int) -> str:
    """What is said to a chat that was bound a moment ago; empty where there is nothing to take along."""
    numbers = await link_store.left(kit.db, place.contact_id)
    who = await customers.customer(kit.db, customer_id) if numbers else None
    if who is None:
        return ""
    account = " ".join(part for part in (mask_uid(who.uid), mask_email(who.email)) if part)
    return ChatTexts(lang_of(place.language)).take_offer.format(numbers=", ".join(numbers), account=account)


async def take(kit: Kit, connection: Connection, place: Place) -> list[str]:
    """The visitor's open tickets are the customer's from now on: their numbers. None of them where there is nothing to take, or the chat is
    another's meanwhile."""

    async def run() -> tuple[list[tickets.Moved], dict[str, int]]:
        async with transaction(kit.db) as tx:
            visitor = await link_store.take(tx, place.contact_id, place.customer_id)
            if visitor is None:
                return [], {}
            who = actor(place.customer_id)
            moved = await tickets.move_in(tx, who, visitor, place.customer_id, connection.channel)
            seqs = {f"ticket:{one.ticket_id}": one.seq for one in moved}
            stream = f"chat:{place.chat_id}"
            seqs[stream] = await emit(tx, stream, who, ContactTaken(connection.channel, visitor, place.customer_id, [one.ticket_id for one in moved]))
            going = [one.ticket_id for one in moved if one.open]
            for chat_id in await link_store.go_on(tx, place.contact_id, max(going)) if going else ():
                seqs[f"chat:{chat_id}"] = await emit(tx, f"chat:{chat_id}", who, ChatJoined(max(going)))
        return moved, seqs

    moved, seqs = await again(run)
    for stream, seq in seqs.items():
        await wake(kit.bus, stream, seq)
    return [one.number for one in moved if one.open]
