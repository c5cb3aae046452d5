"""One-time links: a signed-in customer goes on in a messenger, and the chat is theirs from then on.

Binding moves no tickets by itself: what the chat said as a visitor stays that visitor's until the chat asks to take it along (``taking``), and
what belongs to whom was bound before is not sent there any more.
"""

import secrets
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

import msgspec

from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import elsewhere
from farol.channels.connections.kinds import KINDS
from farol.channels.connections.model import Connection
from farol.core.customers import store as customers
from farol.core.customers.actions import digest_of
from farol.core.tickets import store as ticket_store
from farol.core.tickets.noting import note
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import canonical
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from . import contact_store, link_store
from .adapter import ADAPTERS
from .contact_store import Place
from .events import ChatJoined, ChatNoted, ContactBound, ContactParted, LinkMade
from .link_store import Linked
from .people import actor
from .problems import DoorClosed

GOOD_FOR = timedelta(minutes=15)


class Door(msgspec.Struct, frozen=True):
    """A messenger the customer may go on in. name: by language."""

    channel: str
    name: dict[str, str]
    account: str


class LinkView(msgspec.Struct, frozen=True):
    """link: opens the messenger and binds the chat, once, until then. code: what is sent there where the link cannot carry it, empty else."""

    link: str
    channel: str
    expires_at: datetime
    code: str = ""


async def doors(kit: Kit, customer: Actor) -> list[Door]:
    """Where this customer may go on."""
    region, tier = await contact_store.region(kit.db, customer.id)
    found: dict[str, Door] = {}
    for one in await connections.offered(kit, region=region, tier=tier):
        adapter, kind = ADAPTERS.get(one.channel), KINDS.get(one.channel)
        if adapter and kind and kind.kind.private and adapter.link(one, "x" * 32):
            found.setdefault(one.channel, Door(one.channel, kind.kind.name, one.account))
    return list(found.values())


def opened(kit: Kit, connection: Connection, token: str) -> str:
    """The address that opens a private chat with us and hands the token over; empty where there is none."""
    link = ADAPTERS[connection.channel].link(connection, token)
    there = urlsplit(link)
    return elsewhere(kit).shown(connection.channel, link, f"{there.scheme}://{there.netloc}") if link else ""


async def make(kit: Kit, customer: Actor, channel: str, ticket_id: int | None) -> LinkView:
    """A link for the acting customer; ticket_id: one of theirs that goes on there. Raises DoorClosed, and NotFound for another's ticket."""
    region, tier = await contact_store.region(kit.db, customer.id)
    offered = [one for one in await connections.offered(kit, region=region, tier=tier) if one.channel == channel]
    token = secrets.token_urlsafe(24)
    link = opened(kit, offered[0], token) if offered and channel in ADAPTERS else ""
    if not link:
        raise DoorClosed
    if ticket_id is not None and await ticket_store.own_ticket(kit.db, ticket_id, customer.id) is None:
        raise NotFound
    until, stream = clock.now() + GOOD_FOR, f"customer:{customer.id}"
    async with transaction(kit.db) as tx:
        await link_store.add(tx, digest_of(token), offered[0].id, customer.id, ticket_id, until)
        seq = await emit(tx, stream, customer, LinkMade(channel, ticket_id))
    await wake(kit.bus, stream, seq)
    return LinkView(link, channel, until, "" if token in link else token)


async def linked(kit: Kit, customer: Actor) -> list[Linked]:
    """Chats that are this customer's now, the newest first."""
    return await link_store.linked(kit.db, customer.id)


async def unlink(kit: Kit, customer: Actor, contact_id: int) -> None:
    """Whoever writes there is a visitor again, and nothing of the account goes there. Raises NotFound for what is not the customer's."""
    async with transaction(kit.db) as tx:
        found = await link_store.lock_linked(tx, contact_id, customer.id)
        if found is None:
            raise NotFound
        visitor = await customers.add_visitor(tx, found.name or found.username, "", canonical(found.language or "en"))
        seqs = {}
        for chat_id in await link_store.unlink(tx, contact_id, visitor):
            stream = f"chat:{chat_id}"
            seqs[stream] = await emit(tx, stream, customer, ContactParted(found.channel, customer.id))
    for stream, seq in seqs.items():
        await wake(kit.bus, stream, seq)


async def bind(kit: Kit, connection: Connection, place: Place, token: str) -> link_store.Link | None:
    """The chat that brings a good token is that customer's from now on. None for one that is over, used or nobody's."""
    if not 20 <= len(token) <= 100:
        return None
    async with transaction(kit.db) as tx:
        link = await link_store.spend(tx, digest_of(token), connection.id)
        if link is None:
            return None
        was = await contact_store.bind(tx, place.contact_id, link.customer_id)
        stream = f"chat:{place.chat_id}"
        who = actor(link.customer_id)
        seq = await emit(tx, stream, who, ContactBound(connection.channel, link.customer_id, was or 0))
        if was != link.customer_id or link.ticket_id is not None:
            await contact_store.join(tx, place.chat_id, link.ticket_id)
        if link.ticket_id is not None:
            seq = await emit(tx, stream, who, ChatJoined(link.ticket_id))
    await wake(kit.bus, stream, seq)
    if was != link.customer_id and place.ticket_id is not None:
        name = uuid5(NAMESPACE_URL, f"farol:{stream}:{seq}:bound")
        await note(kit, place.ticket_id, ChatNoted("bound", connection.channel, str(name)))
    return link
