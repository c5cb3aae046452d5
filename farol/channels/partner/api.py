"""The partner API over HTTP, version 1; and the console's routes on keys."""

from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

from farol.core.tickets import store as tickets
from farol.core.tickets.api import FileIds, Number, Text
from farol.core.tickets.api import cursor as nearest
from farol.core.tickets.model import Posted
from farol.kit.core import Kit
from farol.kit.files.intake import receive
from farol.kit.files.model import LARGEST, File, shape
from farol.kit.files.names import from_header
from farol.kit.files.serve import open_file
from farol.kit.i18n import Tongue
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, Request, Streamed, delete, get, post

from . import actions, cursor, store
from .model import Key, Made, Page, PartnerTicket, Talk

PAGE = 50
TALK = 100
Status = Literal["open", "pending", "resolved", "closed"]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=80, pattern=r"\S")]


class CustomerBody(Body, frozen=True):
    """Whose ticket it is: a uid at the exchange, or the e-mail address of somebody without an account.

    A uid is taken at your word: the key says that you are the exchange. An address proves nothing.
    """

    uid: Annotated[str, msgspec.Meta(max_length=64)] = ""
    email: Annotated[str, msgspec.Meta(max_length=254, pattern=r"^$|^[^@\s\x00]{1,64}@[^@\s\x00]{3,189}$")] = ""
    name: Annotated[str, msgspec.Meta(max_length=80)] = ""
    language: Tongue = "en"


class AboutBody(Body, frozen=True):
    """The deposit or withdrawal it is about, by your id."""

    kind: Literal["deposit", "withdrawal"]
    id: Annotated[str, msgspec.Meta(max_length=80)]


class OpenBody(Body, frozen=True):
    """A new ticket. client_id: yours; sending the same again opens nothing new."""

    client_id: UUID
    customer: CustomerBody
    body: Text
    subject: Annotated[str, msgspec.Meta(max_length=200)] = ""
    about: AboutBody | None = None


class SayBody(Body, frozen=True):
    """Words of the ticket's customer. files: ids that ``POST .../files`` gave. client_id: yours; the same again is harmless."""

    client_id: UUID
    body: Text = ""
    files: FileIds = []


class NewTicket(msgspec.Struct, frozen=True):
    """The ticket, and the acknowledgement of its first message."""

    ticket: PartnerTicket
    message: Posted


class KeyBody(Body, frozen=True):
    """What the key is for, and what it may do."""

    name: Name
    scope: Literal["read", "write"]


class Keys(msgspec.Struct, frozen=True):
    """All keys, those in use first."""

    keys: Annotated[list[Key], msgspec.Meta(max_length=200)]


@get("/tickets", can=Can.PARTNER_READ)
async def list_tickets(
    kit: Kit, customer: Annotated[str, msgspec.Meta(max_length=64)] | None = None, status: Status | None = None,
    before: Annotated[str, msgspec.Meta(max_length=200)] | None = None,
) -> Page:
    """Tickets, the one that changed last first. customer: a uid. before: the ``next`` of the page before."""
    found = await store.tickets(kit.db, customer, status, cursor.read(before) if before else None, PAGE + 1)
    return Page(found[:PAGE], cursor.after(found[PAGE - 1]) if len(found) > PAGE else None)


@post("/tickets", can=Can.PARTNER_WRITE)
async def open_ticket(kit: Kit, actor: Actor, data: OpenBody) -> NewTicket:
    """A ticket for a customer of yours."""
    who = data.customer
    opened = await actions.open_ticket(
        kit, actor, actions.Whose(who.uid.strip(), who.email, who.name, who.language), client_id=data.client_id, body=data.body,
        subject=data.subject or None, about=msgspec.to_builtins(data.about) if data.about else None)
    ticket = await store.ticket(kit.db, opened.number)
    assert ticket
    return NewTicket(ticket, opened.posted)


@get("/tickets/{number:str}", can=Can.PARTNER_READ)
async def one_ticket(kit: Kit, number: str) -> PartnerTicket:
    """One ticket by its number."""
    found = await store.ticket(kit.db, _number(number))
    if found is None:
        raise NotFound
    return found


@get("/tickets/{number:str}/messages", can=Can.PARTNER_READ)
async def messages(kit: Kit, number: str, after: Number = 0) -> Talk:
    """What was said in public after a seq, oldest first. Notes of the staff are never part of it."""
    ticket_id, _ = await _ticket(kit, number)
    last, more = await store.page_end(kit.db, ticket_id, nearest(after), TALK)
    return Talk(await tickets.messages(kit.db, ticket_id, after=nearest(after), before=last + 1, most=TALK, public=True), more)


@post("/tickets/{number:str}/messages", can=Can.PARTNER_WRITE)
async def say(kit: Kit, actor: Actor, number: str, data: SayBody) -> Posted:
    """Words of the ticket's customer."""
    ticket_id, customer_id = await _ticket(kit, number)
    limit("partner_words", f"{ticket_id}", rate_per_s=2, burst=30)
    return await actions.bring_words(kit, actor, ticket_id, customer_id, client_id=data.client_id, body=data.body, files=data.files)


@post("/tickets/{number:str}/files", can=Can.PARTNER_WRITE, max_body=2 * LARGEST)
async def upload(request: Request[Any, Any, Any], kit: Kit, number: str) -> File:
    """A file for the next message: raw body, ``content-type``, ``x-file-name`` in percent-encoded UTF-8."""
    _, customer_id = await _ticket(kit, number)
    owner = await actions.customer_of(kit, customer_id)
    name, declared = from_header(request.headers.get("x-file-name", "")), request.headers.get("content-type", "")
    return shape(await receive(kit, owner, name, declared, request.stream()))


@get("/tickets/{number:str}/files/{file_id:uuid}", can=Can.PARTNER_READ)
async def download(kit: Kit, number: str, file_id: UUID) -> Streamed:
    """A file that a public message carries."""
    ticket_id, _ = await _ticket(kit, number)
    if not await store.has_file(kit.db, ticket_id, file_id):
        raise NotFound
    served = await open_file(kit, file_id)
    return Streamed(served.parts, served.media_type, served.headers)


@get("/partner-keys", can=Can.PARTNER_MANAGE)
async def list_keys(kit: Kit) -> Keys:
    """Every key there is and was, without its secret."""
    return Keys(await store.keys(kit.db))


@post("/partner-keys", can=Can.PARTNER_MANAGE)
async def make_key(kit: Kit, actor: Actor, data: KeyBody) -> Made:
    """A new key. Its secret is in this answer and nowhere else."""
    return await actions.make_key(kit, actor, data.name.strip(), data.scope)


@delete("/partner-keys/{partner_key_id:int}", can=Can.PARTNER_MANAGE)
async def revoke_key(kit: Kit, actor: Actor, partner_key_id: int) -> None:
    """It is worth nothing from now on."""
    if not 0 < partner_key_id < 2**53:
        raise NotFound
    await actions.revoke_key(kit, actor, partner_key_id)


def _number(number: str) -> str:
    if len(number) > 40 or "\0" in number:
        raise NotFound
    return number


async def _ticket(kit: Kit, number: str) -> tuple[int, int]:
    found = await store.whose(kit.db, _number(number))
    if found is None:
        raise NotFound
    return found


routes = [list_keys, make_key, revoke_key]
for_partner = [list_tickets, open_ticket, one_ticket, messages, say, upload, download]
