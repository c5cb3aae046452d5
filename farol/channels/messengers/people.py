"""Who somebody at a platform is to us: a visitor of their own, until a one-time link says which customer."""

import structlog
from msgspec import structs

from farol.channels.connections.elsewhere import Failed
from farol.channels.connections.model import Connection
from farol.core.customers import store as customers
from farol.core.customers.actions import RIGHTS
from farol.core.shield import scrub
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import canonical
from farol.kit.permission import Actor

from . import contact_store
from .adapter import ADAPTERS, Profiles
from .contact_store import Place
from .events import ContactFound
from .model import Chat, Who

log = structlog.get_logger()
MOST_NAME = 120


async def place_of(kit: Kit, connection: Connection, chat: Chat, who: Who) -> Place:
    """The private chat with somebody, made when it is new."""
    name, username = _clean(who.name), _clean(who.username)
    found = await contact_store.place(kit.db, connection.id, chat.id, who.id)
    if found is not None:
        if (name or found.name, username, who.language or found.spoken) != (found.name, found.username, found.spoken):
            await contact_store.name_contact(kit.db, found.contact_id, name or found.name, username, who.language or found.spoken)
        return found
    if not name and isinstance(adapter := ADAPTERS.get(connection.channel), Profiles):
        # Some platforms name nobody in what they tell; who is new is asked for once.
        try:
            told = await adapter.profile(kit, connection, who.id)
            name, who = _clean(told.name), structs.replace(who, language=who.language or told.language)
        except Failed as failure:
            log.info("messengers.no_profile", channel=connection.channel, why=failure.said)
    async with transaction(kit.db) as tx:
        there = await contact_store.contact_of(tx, connection.id, who.id)
        if there is None:
            customer = await customers.add_visitor(tx, name or username, "", canonical(who.language or "en"))
            contact = await contact_store.add_contact(tx, connection.id, who.id, customer, name, username, who.language)
        else:
            contact, customer = there
        chat_id = await contact_store.add_chat(tx, connection.id, chat.id, "private", chat.title, chat.parent, contact)
        seq = await emit(tx, f"chat:{chat_id}", actor(customer), ContactFound(connection.channel, customer))
        place = await contact_store.place_by_chat(tx, chat_id)
    await wake(kit.bus, f"chat:{chat_id}", seq)
    assert place
    return place


def actor(customer_id: int, language: str = "en", name: str = "") -> Actor:
    """The customer as who acts."""
    return Actor("customer", customer_id, RIGHTS, language=language, name=name, alias=name)


def actor_of(place: Place) -> Actor:
    """The customer in this chat as who acts."""
    return actor(place.customer_id, place.language, place.called)


def _clean(name: str) -> str:
    """A name is theirs to choose: shielded, one line, short."""
    return scrub(" ".join(name.replace("\0", "").split())[:MOST_NAME]).text
