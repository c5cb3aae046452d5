"""What a customer does with a ticket beside writing, each a plain form."""

from collections.abc import Awaitable, Callable
from typing import Any

from farol.core.tickets.store import TicketRow
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, post, redirect

from . import actions
from .entrance import AnyRequest, who_reads
from .replying import form_id
from .showing import Asked, goes_on, nothing, own_ticket, ticket_page
from .view import Reader

Verb = Callable[[TicketRow, Reader, Any], Awaitable[object]]


@post("/my/tickets/{number:str}/withdrawal", can=Can.OWN_TICKETS)
async def withdraw(kit: Kit, actor: Actor, request: AnyRequest, number: str) -> Page | Response[None]:
    return await _do(kit, actor, request, number, "withdrawn", lambda found, _, __: actions.withdraw(kit, actor, found.id))


@post("/my/tickets/{number:str}/withdrawal/undo", can=Can.OWN_TICKETS)
async def undo(kit: Kit, actor: Actor, request: AnyRequest, number: str) -> Page | Response[None]:
    return await _do(kit, actor, request, number, "undone", lambda found, _, __: actions.undo_withdrawal(kit, actor, found.id))


@post("/my/tickets/{number:str}/lead", can=Can.OWN_TICKETS)
async def lead(kit: Kit, actor: Actor, request: AnyRequest, number: str) -> Page | Response[None]:
    def run(found: TicketRow, _: Reader, form: Any) -> Awaitable[None]:
        return actions.ask_for_lead(kit, actor, found, _words(form))

    return await _do(kit, actor, request, number, "lead", run)


@post("/my/tickets/{number:str}/reopening", can=Can.OWN_TICKETS)
async def reopen(kit: Kit, actor: Actor, request: AnyRequest, number: str) -> Page | Response[None]:
    def run(found: TicketRow, reader: Reader, form: Any) -> Awaitable[object]:
        return actions.reopen(kit, actor, found, form_id(form.get("client_id")), _words(form), reader.lang)

    return await _do(kit, actor, request, number, "reopened", run)


async def _do(kit: Kit, actor: Actor, request: AnyRequest, number: str, did: str, verb: Verb) -> Page | Response[None]:
    """One verb on one own ticket: back to its page, which says what happened or why not."""
    limit("portal_verb", actor.ref, rate_per_s=0.5, burst=20)
    reader, customer = await who_reads(kit, actor, request)
    found = await own_ticket(kit, actor, number)
    if found is None or customer is None:
        return nothing(kit, reader, customer)
    form = await request.form()
    try:
        if form.get("sure") != "yes":
            raise Invalid(errors=[{"field": "sure", "why": "not said"}])
        await verb(found, reader, form)
    except Problem as problem:
        asked = Asked(problem=problem, part="do")
        return await ticket_page(kit, actor, reader, customer, found, asked, on=await goes_on(kit, actor, found))
    return redirect(f"/my/tickets/{found.number}?did={did}")


def _words(form: Any) -> str:
    return str(form.get("words", "")).replace("\r\n", "\n")


routes = [withdraw, undo, lead, reopen]
