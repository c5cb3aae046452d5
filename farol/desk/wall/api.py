"""The routes of the wall."""

from typing import Annotated

import msgspec

from farol.core.tickets import store as tickets
from farol.core.tickets.api import possible
from farol.core.tickets.visibility import viewer
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post

from . import actions, view
from .model import Candidate, Wall


class GiveBody(Body, frozen=True):
    """To whom."""

    staff_id: Annotated[int, msgspec.Meta(gt=0, le=2**53 - 1)]


class Given(msgspec.Struct, frozen=True):
    """The ticket's new seq and version."""

    seq: int
    version: int


@get("/wall", can=Can.WALL_SEE)
async def show(kit: Kit, actor: Actor) -> Wall:
    """The whole desk now; asked every two seconds by screens."""
    limit("wall", actor.ref, rate_per_s=5, burst=30)
    return await view.wall(kit, viewer(actor))


@get("/wall/tickets/{ticket_id:int}/candidates", can=Can.QUEUE_MANAGE)
async def candidates(kit: Kit, ticket_id: int) -> list[Candidate]:
    """Who could be given this ticket, the best first."""
    ticket = await tickets.ticket(kit.db, possible(ticket_id))
    if ticket is None:
        raise NotFound
    return await view.candidates(kit.db, ticket.reason or "", ticket.language)


@post("/wall/tickets/{ticket_id:int}/owner", can=Can.QUEUE_MANAGE)
async def give(kit: Kit, actor: Actor, ticket_id: int, data: GiveBody) -> Given:
    """Gives a ticket to somebody."""
    return Given(*await actions.give(kit, actor, possible(ticket_id), data.staff_id))


routes = [show, candidates, give]
