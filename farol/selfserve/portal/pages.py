"""The portal over HTTP: a list, a ticket, a reply, and the door from the exchange's site."""

import re
from typing import Any
from uuid import UUID, uuid4

from farol.channels.webchat import store as own
from farol.core.customers import actions as customers
from farol.core.customers import store as people
from farol.core.customers.model import Customer
from farol.core.customers.problems import IdentityRefused
from farol.core.tickets import actions as tickets
from farol.core.tickets import merged_store
from farol.core.tickets import store as ticket_store
from farol.core.tickets.store import TicketRow
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.files.serve import open_file
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound, Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Cookie, Page, Request, Response, Streamed, cookie, get, post, redirect
from farol.kit.web.credentials import read as credentials

from . import beside, store, view
from .model import way
from .replying import Reply, form_id, reply
from .view import Reader

NUMBER = re.compile(r"FRL-\d{4}-\d{6,12}")
LANGUAGE = "farol_lang"
PAGE = 50
MOST_BODY = 110 * 1024 * 1024
"""Five files of 20 MB and the words."""
AnyRequest = Request[Any, Any, Any]


@post("/my/session", can=Can.ANYONE, foreign=True)
async def enter(kit: Kit, request: AnyRequest) -> Page | Response[None]:
    came = credentials(request.scope)
    limit("portal_enter", came.ip, rate_per_s=2, burst=60)
    identity = str((await request.form()).get("identity", ""))[:4096]
    try:
        token, until, who = await customers.enter(kit, identity=identity, origin=came.origin)
    except IdentityRefused:
        return _door(kit, Reader(i18n.lang_of(came.language), "UTC"), refused=True, status=401)
    life = max(1, int((until - clock.now()).total_seconds()))
    return redirect("/my", cookies=[_cookie(kit, customers.COOKIE, token, life), _cookie(kit, LANGUAGE, i18n.lang_of(who.language), life)])


@post("/my/session/end", can=Can.OWN_TICKETS)
async def leave(kit: Kit, request: AnyRequest) -> Response[None]:
    await customers.leave(kit, credentials(request.scope).cookies.get(customers.COOKIE, ""))
    return redirect("/my", cookies=[_cookie(kit, customers.COOKIE, "", 0)])


@get("/my", can=Can.ANYONE)
async def home(kit: Kit, actor: Actor, request: AnyRequest, lang: str = "") -> Page | Response[None]:
    if i18n.is_lang(lang):
        return redirect("/my", cookies=[_cookie(kit, LANGUAGE, lang)])
    reader, customer = await _reader(kit, actor, request)
    if customer is None:
        return _door(kit, reader)
    rows = [view.row(ticket, reader) for ticket in await own.own_list(kit.db, actor.id)]
    return Page("portal/list.html", {**view.page(kit, reader, customer, "/my"), "tickets": rows})


@get("/my/tickets/{number:str}", can=Can.ANYONE)
async def ticket(
    kit: Kit, actor: Actor, request: AnyRequest, number: str, lang: str = "", before: int = 0, said: int = 0, rated: int = 0
) -> Page | Response[None]:
    if i18n.is_lang(lang):
        return redirect(f"/my/tickets/{_number(number)}", cookies=[_cookie(kit, LANGUAGE, lang)])
    reader, customer = await _reader(kit, actor, request)
    if customer is None:
        return _door(kit, reader, status=401)
    found = await _own(kit, actor, number)
    if found is None:
        return _nothing(kit, reader, customer)
    # Without a script the page itself is the only sign that somebody read it; a browser's guess is none.
    if "prefetch" not in request.headers.get("sec-purpose", ""):
        await tickets.mark_read(kit, actor, found.id, found.last_public_seq)
    return await _ticket_page(kit, actor, reader, customer, found, before=before, said=said, rated=bool(rated), on=await _goes_on(kit, actor, found))


@post("/my/tickets/{number:str}/rating", can=Can.OWN_TICKETS)
async def rate(kit: Kit, actor: Actor, request: AnyRequest, number: str) -> Page | Response[None]:
    limit("rating", actor.ref, rate_per_s=1, burst=10)
    reader, customer = await _reader(kit, actor, request)
    found = await _own(kit, actor, number)
    if found is None or customer is None:
        return _nothing(kit, reader, customer)
    form = await request.form()
    stars, comment, solved = (str(form.get(name, "")) for name in ("stars", "comment", "solved"))
    try:
        await beside.rate(kit, actor, found, stars, comment.replace("\r\n", "\n"), solved)
    except Problem as problem:
        return await _ticket_page(kit, actor, reader, customer, found, problem=problem, rating=True)
    return redirect(f"/my/tickets/{found.number}?rated=1#rating")


