"""Replies on their way, over HTTP."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec

from farol.core.tickets.api import FileIds, Number, Text, possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post

from . import actions, store
from .model import Outgoing, Written


class HoldBody(Body, frozen=True):
    """seen: the last public seq on screen. status: set together with the words. live: the customer has the ticket open."""

    client_id: UUID
    body: Text = ""
    files: FileIds = []
    seen: Number | None = None
    status: Literal["open", "pending", "resolved", "closed"] | None = None
    live: bool = False


class SendBody(Body, frozen=True):
    """seen: how far I have read now."""

    seen: Number | None = None


class Kept(msgspec.Struct, frozen=True):
    """What I wrote that is not in its ticket, oldest first."""

    outgoing: Annotated[list[Outgoing], msgspec.Meta(max_length=100)]


@post("/tickets/{ticket_id:int}/outgoing", can=Can.TICKET_REPLY)
async def hold(kit: Kit, actor: Actor, ticket_id: int, data: HoldBody) -> Outgoing:
    """My reply; it is said in some seconds, unless I take it back or somebody writes first."""
    limit("message", actor.ref, rate_per_s=5, burst=30)
    written = Written(data.client_id, data.body, data.files, data.seen, data.status, data.live)
    return await actions.hold(kit, actor, possible(ticket_id), written)


@get("/me/outgoing", can=Can.TICKET_REPLY)
async def mine(kit: Kit, actor: Actor) -> Kept:
    """What waits to be said, and what came back."""
    return Kept(await store.mine(kit.db, actor.id))


@delete("/outgoing/{outgoing_id:uuid}", can=Can.TICKET_REPLY)
async def take_back(kit: Kit, actor: Actor, outgoing_id: UUID) -> None:
    """I have it again; nothing is sent."""
    limit("message", actor.ref, rate_per_s=5, burst=30)
    await actions.take_back(kit, actor, outgoing_id)


@post("/outgoing/{outgoing_id:uuid}/send", can=Can.TICKET_REPLY)
async def send_now(kit: Kit, actor: Actor, outgoing_id: UUID, data: SendBody) -> Outgoing:
    """Do not wait; or once more, now that I have read what came."""
    limit("message", actor.ref, rate_per_s=5, burst=30)
    return await actions.send_now(kit, actor, outgoing_id, data.seen)


routes = [hold, mine, take_back, send_now]
