"""The customer API: what the widget, and an exchange's own app, talk to."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec

from farol.core.customers import actions as customers
from farol.core.exchange.problems import ExchangeDown
from farol.core.exchange.shapes import Item
from farol.core.exchange.view import customer_items
from farol.core.live.actions import Pass, give_pass
from farol.core.tickets import actions, frames
from farol.core.tickets import store as tickets
from farol.core.tickets.api import FileIds, Frames, Messages, ReadBody, Text, cursor, frames_of, possible
from farol.core.tickets.model import Posted
from farol.kit.core import Kit
from farol.kit.files.api import routes_customer
from farol.kit.files.serve import open_file
from farol.kit.i18n import Tongue
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, HotRoute, Request, Streamed, delete, get, post, put
from farol.kit.web.credentials import read as credentials

from . import store
from .model import EMAIL, Agent, Home, Me, OwnDetail, OwnTicket, Session
from .problems import BadEmail, WhoAreYou


class Visitor(Body, frozen=True):
    """Somebody without account."""

    email: Annotated[str, msgspec.Meta(max_length=254)]
    name: Annotated[str, msgspec.Meta(max_length=80)] = ""
    language: Tongue = "en"


class SessionBody(Body, frozen=True):
    """Exactly one of the two."""

    identity: Annotated[str, msgspec.Meta(max_length=4096)] | None = None
    visitor: Visitor | None = None


class About(Body, frozen=True):
    """The thing at the exchange the customer asks about."""

    kind: Literal["deposit", "withdrawal"]
    id: Annotated[str, msgspec.Meta(max_length=80)]


class OpenBody(Body, frozen=True):
    """A new ticket."""

    client_id: UUID
    body: Text = ""
    files: FileIds = []
    about: About | None = None
    language: Tongue = "en"


class PostBody(Body, frozen=True):
    """A message in an own ticket."""

    client_id: UUID
    body: Text = ""
    files: FileIds = []


class Opened(msgspec.Struct, frozen=True):
    """The ticket's number, at once, and the acknowledgement of its first message."""

    ticket: OwnTicket
    message: Posted
    removed: list[str]
    notice: str | None


class Tickets(msgspec.Struct, frozen=True):
    """Own tickets, open ones first."""

    tickets: list[OwnTicket]


@post("/session", can=Can.ANYONE)
async def enter(kit: Kit, data: SessionBody, request: Request) -> Session:  # type: ignore[type-arg]
    came = credentials(request.scope)
    limit("customer_session", came.ip, rate_per_s=2, burst=60)
    if (data.identity is None) == (data.visitor is None):
        raise WhoAreYou
    if data.identity is not None:
        token, until, who = await customers.enter(kit, identity=data.identity, origin=came.origin)
    else:
        assert data.visitor
        if not EMAIL.fullmatch(data.visitor.email):
            raise BadEmail
        token, until, who = await customers.enter_as_visitor(
            kit, name=data.visitor.name, email=data.visitor.email, language=data.visitor.language, origin=came.origin)
    return Session(token, until, Me(who.name, who.language, who.uid is not None))


@delete("/session", can=Can.OWN_TICKETS)
async def leave(kit: Kit, request: Request) -> None:  # type: ignore[type-arg]
    await customers.leave(kit, credentials(request.scope).bearer)


@get("/home", can=Can.OWN_TICKETS)
async def home(kit: Kit, actor: Actor) -> Home:
    uid, zone = await store.account(kit.db, actor.id)
    items: list[Item] = []
    answers = True
    if uid:
        try:
            items = await customer_items(kit, actor, uid, zone)
        except ExchangeDown:
            answers = False
    return Home(Me(actor.name, actor.language, uid is not None), items, await store.own_list(kit.db, actor.id), answers)


@get("/tickets", can=Can.OWN_TICKETS)
async def own_tickets(kit: Kit, actor: Actor) -> Tickets:
    return Tickets(await store.own_list(kit.db, actor.id))