@post("/my/tickets/{number:str}/messages", can=Can.OWN_TICKETS, max_body=MOST_BODY)
async def answer(kit: Kit, actor: Actor, request: AnyRequest, number: str) -> Page | Response[None]:
    limit("message", actor.ref, rate_per_s=5, burst=30)
    reader, customer = await _reader(kit, actor, request)
    found = await _own(kit, actor, number)
    if found is None or customer is None:
        return _nothing(kit, reader, customer)
    found = await _goes_on(kit, actor, found) or found
    form = await request.form()
    uploads = [upload for upload in form.getall("files", []) if getattr(upload, "filename", "")]
    written = Reply(form_id(form.get("client_id")), str(form.get("body", "")).replace("\r\n", "\n"), uploads)
    try:
        if "\0" in written.body:
            raise Invalid(errors=[{"field": "body", "why": "holds a NUL character"}])
        seq = await reply(kit, actor, found.id, written)
    except Problem as problem:
        return await _ticket_page(kit, actor, reader, customer, found, problem=problem, kept=written.body.replace("\0", ""))
    return redirect(f"/my/tickets/{found.number}?said={seq}#m-{seq}")


@get("/my/tickets/{number:str}/files/{file_id:uuid}", can=Can.OWN_TICKETS)
async def file(kit: Kit, actor: Actor, number: str, file_id: UUID) -> Streamed:
    found = await _own(kit, actor, number)
    if found is None or not await ticket_store.holds_file(kit.db, found.id, file_id, public=True):
        raise NotFound
    served = await open_file(kit, file_id)
    return Streamed(served.parts, served.media_type, served.headers)


async def _reader(kit: Kit, actor: Actor, request: AnyRequest) -> tuple[Reader, Customer | None]:
    """Who looks, in the language they chose, else that of their account, else the browser's."""
    chosen = credentials(request.scope).cookies.get(LANGUAGE, "")
    lang = i18n.lang_of(chosen if i18n.is_lang(chosen) else actor.language)
    customer = await people.customer(kit.db, actor.id) if actor.kind == "customer" else None
    return Reader(lang, customer.time_zone if customer else "UTC"), customer


async def _own(kit: Kit, actor: Actor, number: str) -> TicketRow | None:
    """The actor's own ticket of that number; somebody else's and none are the same."""
    return await ticket_store.own_ticket_by_number(kit.db, _number(number), actor.id)


async def _goes_on(kit: Kit, actor: Actor, found: TicketRow) -> TicketRow | None:
    """The actor's own ticket in which a merged one goes on."""
    there = await merged_store.goes_on(kit.db, found.id)
    return await ticket_store.own_ticket(kit.db, there.id, actor.id) if there and there.id != found.id else None


def _number(typed: str) -> str:
    """A ticket number as stored, whatever the case it was typed in; nothing else survives into an address."""
    number = typed.upper()
    return number if NUMBER.fullmatch(number) else "-"


async def _ticket_page(
    kit: Kit, actor: Actor, reader: Reader, customer: Customer, found: TicketRow, *, before: int = 0, said: int = 0,
    problem: Problem | None = None, kept: str = "", on: TicketRow | None = None, rating: bool = False, rated: bool = False,
) -> Page:  # fmt: skip
    end = before if 0 < before <= found.seq else found.seq + 1
    messages = await ticket_store.messages(kit.db, found.id, before=end, most=PAGE + 1, public=True)
    shown = messages[-PAGE:]
    arrived = next((one for one in shown if one.seq == said and one.author.kind == "customer"), None)
    steps = way(found, await store.public_events(kit.db, found.id))
    return Page("portal/ticket.html", {
        **view.page(kit, reader, customer, f"/my/tickets/{found.number}"), "ticket": found,
        **(beside.NOTHING if on else await beside.beside(kit, actor, found, reader)),
        "opened": reader.when(found.opened_at), "next": view.next_step(found, reader, on), "on": on.number if on else "",
        "came": [one.number for one in await merged_store.came(kit.db, found.id, customer.id)],
        "steps": [view.step(one, found, reader) for one in steps], "messages": view.messages(shown, reader),
        "earlier": shown[0].seq if len(messages) > PAGE else 0, "client_id": uuid4(), "kept": kept,
        "error": problem.text(reader.lang) if problem and not rating else "", "rated": rated,
        "unrated": problem.text(reader.lang) if problem and rating else "",
        "sent": reader.words.sent.format(at=reader.when(arrived.at)) if arrived else "",
    }, status=problem.status if problem else 200)  # fmt: skip


def _door(kit: Kit, reader: Reader, *, refused: bool = False, status: int = 200) -> Page:
    return Page("portal/enter.html", {**view.page(kit, reader, None, "/my"), "refused": refused}, status=status)


def _nothing(kit: Kit, reader: Reader, customer: Customer | None) -> Page:
    return Page("portal/nothing.html", view.page(kit, reader, customer, "/my"), status=404)


def _cookie(kit: Kit, name: str, value: str, life_s: int | None = None) -> Cookie:
    """Lax, so that the way back from the exchange's site and from a mail finds the session."""
    return cookie(name, value, secure=kit.settings.public_url.startswith("https:"), max_age=life_s, same_site="lax")


routes = [enter, leave, home, ticket, rate, answer, file]
