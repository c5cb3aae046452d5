"""Routes: platforms call their hook, customers ask for links, the console sees what became of messages and what could not be read."""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, Request, Response, get, post

from . import actions, delivery_store, in_store, intake, links
from .adapter import Arrived

MOST_BODY = 3 * 1024 * 1024
"""Bytes of one request; the largest that a platform documents (Meta's, of batches)."""
PAGE = 50
MOST_DELIVERIES = 500
AnyRequest = Request[Any, Any, Any]


class LinkBody(Body, frozen=True):
    """channel: the messenger's key. ticket: one's own that goes on there."""

    channel: Annotated[str, Meta(min_length=1, max_length=40, pattern=r"^[a-z][a-z0-9_]*$")]
    ticket: Annotated[int, Meta(ge=1, le=2**53 - 1)] | None = None


class DecideBody(Body, frozen=True):
    """retry: it is read again; drop: nobody will."""

    what: Literal["retry", "drop"]


class Doors(msgspec.Struct, frozen=True):
    """Messengers one may go on in."""

    doors: list[links.Door]


class Deliveries(msgspec.Struct, frozen=True):
    """What became of the ticket's messages, newest first; and the chats that are in it."""

    deliveries: list[delivery_store.Delivery]
    chats: list[delivery_store.Reach]


class ParkedUpdates(msgspec.Struct, frozen=True):
    """Newest first. more: there are older ones, before the last id."""

    updates: list[in_store.Parked]
    more: bool


async def _hook(request: AnyRequest, kit: Kit, channel: str, token: str, body: bytes) -> Response[bytes]:
    ip = request.scope["credentials"].ip  # type: ignore[typeddict-item]
    query = request.scope.get("query_string", b"").decode("latin-1")
    url = f"{kit.settings.public_url}/hooks/{channel}/{token}" + (f"?{query}" if query else "")
    headers = {name.lower(): value for name, value in request.headers.items()}
    arrived = Arrived(request.method, headers, {k: v for k, v in request.query_params.items()}, body, url)
    taken = await intake.receive(kit, channel, token, arrived, ip)
    return Response(taken.body, status_code=taken.status, media_type=taken.media_type)


@post("/{channel:str}/{token:str}", can=Can.ANYONE, max_body=MOST_BODY)
async def hook(request: AnyRequest, kit: Kit, channel: str, token: str) -> Response[bytes]:
    """A platform's updates. The answer is given once they are kept for good; 401: not the platform's."""
    return await _hook(request, kit, channel, token, await request.body())


@get("/{channel:str}/{token:str}", can=Can.ANYONE)
async def handshake(request: AnyRequest, kit: Kit, channel: str, token: str) -> Response[bytes]:
    """A platform asks whether the address is ours."""
    return await _hook(request, kit, channel, token, b"")


@get("/links", can=Can.OWN_TICKETS)
async def doors(kit: Kit, actor: Actor) -> Doors:
    """Messengers in which I may go on."""
    return Doors(await links.doors(kit, actor))


@post("/links", can=Can.OWN_TICKETS)
async def make_link(kit: Kit, actor: Actor, data: LinkBody) -> links.LinkView:
    """A one-time link that opens a messenger and binds that chat to me."""
    limit("link", actor.ref, rate_per_s=0.1, burst=10)
    return await links.make(kit, actor, data.channel, data.ticket)


@get("/tickets/{ticket_id:int}/deliveries", can=Can.TICKET_SEE)
async def deliveries(kit: Kit, ticket_id: int) -> Deliveries:
    """Whether what we said over messengers arrived, and where the customer can be reached."""
    possible(ticket_id)
    return Deliveries(await delivery_store.deliveries(kit.db, ticket_id, MOST_DELIVERIES), await delivery_store.reach(kit.db, ticket_id))


@get("/channels/updates", can=Can.CHANNEL_SEE)
async def parked(kit: Kit, before: Annotated[int, Meta(ge=1, le=2**53)] | None = None) -> ParkedUpdates:
    """Updates that nobody could read, with the reason."""
    found = await in_store.parked(kit.db, before or 2**62, PAGE + 1)
    return ParkedUpdates(found[:PAGE], len(found) > PAGE)


@post("/channels/updates/{update_id:int}/decision", can=Can.CHANNEL_PAUSE, status=204)
async def decide(kit: Kit, actor: Actor, update_id: int, data: DecideBody) -> None:
    """Reads one again, or drops it."""
    await actions.decide(kit, actor, possible(update_id), retry=data.what == "retry")


routes = [deliveries, parked, decide]
for_customer = [doors, make_link]
for_hooks = [hook, handshake]