@post("/tickets", can=Can.OWN_TICKETS)
async def open_ticket(kit: Kit, actor: Actor, data: OpenBody) -> Opened:
    limit("open_ticket", actor.ref, rate_per_s=0.05, burst=10)
    about = {"kind": data.about.kind, "id": data.about.id} if data.about else None
    done = await actions.open_ticket(
        kit, actor, client_id=data.client_id, body=data.body, files=data.files, language=data.language, about=about)
    found = await store.own_one(kit.db, actor.id, done.id)
    assert found
    return Opened(found[0], done.posted, done.posted.removed, done.posted.notice)


@get("/tickets/by-number/{number:str}", can=Can.OWN_TICKETS)
async def by_number(kit: Kit, actor: Actor, number: str) -> OwnTicket:
    found = await store.own_by_number(kit.db, actor.id, number[:40])
    if found is None:
        raise NotFound
    return found


@get("/tickets/{ticket_id:int}", can=Can.OWN_TICKETS)
async def ticket(kit: Kit, actor: Actor, ticket_id: int) -> OwnDetail:
    own, agent = await _own(kit, actor, ticket_id)
    said = await tickets.conversation(kit.db, own.id, before=own.seq + 1, public=True)
    return OwnDetail(own, said.messages, said.more, said.marks, own.seq, Agent(agent) if agent else None)


@get("/tickets/{ticket_id:int}/messages", can=Can.OWN_TICKETS)
async def messages(kit: Kit, actor: Actor, ticket_id: int, before: int) -> Messages:
    own, _ = await _own(kit, actor, ticket_id)
    said = await tickets.conversation(kit.db, own.id, before=cursor(before), public=True)
    return Messages(said.messages, said.more)


@get("/tickets/{ticket_id:int}/events", can=Can.OWN_TICKETS)
async def events(kit: Kit, actor: Actor, ticket_id: int, after: int) -> Frames:
    own, _ = await _own(kit, actor, ticket_id)
    found = await frames.after(kit.db, own.id, cursor(after))
    return frames_of(found, cursor(after), staff=False)


async def _post(kit: Kit, actor: Actor, ticket_id: int, data: PostBody) -> Posted:
    limit("message", actor.ref, rate_per_s=5, burst=30)
    return await actions.post_message(kit, actor, ticket_id, client_id=data.client_id, body=data.body, files=data.files)


@post("/tickets/{ticket_id:int}/messages", can=Can.OWN_TICKETS)
async def post_message(kit: Kit, actor: Actor, ticket_id: int, data: PostBody) -> Posted:
    return await _post(kit, actor, possible(ticket_id), data)


@put("/tickets/{ticket_id:int}/read", can=Can.OWN_TICKETS)
async def read(kit: Kit, actor: Actor, ticket_id: int, data: ReadBody) -> None:
    await actions.mark_read(kit, actor, possible(ticket_id), data.seq)


@get("/tickets/{ticket_id:int}/files/{file_id:uuid}", can=Can.OWN_TICKETS)
async def file(kit: Kit, actor: Actor, ticket_id: int, file_id: UUID, preview: bool = False) -> Streamed:
    own, _ = await _own(kit, actor, ticket_id)
    if not await tickets.holds_file(kit.db, own.id, file_id, public=True):
        raise NotFound
    served = await open_file(kit, file_id, preview=preview)
    return Streamed(served.parts, served.media_type, served.headers)


@post("/live-pass", can=Can.OWN_TICKETS)
async def live_pass(kit: Kit, actor: Actor) -> Pass:
    return await give_pass(kit, actor)


async def _own(kit: Kit, actor: Actor, ticket_id: int) -> tuple[OwnTicket, str | None]:
    found = await store.own_one(kit.db, actor.id, possible(ticket_id))
    if found is None:
        raise NotFound
    return found


routes = [enter, leave, home, own_tickets, open_ticket, by_number, ticket, messages, events, post_message, read, *routes_customer, file, live_pass]
hot = [HotRoute("tickets", "messages", Can.OWN_TICKETS, PostBody, _post)]
