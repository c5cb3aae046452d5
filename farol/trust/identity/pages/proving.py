"""Choosing a way, answering, and what came of it."""

from urllib.parse import urlencode

from farol.core.customers.model import Customer
from farol.core.exchange import ExchangeDown, ExchangeRefused
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, lax, who_reads
from farol.selfserve.portal.showing import number_of
from farol.selfserve.portal.view import Reader
from farol.trust.identity import actions, challenge_store, store
from farol.trust.identity.actions import Origin, secret
from farol.trust.identity.model import Party, Result, Ways
from farol.trust.identity.problems import LinkSpent, NothingAsked
from farol.trust.identity.words import Words

from . import view
from .script import POLICY, SCRIPT


@get("/verify-me", can=Can.ANYONE)
async def home(kit: Kit, actor: Actor, request: AnyRequest, ticket: str = "", towards: str = "", lang: str = "") -> Page | Response[None]:
    """Signed in: the ways of the account. Not signed in: a code to a registered contact. towards: the page of ours that asked for it."""
    number, on = number_of(ticket), view.ours(towards)
    path = _path(number, "", on)
    if i18n.is_tongue(lang):
        return redirect(path, cookies=[lax(kit, LANGUAGE, lang)])
    reader, customer = await who_reads(kit, actor, request)
    return await _choose(kit, actor, request, reader, customer, path, number, on=on)


@get("/verify-me/ask/{token:str}", can=Can.ANYONE)
async def by_link(kit: Kit, actor: Actor, request: AnyRequest, token: str, lang: str = "") -> Page | Response[None]:
    """The link that staff sent. Looking at it spends nothing: mail programs look at links too."""
    limit("identity_link", credentials(request.scope).ip, rate_per_s=0.5, burst=30)
    path = f"/verify-me/ask/{token}" if secret.link_nonce(token) else "/verify-me"
    if i18n.is_tongue(lang):
        return redirect(path, cookies=[lax(kit, LANGUAGE, lang)])
    reader, customer = await who_reads(kit, actor, request)
    return await _choose(kit, actor, request, reader, customer, path, "-", token)


