"""The link that ``/stolen`` gives. It remembers the chat and names the account the chat is bound to; it proves neither.

Looking at it spends nothing, since platforms look at every link that is sent. What freezes is a code to the account's own contact, a session
or the exchange's mail, as for everybody.
"""

import secrets
from datetime import timedelta
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5

from farol.channels.connections import actions as connections
from farol.core.customers.actions import digest_of
from farol.core.tickets.noting import note
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import lang_of

from . import contact_store, outgoing, stolen_store
from .contact_store import Place
from .events import ChatJoined, ChatNoted, StolenLinkAnswered, StolenLinkMade
from .model import Chat
from .people import actor, actor_of
from .stolen_store import Led
from .texts import ChatTexts

GOOD_FOR = timedelta(minutes=15)
LEAST, MOST = 20, 100


async def link(kit: Kit, place: Place) -> str:
    """The address of the emergency page for who is in this chat."""
    token, stream = secrets.token_urlsafe(24), f"chat:{place.chat_id}"
    bound = place.customer_id if place.bound and place.known else None
    async with transaction(kit.db) as tx:
        await stolen_store.add(tx, digest_of(token), place.chat_id, bound, clock.now() + GOOD_FOR)
        seq = await emit(tx, stream, actor_of(place), StolenLinkMade(bound is not None))
    await wake(kit.bus, stream, seq)
    return f"{kit.settings.public_url}/stolen?{urlencode({'chat': token})}"


async def look(kit: Kit, token: str) -> Led | None:
    """Where a link that is good leads from."""
    return await stolen_store.look(kit.db, digest_of(token), clock.now()) if LEAST <= len(token) <= MOST else None


async def spend(kit: Kit, token: str) -> bool:
    """A code is about to be sent by it: whether it still could."""
    return LEAST <= len(token) <= MOST and await stolen_store.spend(kit.db, digest_of(token), clock.now())


async def give_back(kit: Kit, token: str) -> None:
    """No code went out after all: it is as good as before."""
    await stolen_store.unspend(kit.db, digest_of(token))


async def answer(kit: Kit, token: str, customer_id: int, ticket_id: int, number: str) -> None:
    """A freeze was asked for by who came by this link: the chat hears of it once. The case goes on in the chat where the chat is bound to
    that very account; anybody else's chat is told nothing but that the order arrived."""
    if not LEAST <= len(token) <= MOST:
        return
    async with transaction(kit.db) as tx:
        told = await stolen_store.answered(tx, digest_of(token), clock.now())
        place = await contact_store.place_by_chat(tx, told.chat_id) if told else None
        connection = await connections.known(kit, told.connection_id) if told else None
        if told is None or place is None or connection is None:
            return
        theirs = place.bound and place.customer_id == customer_id
        stream, texts = f"chat:{place.chat_id}", ChatTexts(lang_of(place.language))
        if theirs:
            await contact_store.join(tx, place.chat_id, ticket_id)
            await emit(tx, stream, actor(customer_id), ChatJoined(ticket_id))
        await emit(tx, stream, actor_of(place), StolenLinkAnswered(ticket_id, theirs))
        words = texts.stolen_here.format(number=number) if theirs else texts.stolen_heard
        _, seq = await outgoing.reply_in(tx, connection, Chat(told.chat, "private"), f"stolen{ticket_id}.{told.n}", words)
    await wake(kit.bus, stream, seq)
    if not theirs and place.ticket_id is not None and place.ticket_id != ticket_id:
        name = uuid5(NAMESPACE_URL, f"farol:{stream}:{seq}:frozen")
        await note(kit, place.ticket_id, ChatNoted("froze", connection.channel, str(name), number=number))
