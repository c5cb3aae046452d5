"""Routes of links."""

from typing import Annotated

import msgspec

from farol.core.tickets import visibility
from farol.core.tickets.api import Number, possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post

from . import actions, store
from .model import Link, Links, Side


class LinkBody(Body, frozen=True):
    """side: how this ticket reads it. other: the other ticket's id; or its number."""

    side: Side
    other: Number | None = None
    number: Annotated[str, msgspec.Meta(max_length=40)] = ""


class Linked(msgspec.Struct, frozen=True):
    """All links of the ticket."""

    links: list[Link]


@get("/tickets/{ticket_id:int}/links", can=Can.TICKET_SEE)
async def links(kit: Kit, actor: Actor, ticket_id: int) -> Links:
    """Links both ways, and the same customer's other tickets."""
    viewer = visibility.viewer(actor)
    if not await visibility.may_see(kit.db, actor, possible(ticket_id)):
        raise NotFound
    offered = await store.offered(kit.db, ticket_id, viewer) if actor.may(Can.CUSTOMER_SEE) else []
    return Links(await store.links(kit.db, ticket_id, viewer), offered)


@post("/tickets/{ticket_id:int}/links", can=Can.TICKET_NOTE)
async def link(kit: Kit, actor: Actor, ticket_id: int, data: LinkBody) -> Linked:
    """Links the ticket to another."""
    limit("link", actor.ref, rate_per_s=2, burst=20)
    if (data.other is None) == (not data.number.strip()):
        raise Invalid(errors=[{"field": "other", "why": "wanted an id or a number"}])
    other = possible(data.other) if data.other is not None else data.number.strip().upper()
    return Linked(await actions.link(kit, actor, possible(ticket_id), other, data.side))


@delete("/links/{link_id:int}", can=Can.TICKET_NOTE)
async def unlink(kit: Kit, actor: Actor, link_id: int) -> None:
    """Takes a link away."""
    await actions.unlink(kit, actor, possible(link_id))


routes = [links, link, unlink]
