"""Routes on ratings: the customer gives one, staff read them."""

from typing import Annotated

import msgspec

from farol.core.tickets import store as tickets
from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post

from . import actions, store
from .model import LONGEST, Rated, Rating


class RatingBody(Body, frozen=True):
    """stars: 1 to 5. solved: whether the problem is gone; false reopens the ticket."""

    stars: Annotated[int, msgspec.Meta(ge=1, le=5)]
    comment: Annotated[str, msgspec.Meta(max_length=LONGEST)] = ""
    solved: bool | None = None


@get("/tickets/{ticket_id:int}/rating", can=Can.OWN_TICKETS)
async def asked(kit: Kit, actor: Actor, ticket_id: int) -> Rating:
    return await actions.asked(kit, actor, possible(ticket_id))


@post("/tickets/{ticket_id:int}/rating", can=Can.OWN_TICKETS)
async def rate(kit: Kit, actor: Actor, ticket_id: int, data: RatingBody) -> Rating:
    limit("rating", actor.ref, rate_per_s=1, burst=10)
    return await actions.rate(kit, actor, possible(ticket_id), stars=data.stars, comment=data.comment, solved=data.solved)


@get("/tickets/{ticket_id:int}/ratings", can=Can.TICKET_SEE)
async def ratings(kit: Kit, ticket_id: int) -> list[Rated]:
    if not await tickets.existing(kit.db, [possible(ticket_id)]):
        raise NotFound
    return await store.ratings(kit.db, ticket_id)


routes = [ratings]
for_customer = [asked, rate]