@post("/verify-me/start", can=Can.ANYONE)
async def start(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """Asks the exchange for a challenge by the chosen way."""
    reader, customer = await who_reads(kit, actor, request)
    form = await request.form()
    number, token, on = number_of(str(form.get("ticket", ""))), str(form.get("token", ""))[:100], view.ours(str(form.get("towards", "")))
    try:
        origin = await _origin(kit, actor, request, number, token)
        uid = origin.party.uid if origin.party else await _own_uid(kit, actor)
        if uid is None:
            raise NothingAsked
        held = await actions.begin(kit, actor, uid, str(form.get("method", ""))[:20], origin)
    except Problem as problem:
        return await _choose(kit, actor, request, reader, customer, _path(number, token, on), number, token, problem, on)
    return redirect("/verify-me/answer", cookies=view.kept(kit, held, _path(number, token, on)))


@post("/verify-me/contact", can=Can.ANYONE)
async def contact(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """A code to a contact, if an account has it. The answer is the same either way."""
    reader, customer = await who_reads(kit, actor, request)
    form = await request.form()
    typed, token = str(form.get("contact", ""))[:320], str(form.get("token", ""))[:100]
    number, on = number_of(str(form.get("number", ""))[:40].strip()), view.ours(str(form.get("towards", "")))
    try:
        if "\0" in typed:
            raise Invalid(errors=[{"field": "contact", "why": "holds a NUL character"}])
        origin = await _origin(kit, actor, request, "-", token)
        held = await actions.begin_by_contact(kit, actor, typed, number, origin)
    except Problem as problem:
        return await _choose(kit, actor, request, reader, customer, _path("-", token, on), "-", token, problem, on)
    return redirect("/verify-me/answer", cookies=view.kept(kit, held, _path("-", token, on)))


@get("/verify-me/answer", can=Can.ANYONE)
async def asked(kit: Kit, actor: Actor, request: AnyRequest, lang: str = "") -> Page | Response[None]:
    """What is to be answered."""
    if i18n.is_tongue(lang):
        return redirect("/verify-me/answer", cookies=[lax(kit, LANGUAGE, lang)])
    reader, customer = await who_reads(kit, actor, request)
    try:
        return await _question(kit, actor, request, reader, customer)
    except NothingAsked:
        return redirect("/verify-me/done")


@post("/verify-me/answer", can=Can.ANYONE)
async def answer(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """The answer, judged by the exchange."""
    came = credentials(request.scope)
    limit("identity_answer", came.ip, rate_per_s=0.5, burst=30)
    reader, customer = await who_reads(kit, actor, request)
    given = str((await request.form()).get("answer", ""))
    try:
        if "\0" in given:
            raise Invalid(errors=[{"field": "answer", "why": "holds a NUL character"}])
        _, result = await actions.answer(kit, actor, came.cookies.get(view.HELD, ""), given)
    except NothingAsked:
        return redirect("/verify-me/done")
    except Problem as problem:
        try:
            return await _question(kit, actor, request, reader, customer, problem=problem)
        except NothingAsked:  # another answer of the same moment ended it
            return redirect("/verify-me/done?came=locked")
    if result.result in ("proven", "expired", "locked"):
        return redirect(f"/verify-me/done?came={result.result}")
    return await _question(kit, actor, request, reader, customer, last=result)


@get("/verify-me/done", can=Can.ANYONE)
async def done(kit: Kit, actor: Actor, request: AnyRequest, came: str = "", lang: str = "") -> Page | Response[None]:
    """What this browser proved, and what that allows."""
    if i18n.is_tongue(lang):
        return redirect("/verify-me/done", cookies=[lax(kit, LANGUAGE, lang)])
    reader, customer = await who_reads(kit, actor, request)
    cookies = credentials(request.scope).cookies
    given = await challenge_store.proof_of(kit.db, secret.digest(cookies.get(view.HELD, "")), clock.now())
    if given and given.session and given.session != actor.session:
        given = None
    last = Result(came) if came in ("expired", "locked") and given is None else None
    return Page("identity/done.html", {
        **view.page(kit, reader, customer, "/verify-me/done"), "given": view.outcome(given, reader) if given else None,
        "said": view.said(last, Words(reader.lang)), "locked": came == "locked" and given is None, "again": view.back_of(cookies),
        "towards": view.towards_of(cookies) if given else "",
    })


async def _choose(
    kit: Kit, actor: Actor, request: AnyRequest, reader: Reader, customer: Customer | None, path: str, number: str, token: str = "",
    problem: Problem | None = None, on: str = "",
) -> Page:  # fmt: skip
    """The page on which a way is chosen. on: where it leads once proven."""
    limit("identity_page", credentials(request.scope).ip, rate_per_s=1, burst=60)
    words, values = Words(reader.lang), view.page(kit, reader, customer, path)
    values |= {"token": token, "towards": on, "number": number if number != "-" else "", "bad": "", "about": "",
               "ways": [], "waiting": [], "mode": "contact", "own_script": SCRIPT}
    status = problem.status if problem else 200
    try:
        origin = await _origin(kit, actor, request, number, token)
    except LinkSpent as spent:
        return Page("identity/choose.html", values | {"mode": "spent", "bad": spent.text(reader.lang)}, status=spent.status)
    uid = origin.party.uid if origin.party else await _own_uid(kit, actor)
    values["about"] = words.about_ticket.format(number=origin.party.number) if origin.party else ""
    if uid:
        values["mode"] = "ways"
        try:
            found: Ways = await actions.offered(kit, actor, uid, origin.party)
            signed_in = await _own_uid(kit, actor) == uid
            values |= view.choices(found, reader, signed_in=signed_in)
        except (ExchangeDown, ExchangeRefused) as down:
            values["mode"], status = "down", down.status
    if isinstance(problem, ExchangeDown):
        values["mode"] = "down"
    elif problem:
        values["bad"] = view.refusal(problem, reader)
    return Page("identity/choose.html", values, status=status, headers=POLICY)


async def _question(
    kit: Kit, actor: Actor, request: AnyRequest, reader: Reader, customer: Customer | None, *, last: Result | None = None,
    problem: Problem | None = None,
) -> Page:  # fmt: skip
    cookies = credentials(request.scope).cookies
    found = await actions.under_way(kit, actor, cookies.get(view.HELD, ""))
    values = {**view.page(kit, reader, customer, "/verify-me/answer"), **view.question(found, reader, last), "again": view.back_of(cookies),
              "own_script": SCRIPT, "bad": view.refusal(problem, reader) if problem else ""}
    return Page("identity/answer.html", values, status=problem.status if problem else 200, headers=POLICY)


async def _origin(kit: Kit, actor: Actor, request: AnyRequest, number: str, token: str) -> Origin:
    """Where a proof is begun from: the link, or the customer's own ticket, or neither. Raises LinkSpent."""
    came = credentials(request.scope)
    held = came.cookies.get(view.HELD, "")
    if token:
        link, party = await actions.link(kit, token)
        mine = await _own_uid(kit, actor)
        if (link.used_at and not await actions.began(kit, link.id, held)) or (mine and party.uid and mine != party.uid):
            raise LinkSpent
        return Origin(party, link, held, came.ip)
    own: Party | None = None
    if number != "-" and actor.kind == "customer":
        own = await store.own(kit.db, number, actor.id)
    return Origin(own if own and own.uid else None, None, held, came.ip)


async def _own_uid(kit: Kit, actor: Actor) -> str | None:
    """The account of the session, when the exchange vouched for it."""
    return await store.signed_in_uid(kit.db, actor.session) if actor.kind == "customer" else None


def _path(number: str, token: str, on: str = "") -> str:
    if secret.link_nonce(token):
        return f"/verify-me/ask/{token}"
    said = {"ticket": number if number != "-" else "", "towards": on}
    query = urlencode({name: value for name, value in said.items() if value})
    return f"/verify-me?{query}" if query else "/verify-me"


routes = [home, by_link, start, contact, asked, answer, done]
