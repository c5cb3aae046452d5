"""Merging and splitting over HTTP."""

from typing import Annotated
from uuid import UUID

import msgspec

from farol.core.tickets import visibility
from farol.core.tickets.api import MOST, possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post

from . import actions, store
from .model import MOST_SPLIT, Joined, Name

Id = Annotated[int, msgspec.Meta(ge=1, le=MOST)]


class MergeBody(Body, frozen=True):
    """into: the ticket that has the conversation from now on. why: needed when the other came by mail from outside an account."""

    into: Id
    why: Annotated[str, msgspec.Meta(max_length=500)] = ""


class SplitBody(Body, frozen=True):
    """seqs: the messages that the new ticket gets copies of. subject: the first of the customer's words when not given."""

    client_id: UUID
    seqs: Annotated[list[Id], msgspec.Meta(min_length=1, max_length=MOST_SPLIT)]
    subject: Annotated[str, msgspec.Meta(max_length=200)] = ""


@get("/tickets/{ticket_id:int}/merges", can=Can.TICKET_SEE)
async def joined(kit: Kit, actor: Actor, ticket_id: int) -> Joined:
    """Where the ticket goes on, what was merged into it, what it was split from and into; as far as I may see those."""
    return await _joined(kit, actor, possible(ticket_id))


@post("/tickets/{ticket_id:int}/merge", can=Can.TICKET_MERGE)
async def merge(kit: Kit, actor: Actor, ticket_id: int, data: MergeBody) -> Joined:
    """This ticket goes on in another."""
    limit("merge", actor.ref, rate_per_s=1, burst=30)
    if not await visibility.may_see(kit.db, actor, data.into):
        raise NotFound
    await actions.merge(kit, actor, possible(ticket_id), data.into, data.why)
    return await _joined(kit, actor, ticket_id)


@delete("/tickets/{ticket_id:int}/merge", can=Can.TICKET_MERGE)
async def unmerge(kit: Kit, actor: Actor, ticket_id: int) -> None:
    """This ticket stands on its own again."""
    limit("merge", actor.ref, rate_per_s=1, burst=30)
    await actions.unmerge(kit, actor, possible(ticket_id))


@post("/tickets/{ticket_id:int}/split", can=Can.TICKET_MERGE)
async def split(kit: Kit, actor: Actor, ticket_id: int, data: SplitBody) -> Name:
    """A new ticket of the same customer, with copies of these messages."""
    limit("merge", actor.ref, rate_per_s=1, burst=30)
    return await actions.split(kit, actor, possible(ticket_id), client_id=data.client_id, seqs=data.seqs, subject=data.subject)


@delete("/tickets/{ticket_id:int}/split", can=Can.TICKET_MERGE)
async def unsplit(kit: Kit, actor: Actor, ticket_id: int) -> None:
    """This ticket, which was split off, goes back to where it came from."""
    limit("merge", actor.ref, rate_per_s=1, burst=30)
    await actions.unsplit(kit, actor, possible(ticket_id))


async def _joined(kit: Kit, actor: Actor, ticket_id: int) -> Joined:
    found = await store.joined(kit.db, ticket_id)
    near = [one.id for one in (found.into, found.split_from) if one]
    seen = await visibility.seen(kit.db, actor, [ticket_id, *near, *(one.id for one in found.merged), *(one.id for one in found.splits)])
    if ticket_id not in seen:
        raise NotFound
    return Joined(
        found.into if found.into and found.into.id in seen else None, [one for one in found.merged if one.id in seen],
        found.split_from if found.split_from and found.split_from.id in seen else None, [one for one in found.splits if one.id in seen])


routes = [joined, merge, unmerge, split, unsplit]
