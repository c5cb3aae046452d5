"""Who reads along in one of the customer's tickets: proposed by mails, confirmed here and nowhere else."""

from typing import Any

from farol.channels.email.readers import actions as readers
from farol.channels.email.readers.model import Shown
from farol.core.tickets.store import TicketRow
from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, lax
from farol.selfserve.portal.showing import nothing, number_of, own_ticket

from .shared import Visit, form, number, visit

ADDRESS = 320


@get("/my/tickets/{number:str}/readers", can=Can.ANYONE)
async def along(kit: Kit, actor: Actor, request: AnyRequest, number: str, lang: str = "", did: str = "", reader: str = "") -> Page | Response[None]:
    """reader: whom the last form was about, by id."""
    path = f"/my/tickets/{number_of(number)}/readers"
    if i18n.is_tongue(lang):
        return redirect(path, cookies=[lax(kit, LANGUAGE, lang)])
    here = await visit(kit, actor, request, path)
    if isinstance(here, Page):
        return here
    found = await own_ticket(kit, actor, number)
    if found is None:
        return nothing(kit, here.reader, here.customer)
    people = await readers.own(kit, actor, found.id)
    who = next((one.name or one.address for one in people if str(one.id) == reader), "")
    done = here.words.readers_added.format(who=who) if did == "added" and who else here.words.readers_gone if did == "gone" else ""
    return _page(here, found, people, done=done)


@post("/my/tickets/{number:str}/readers", can=Can.OWN_TICKETS)
async def confirm(kit: Kit, actor: Actor, request: AnyRequest, number: str) -> Page | Response[None]:
    """Somebody proposed, or an address."""
    return await _do(kit, actor, request, number, removes=False)


@post("/my/tickets/{number:str}/readers/removal", can=Can.OWN_TICKETS)
async def leave_out(kit: Kit, actor: Actor, request: AnyRequest, number: str) -> Page | Response[None]:
    """Not this one, or no longer."""
    return await _do(kit, actor, request, number, removes=True)


async def _do(kit: Kit, actor: Actor, request: AnyRequest, typed: str, *, removes: bool) -> Page | Response[None]:
    limit("mail_readers", actor.ref, rate_per_s=0.2, burst=20)
    path = f"/my/tickets/{number_of(typed)}/readers"
    here = await visit(kit, actor, request, path)
    if isinstance(here, Page):
        return here
    found = await own_ticket(kit, actor, typed)
    if found is None:
        return nothing(kit, here.reader, here.customer)
    try:
        fields = await form(request)
        chosen, address = number(fields.get("reader", "")), fields.get("address", "").strip()[:ADDRESS]
        if removes:
            if chosen is None:
                raise Invalid(errors=[{"field": "reader", "why": "missing"}])
            await readers.remove(kit, actor, found.id, chosen)
            return redirect(f"{path}?did=gone")
        if (chosen is None) == (not address):
            raise Invalid(errors=[{"field": "reader", "why": "either reader or address"}])
        made = await readers.confirm(kit, actor, found.id, chosen, address, "")
    except Problem as problem:
        said = here.words.not_sure if isinstance(problem, Invalid) else problem.text(here.reader.lang)
        return _page(here, found, await readers.own(kit, actor, found.id), error=said, status=problem.status)
    return redirect(f"{path}?did=added&reader={made.id}")


def _page(here: Visit, ticket: TicketRow, people: list[Shown], *, error: str = "", done: str = "", status: int = 200) -> Page:
    words = here.words

    def row(one: Shown) -> dict[str, Any]:
        at, line = (one.confirmed_at, words.readers_since) if one.confirmed_at else (one.at, words.readers_named)
        return {"id": one.id, "name": one.name, "address": one.address, "when": line.format(at=here.reader.when(at))}

    return here.page("readers.html", {
        "ticket": ticket, "waiting": [row(one) for one in people if one.state == "proposed"], "inside": [row(one) for one in people if one.state == "confirmed"],
        "error": error, "done": done,
    }, status=status)  # fmt: skip


routes = [along, confirm, leave_out]
