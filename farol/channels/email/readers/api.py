"""Routes on those who read along: the customer decides, the staff see and may end it."""

from typing import Annotated

import msgspec

from farol.core.tickets.api import Number, possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post

from . import actions, readers_store
from .model import NAME, Shown, shown


class ReaderBody(Body, frozen=True):
    """reader: one who was proposed; or an address with a name."""

    reader: Number | None = None
    address: Annotated[str, msgspec.Meta(max_length=320)] = ""
    name: Annotated[str, msgspec.Meta(max_length=NAME)] = ""


class Readers(msgspec.Struct, frozen=True):
    """Proposed and confirmed, in the order they came."""

    readers: list[Shown]


@get("/tickets/{ticket_id:int}/readers", can=Can.OWN_TICKETS)
async def own(kit: Kit, actor: Actor, ticket_id: int) -> Readers:
    return Readers(await actions.own(kit, actor, possible(ticket_id)))


@post("/tickets/{ticket_id:int}/readers", can=Can.OWN_TICKETS)
async def confirm(kit: Kit, actor: Actor, ticket_id: int, data: ReaderBody) -> Shown:
    """Somebody gets by mail what is said from now on."""
    if (data.reader is None) == (not data.address):
        raise Invalid(errors=[{"field": "reader", "why": "either reader or address"}])
    limit("mail_readers", actor.ref, rate_per_s=0.2, burst=20)
    return await actions.confirm(kit, actor, possible(ticket_id), None if data.reader is None else possible(data.reader), data.address, data.name)


@delete("/tickets/{ticket_id:int}/readers/{reader_id:int}", can=Can.OWN_TICKETS)
async def leave_out(kit: Kit, actor: Actor, ticket_id: int, reader_id: int) -> None:
    await actions.remove(kit, actor, possible(ticket_id), possible(reader_id))


@get("/tickets/{ticket_id:int}/readers", can=Can.TICKET_SEE)
async def of_ticket(kit: Kit, ticket_id: int) -> Readers:
    return Readers([shown(one) for one in await readers_store.of_ticket(kit.db, possible(ticket_id))])


@delete("/tickets/{ticket_id:int}/readers/{reader_id:int}", can=Can.TICKET_CHANGE)
async def remove(kit: Kit, actor: Actor, ticket_id: int, reader_id: int) -> None:
    await actions.remove(kit, actor, possible(ticket_id), possible(reader_id))


routes = [of_ticket, remove]
for_customer = [own, confirm, leave_out]
