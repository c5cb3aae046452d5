"""The console's routes on tickets."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec

from farol.core.exchange.shapes import ExchangeView
from farol.core.exchange.view import exchange_view
from farol.core.live.actions import Pass, give_pass
from farol.core.reasons import reasons
from farol.core.tickets import actions, frames
from farol.core.tickets import store as tickets
from farol.core.tickets.api import (
    FileIds,
    Frames,
    Messages,
    Number,
    ReadBody,
    Text,
    Version,
    cursor,
    frames_of,
    possible,
)
from farol.core.tickets.model import Change, Posted
from farol.core.tickets.visibility import viewer
from farol.kit.core import Kit
from farol.kit.files.api import routes_console
from farol.kit.files.serve import open_file
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, HotRoute, Streamed, get, patch, post, put

from . import store
from .model import Detail


class PostBody(Body, frozen=True):
    """seen: the last public seq on screen; leave it out to send whatever happened."""

    client_id: UUID
    body: Text = ""
    internal: bool = False
    files: FileIds = []
    seen: Number | None = None


class ChangeBody(Body, frozen=True):
    """version: the one on screen. Only the fields present are set."""

    version: Version
    status: Literal["open", "pending", "resolved", "closed"] | msgspec.UnsetType = msgspec.UNSET
    owner_id: Number | msgspec.UnsetType | None = msgspec.UNSET
    reason: Annotated[str, msgspec.Meta(max_length=60)] | msgspec.UnsetType | None = msgspec.UNSET
    severity: Literal["P0", "P1", "P2", "P3", "P4"] | msgspec.UnsetType = msgspec.UNSET
    subject: Annotated[str, msgspec.Meta(min_length=1, max_length=300)] | msgspec.UnsetType = msgspec.UNSET
    stage: Annotated[str, msgspec.Meta(max_length=40)] | msgspec.UnsetType | None = msgspec.UNSET


class Changed(msgspec.Struct, frozen=True):
    """New version and seq of the ticket."""

    version: int
    seq: int


class ReasonView(msgspec.Struct, frozen=True):
    """A reason to choose."""

    code: str
    zh: str
    en: str
    severity: str


@get("/tickets/{ticket_id:int}", can=Can.TICKET_SEE, looks=True)
async def ticket(kit: Kit, actor: Actor, ticket_id: int) -> Detail:
    async with kit.db.acquire() as connection:
        found = await store.opened(connection, possible(ticket_id), viewer(actor))
        if found is None:
            raise NotFound
        row, panel = found
        said = await tickets.conversation(connection, ticket_id, before=row.seq + 1, public=False)
    if not actor.may(Can.CUSTOMER_SEE):
        row, panel = row.nobody(), panel.nobody()
    return Detail(row, panel, said.messages, said.more, said.marks, row.seq)


@get("/tickets/{ticket_id:int}/messages", can=Can.TICKET_SEE)
async def messages(kit: Kit, ticket_id: int, before: int) -> Messages:
    said = await tickets.conversation(kit.db, ticket_id, before=cursor(before), public=False)
    return Messages(said.messages, said.more)


@get("/tickets/{ticket_id:int}/events", can=Can.TICKET_SEE)
async def events(kit: Kit, ticket_id: int, after: int) -> Frames:
    found = await frames.after(kit.db, ticket_id, cursor(after))
    return frames_of(found, cursor(after), staff=True)


async def _post(kit: Kit, actor: Actor, ticket_id: int, data: PostBody) -> Posted:
    limit("message", actor.ref, rate_per_s=5, burst=30)
    return await actions.post_message(
        kit, actor, ticket_id, client_id=data.client_id, body=data.body, internal=data.internal, files=data.files,
        channel="console", seen=data.seen)


@post("/tickets/{ticket_id:int}/messages", can=Can.TICKET_NOTE)
async def post_message(kit: Kit, actor: Actor, ticket_id: int, data: PostBody) -> Posted:
    return await _post(kit, actor, possible(ticket_id), data)


@patch("/tickets/{ticket_id:int}", can=Can.TICKET_CHANGE)
async def change(kit: Kit, actor: Actor, ticket_id: int, data: ChangeBody) -> Changed:
    if isinstance(data.reason, str) and data.reason not in reasons():
        raise Invalid(errors=[{"field": "reason", "why": "not a known reason"}])
    wanted = Change(data.status, data.owner_id, data.reason, data.severity, data.subject, data.stage)
    seq, version = await actions.change_ticket(kit, actor, possible(ticket_id), data.version, wanted)
    return Changed(version, seq)


@put("/tickets/{ticket_id:int}/read", can=Can.TICKET_NOTE)
async def read(kit: Kit, actor: Actor, ticket_id: int, data: ReadBody) -> None:
    await actions.mark_read(kit, actor, possible(ticket_id), data.seq)


@get("/tickets/{ticket_id:int}/exchange", can=Can.CUSTOMER_SEE)
async def exchange(kit: Kit, actor: Actor, ticket_id: int) -> ExchangeView:
    row = await tickets.ticket(kit.db, possible(ticket_id))
    if row is None:
        raise NotFound
    uid = await store.uid_of(kit.db, ticket_id)
    said = await tickets.messages(kit.db, ticket_id, public=True, most=30)
    return await exchange_view(kit, actor, row.number, uid, [m.body for m in said if m.author.kind == "customer"])


@get("/tickets/{ticket_id:int}/files/{file_id:uuid}", can=Can.TICKET_SEE)
async def file(kit: Kit, ticket_id: int, file_id: UUID, preview: bool = False) -> Streamed:
    if not await tickets.holds_file(kit.db, possible(ticket_id), file_id, public=False):
        raise NotFound
    served = await open_file(kit, file_id, preview=preview)
    return Streamed(served.parts, served.media_type, served.headers)


@get("/reasons", can=Can.TICKET_SEE)
async def reason_list() -> list[ReasonView]:
    return [ReasonView(r.code, r.zh, r.en, r.severity) for r in reasons().values()]


@post("/live-pass", can=Can.INBOX_SEE)
async def live_pass(kit: Kit, actor: Actor) -> Pass:
    return await give_pass(kit, actor)


routes = [ticket, messages, events, post_message, change, read, exchange, file, *routes_console, reason_list, live_pass]
hot = [HotRoute("tickets", "messages", Can.TICKET_NOTE, PostBody, _post)]
