"""The recovery pages: look it up, ask, agree, show, take back. All of it without a script."""

from typing import Any
from uuid import uuid4

from farol.core import chains
from farol.core.customers.model import Customer
from farol.core.exchange import ExchangeDown
from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound, Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, door, lax, who_reads
from farol.selfserve.portal.replying import chosen, form_id
from farol.selfserve.portal.showing import nothing, own_ticket
from farol.selfserve.portal.view import Reader
from farol.trust.identity.actions import level_of
from farol.trust.identity.problems import IdentityTooLow
from farol.trust.proposals.problems import ProposalOver

from . import actions, page_view, store
from .actions.showing import MOST_WORDS, Shown
from .model import Recovery
from .page_words import Words

MOST_BODY = 110 * 1024 * 1024
"""Five files of 20 MB and the words."""
HOME = "/my/recovery"
Problems = Problem | None


@get("/my/recovery", can=Can.ANYONE)
async def home(kit: Kit, actor: Actor, request: AnyRequest, ticket: str = "", txid: str = "", lang: str = "") -> Page | Response[None]:
    if i18n.is_tongue(lang):
        return redirect(HOME, cookies=[lax(kit, LANGUAGE, lang)])
    reader, customer = await who_reads(kit, actor, request)
    if customer is None:
        return door(kit, reader, status=401, towards=HOME)
    return await _home(kit, actor, reader, customer, {"txid": txid[:200].replace("\0", ""), "network": "", "ticket": ticket[:30]})


@post("/my/recovery", can=Can.OWN_TICKETS)
async def ask(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """Looks it up; with ``do=ask`` asks for it."""
    limit("recovery_look", actor.ref, rate_per_s=0.2, burst=15)
    reader, customer = await who_reads(kit, actor, request)
    sent = await request.form()
    typed = {name: str(sent.get(name, "")).replace("\0", "")[:300].strip() for name in ("txid", "network", "ticket", "form_id")}
    if customer is None:
        raise NotFound
    try:
        if sent.get("do") != "ask":
            verdict = page_view.verdict(*await actions.look(kit, actor, typed["txid"], typed["network"]), reader)
            return await _home(kit, actor, reader, customer, typed, verdict=verdict)
        ticket = await own_ticket(kit, actor, typed["ticket"])
        asked = actions.Sent(form_id(typed["form_id"]), typed["txid"], typed["network"], reader.lang, ticket)
        found = await actions.ask(kit, actor, asked)
    except Problem as problem:
        return await _home(kit, actor, reader, customer, typed, problem=problem)
    return redirect(f"{HOME}/{found.id}")


@get("/my/recovery/{recovery_id:int}", can=Can.ANYONE)
async def one(kit: Kit, actor: Actor, request: AnyRequest, recovery_id: int, lang: str = "") -> Page | Response[None]:
    if i18n.is_tongue(lang):
        return redirect(f"{HOME}/{max(0, recovery_id)}", cookies=[lax(kit, LANGUAGE, lang)])
    reader, customer = await who_reads(kit, actor, request)
    if customer is None:
        return door(kit, reader, status=401, towards=f"{HOME}/{max(0, recovery_id)}")
    found = await _own(kit, actor, recovery_id)
    if found is None:
        return nothing(kit, reader, customer)
    return await _case(kit, actor, reader, customer, found)


@post("/my/recovery/{recovery_id:int}/agreement", can=Can.OWN_TICKETS)
async def agree(kit: Kit, actor: Actor, request: AnyRequest, recovery_id: int) -> Page | Response[None]:
    limit("recovery_agree", actor.ref, rate_per_s=0.2, burst=10)
    read = str((await request.form()).get("read", ""))[:40]
    return await _does(kit, actor, request, recovery_id, actions.agree(kit, actor, _possible(recovery_id), read))


@post("/my/recovery/{recovery_id:int}/evidence", can=Can.OWN_TICKETS, max_body=MOST_BODY)
async def evidence(kit: Kit, actor: Actor, request: AnyRequest, recovery_id: int) -> Page | Response[None]:
    limit("recovery_evidence", actor.ref, rate_per_s=0.5, burst=20)
    sent = await request.form()
    shown = Shown(form_id(sent.get("form_id")), str(sent.get("kind", ""))[:40], str(sent.get("words", ""))[: MOST_WORDS + 1], chosen(sent))
    return await _does(kit, actor, request, recovery_id, actions.show(kit, actor, _possible(recovery_id), shown))


@post("/my/recovery/{recovery_id:int}/withdrawal", can=Can.OWN_TICKETS)
async def withdraw(kit: Kit, actor: Actor, request: AnyRequest, recovery_id: int) -> Page | Response[None]:
    limit("recovery_agree", actor.ref, rate_per_s=0.2, burst=10)
    return await _does(kit, actor, request, recovery_id, actions.take_back(kit, actor, _possible(recovery_id)))


async def _does(kit: Kit, actor: Actor, request: AnyRequest, recovery_id: int, verb: Any) -> Page | Response[None]:
    """Runs a verb on the actor's own recovery; a refusal is told on its page."""
    reader, customer = await who_reads(kit, actor, request)
    try:
        await verb
    except NotFound:
        return nothing(kit, reader, customer)
    except Problem as problem:
        found = await _own(kit, actor, recovery_id)
        if found is None or customer is None:
            return nothing(kit, reader, customer)
        return await _case(kit, actor, reader, customer, found, problem)
    return redirect(f"{HOME}/{recovery_id}")


async def _home(
    kit: Kit, actor: Actor, reader: Reader, customer: Customer, typed: dict[str, str], *, verdict: dict[str, Any] | None = None, problem: Problems = None,
) -> Page:  # fmt: skip
    words = Words(reader.lang)
    mine = [page_view.row(one, reader) for one in await store.recoveries(kit.db, store.OWN_ONES, actor.id)]
    down = isinstance(problem, ExchangeDown)
    return Page("recovery/home.html", {
        **page_view.page(kit, reader, customer, HOME), "typed": typed, "networks": sorted(chains.networks()), "verdict": verdict, "mine": mine,
        "form_id": form_id(typed.get("form_id")) if typed.get("form_id") else uuid4(), "down": words.re_down if down else "",
        "bad": problem.text(reader.lang) if problem and not down else "",
    }, status=problem.status if problem else 200)  # fmt: skip


async def _case(kit: Kit, actor: Actor, reader: Reader, customer: Customer, found: Recovery, problem: Problems = None) -> Page:
    words = Words(reader.lang)
    bad = {ProposalOver: words.re_too_late, IdentityTooLow: words.re_prove}.get(type(problem), problem.text(reader.lang)) if problem else ""
    level = await level_of(kit, kit.db, actor.id, found.ticket_id) if found.state == "quoted" else 0
    drawn = page_view.case(
        found, reader, await store.pieces(kit.db, found.id), await store.consent(kit.db, found.id), await store.steps(kit.db, found.id), int(level))
    return Page("recovery/case.html", {
        **page_view.page(kit, reader, customer, f"{HOME}/{found.id}"), **drawn, "bad": bad, "form_id": uuid4()},
        status=problem.status if problem else 200)


async def _own(kit: Kit, actor: Actor, recovery_id: int) -> Recovery | None:
    return await store.first(kit.db, store.OWN, _possible(recovery_id), actor.id)


def _possible(recovery_id: int) -> int:
    """An id that no row has for what cannot be one."""
    return recovery_id if 0 < recovery_id < 2**53 else 0


routes = [home, ask, one, agree, evidence, withdraw]
