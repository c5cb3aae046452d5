"""Words between the customer and the security desk, and the five questions."""

from uuid import uuid4

from farol.core.tickets import actions as tickets
from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, lax, who_reads
from farol.selfserve.portal.replying import form_id
from farol.selfserve.portal.view import Reader
from farol.trust.emergency import actions, places, seat_store, view
from farol.trust.emergency.model import GIVEN, YES_NO, Answers, Case
from farol.trust.emergency.page_words import Words

from .case import none
from .seat import Here, case_here, here

LONGEST = 10_001
"""Of one message, and one more, which is refused with the words kept."""


@get("/stolen/case/talk", can=Can.ANYONE)
async def talk(kit: Kit, actor: Actor, request: AnyRequest, lang: str = "") -> Page | Response[None]:
    """What was said, and a field to write in."""
    if i18n.is_tongue(lang):
        return redirect("/stolen/case/talk", cookies=[lax(kit, LANGUAGE, lang)])
    found = await here(kit, actor, request)
    reader, _ = await who_reads(kit, actor, request)
    return await _talk(kit, found, reader) if found and found.whole else none(kit, reader)


@post("/stolen/case/messages", can=Can.ANYONE)
async def write(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """Words of the customer, once however often the form is sent."""
    limit("stolen_write", credentials(request.scope).ip, rate_per_s=1, burst=20)
    found = await here(kit, actor, request)
    reader, _ = await who_reads(kit, actor, request)
    if found is None or not found.whole:
        return none(kit, reader)
    form = await request.form()
    body = str(form.get("body", ""))[:LONGEST].replace("\r\n", "\n")
    try:
        await actions.say(kit, found.case, form_id(form.get("client_id")), body)
    except Problem as problem:
        return await _talk(kit, found, reader, problem, body)
    return redirect("/stolen/case/talk")


@get("/stolen/case/questions", can=Can.ANYONE)
async def questions(kit: Kit, actor: Actor, request: AnyRequest, lang: str = "") -> Page | Response[None]:
    """The five questions, with what was answered before."""
    if i18n.is_tongue(lang):
        return redirect("/stolen/case/questions", cookies=[lax(kit, LANGUAGE, lang)])
    found = await case_here(kit, actor, request, whole=True)
    reader, _ = await who_reads(kit, actor, request)
    return _questions(kit, found, reader) if found else none(kit, reader)


@post("/stolen/case/questions", can=Can.ANYONE)
async def answer(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """The answers; the last ones count."""
    limit("stolen_answer", credentials(request.scope).ip, rate_per_s=0.5, burst=15)
    found = await case_here(kit, actor, request, whole=True)
    reader, _ = await who_reads(kit, actor, request)
    if found is None:
        return none(kit, reader)
    form = await request.form()
    one = {name: str(form.get(name, ""))[:1000] for name in ("what", "when", "mail_safe", "elsewhere", "country")}
    given = [str(value)[:20] for value in form.getall("given", [])][: len(GIVEN)]
    answers = Answers(one["what"], one["when"], given, one["mail_safe"] or "unsure", one["elsewhere"] or "unsure")
    try:
        await actions.answer(kit, found, answers, one["country"] if one["country"] in places.places() else "")
    except Invalid as problem:
        return _questions(kit, found, reader, problem)
    return redirect("/stolen/case")


async def _talk(kit: Kit, found: Here, reader: Reader, problem: Problem | None = None, kept: str = "") -> Page:
    case = found.case
    reader = Reader(reader.lang, case.time_zone)
    said = await seat_store.said_since(kit.db, case.ticket_id, found.since)
    if said:
        await tickets.mark_read(kit, actions.customer(case), case.ticket_id, said[-1].seq)
    rung = await kit.db.fetchrow(seat_store.RUNG_SO_FAR, case.id)
    values = {
        **view.page(kit, reader, "/stolen/case/talk", case), "messages": [view.word(one, reader) for one in said], "form_id": uuid4(), "kept": kept.replace("\0", ""),
        **view.person(kit, case, rung["at"] if rung else None, rung["n"] if rung else 0, reader),
    }  # fmt: skip
    values["bad"] = problem.text(reader.lang) if problem else ""
    return Page("emergency/talk.html", values, status=problem.status if problem else 200)


def _questions(kit: Kit, found: Case, reader: Reader, problem: Problem | None = None) -> Page:
    words = Words(reader.lang)
    values = {
        **view.page(kit, reader, "/stolen/case/questions", found), "kept": found.answers or Answers(mail_safe="", elsewhere=""),
        "given": [(key, words.given[key].text(reader.lang)) for key in GIVEN], "yes_no": [(key, words.yes_no[key].text(reader.lang)) for key in YES_NO],
        "countries": sorted(((key, one.name(reader.lang)) for key, one in places.places().items()), key=lambda pair: pair[1]), "country": found.country,
    }  # fmt: skip
    values["bad"] = problem.text(reader.lang) if problem else ""
    return Page("emergency/questions.html", values, status=problem.status if problem else 200)


routes = [talk, write, questions, answer]
