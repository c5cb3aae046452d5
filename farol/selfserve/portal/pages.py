"""The portal over HTTP: a list, a ticket, a reply, stars, a file."""

from urllib.parse import urlencode
from uuid import UUID

from farol.channels.webchat import store as own
from farol.core.tickets import store as ticket_store
from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.files.serve import open_file
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound, Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, Streamed, get, post, redirect

from . import beside, entrance, record_pages, verbs, view
from .entrance import LANGUAGE, AnyRequest, door, lax, who_reads
from .replying import Reply, chosen, form_id, reply
from .showing import Asked, goes_on, nothing, number_of, own_ticket, ticket_page

MOST_BODY = 110 * 1024 * 1024
"""Five files of 20 MB and the words."""


@get("/my", can=Can.ANYONE)
async def home(kit: Kit, actor: Actor, request: AnyRequest, lang: str = "", to: str = "") -> Page | Response[None]:
    """The list; for somebody who is not signed in the door. to: the page of ours that sent them here, where they are brought back to."""
    towards = to if entrance.OURS.fullmatch(to) else "/my"
    if i18n.is_tongue(lang):
        return redirect("/my" if towards == "/my" else f"/my?{urlencode({'to': towards})}", cookies=[lax(kit, LANGUAGE, lang)])
    reader, customer = await who_reads(kit, actor, request)
    if customer is None:
        return door(kit, reader, towards=towards)
    if towards != "/my":
        return redirect(towards)
    groups = view.groups(await own.own_list(kit.db, actor.id), reader)
    return Page("portal/list.html", {**view.page(kit, reader, customer, "/my"), "groups": groups})


@get("/my/tickets/{number:str}", can=Can.ANYONE)
async def ticket(
    kit: Kit, actor: Actor, request: AnyRequest, number: str, lang: str = "", before: int = 0, said: int = 0, rated: int = 0, did: str = "",
) -> Page | Response[None]:
    if i18n.is_tongue(lang):
        return redirect(f"/my/tickets/{number_of(number)}", cookies=[lax(kit, LANGUAGE, lang)])
    reader, customer = await who_reads(kit, actor, request)
    if customer is None:
        return door(kit, reader, status=401, towards=f"/my/tickets/{number_of(number)}")
    found = await own_ticket(kit, actor, number)
    if found is None:
        return nothing(kit, reader, customer)
    # Without a script the page itself is the only sign that somebody read it; a browser's guess is none.
    looks = "prefetch" not in request.headers.get("sec-purpose", "")
    asked = Asked(before=before, said=said, rated=bool(rated), did=did[:20], seen=looks)
    return await ticket_page(kit, actor, reader, customer, found, asked, on=await goes_on(kit, actor, found))


@post("/my/tickets/{number:str}/rating", can=Can.OWN_TICKETS)
async def rate(kit: Kit, actor: Actor, request: AnyRequest, number: str) -> Page | Response[None]:
    limit("rating", actor.ref, rate_per_s=1, burst=10)
    reader, customer = await who_reads(kit, actor, request)
    found = await own_ticket(kit, actor, number)
    if found is None or customer is None:
        return nothing(kit, reader, customer)
    form = await request.form()
    stars, comment, solved = (str(form.get(name, "")) for name in ("stars", "comment", "solved"))
    try:
        await beside.rate(kit, actor, found, stars, comment.replace("\r\n", "\n"), solved)
    except Problem as problem:
        return await ticket_page(kit, actor, reader, customer, found, Asked(problem=problem, part="rating"))
    return redirect(f"/my/tickets/{found.number}?rated=1#rating")


@post("/my/tickets/{number:str}/messages", can=Can.OWN_TICKETS, max_body=MOST_BODY)
async def answer(kit: Kit, actor: Actor, request: AnyRequest, number: str) -> Page | Response[None]:
    limit("message", actor.ref, rate_per_s=5, burst=30)
    reader, customer = await who_reads(kit, actor, request)
    found = await own_ticket(kit, actor, number)
    if found is None or customer is None:
        return nothing(kit, reader, customer)
    found = await goes_on(kit, actor, found) or found
    form = await request.form()
    written = Reply(form_id(form.get("client_id")), str(form.get("body", "")).replace("\r\n", "\n"), chosen(form))
    try:
        if "\0" in written.body:
            raise Invalid(errors=[{"field": "body", "why": "holds a NUL character"}])
        seq = await reply(kit, actor, found.id, written)
    except Problem as problem:
        return await ticket_page(kit, actor, reader, customer, found, Asked(problem=problem, kept=written.body.replace("\0", "")))
    return redirect(f"/my/tickets/{found.number}?said={seq}#m-{seq}")


@get("/my/tickets/{number:str}/files/{file_id:uuid}", can=Can.OWN_TICKETS)
async def file(kit: Kit, actor: Actor, number: str, file_id: UUID) -> Streamed:
    found = await own_ticket(kit, actor, number)
    if found is None or not await ticket_store.holds_file(kit.db, found.id, file_id, public=True):
        raise NotFound
    served = await open_file(kit, file_id)
    return Streamed(served.parts, served.media_type, served.headers)


routes = [*entrance.routes, home, ticket, rate, answer, file, *verbs.routes, *record_pages.routes]
