"""The route of the contact log."""

import msgspec

from farol.core.tickets import visibility
from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.web import get

from . import store
from .model import Contact


class Contacts(msgspec.Struct, frozen=True):
    """Newest first, at most fifty."""

    contacts: list[Contact]


@get("/tickets/{ticket_id:int}/contacts", can=Can.CUSTOMER_SEE)
async def contacts(kit: Kit, actor: Actor, ticket_id: int) -> Contacts:
    return Contacts(await store.of_customer(kit.db, possible(ticket_id), visibility.viewer(actor)))


routes = [contacts]
