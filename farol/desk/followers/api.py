"""Routes of followers, and of whom a note can name."""

import msgspec

from farol.core.tickets import visibility
from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import delete, get, put

from . import actions, store
from .model import Follower, Names


class Followers(msgspec.Struct, frozen=True):
    """Who follows a ticket. mine: whether I do."""

    followers: list[Follower]
    mine: bool


async def _followers(kit: Kit, actor: Actor, ticket_id: int) -> Followers:
    found = await store.followers(kit.db, ticket_id)
    return Followers(found, any(each.id == actor.id for each in found))


@get("/tickets/{ticket_id:int}/followers", can=Can.TICKET_SEE)
async def followers(kit: Kit, actor: Actor, ticket_id: int) -> Followers:
    """Who follows."""
    if not await visibility.may_see(kit.db, actor, possible(ticket_id)):
        raise NotFound
    return await _followers(kit, actor, ticket_id)


@put("/tickets/{ticket_id:int}/following", can=Can.TICKET_NOTE)
async def follow(kit: Kit, actor: Actor, ticket_id: int) -> Followers:
    """I follow."""
    limit("follow", actor.ref, rate_per_s=2, burst=20)
    await actions.follow(kit, actor, possible(ticket_id))
    return await _followers(kit, actor, ticket_id)


@delete("/tickets/{ticket_id:int}/following", can=Can.TICKET_NOTE)
async def unfollow(kit: Kit, actor: Actor, ticket_id: int) -> None:
    """I follow no more."""
    await actions.unfollow(kit, actor, possible(ticket_id))


@get("/names", can=Can.TICKET_NOTE)
async def names(kit: Kit) -> Names:
    """Everybody a note can name."""
    return Names([person for person, _ in await store.people(kit.db)], [team for team, _ in await store.teams(kit.db)])


routes = [followers, follow, unfollow, names]
