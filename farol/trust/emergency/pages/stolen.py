"""The red button: one way to prove control, one press."""

from datetime import timedelta
from math import ceil

from farol.channels.messengers import stolen as messengers
from farol.core.exchange import ExchangeDown, ExchangeRefused
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.permission import ANYONE as NOBODY
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, Problem, TooMany
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, lax, who_reads
from farol.selfserve.portal.view import Reader
from farol.trust.emergency import actions, view
from farol.trust.emergency.model import COOL_OFF
from farol.trust.emergency.page_words import Words
from farol.trust.emergency.problems import ProofNotGood
from farol.trust.identity import actions as identity
from farol.trust.identity.model import Result
from farol.trust.identity.pages import view as proving
from farol.trust.identity.problems import NothingAsked, StepUpLocked

from . import chats
from .seat import CASE, case_here

HELD = "farol_stolen_code"
HELD_S, CASE_S = 3600, 7 * 24 * 3600
MOMENT = timedelta(minutes=5)
"""How long after a right code the same browser presses without one: a secret that is copied later opens nothing."""


@get("/stolen", can=Can.ANYONE)
async def stolen(kit: Kit, actor: Actor, request: AnyRequest, proof: str = "", by: str = "", chat: str = "", lang: str = "") -> Page | Response[None]:
    """The way that needs least: the mail's link, else the live session, else a code. Looking spends nothing."""
    limit("stolen_page", credentials(request.scope).ip, rate_per_s=1, burst=60)
    kept = proof if len(proof) <= actions.TOKEN_MOST and proof.isascii() and proof.isprintable() else ""
    came = chats.clean(chat)
    if i18n.is_tongue(lang):
        back = f"?proof={kept}" if kept and "&" not in kept else f"?chat={came}" if came else ""
        return redirect("/stolen" + back, cookies=[lax(kit, LANGUAGE, lang)])
    return await _stolen(kit, actor, request, kept, by_code=by == "code", chat=came)


@post("/stolen/code", can=Can.ANYONE)
async def send_code(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """Asks the exchange to send a code to that contact, if it is one. What follows is the same in every case."""
    came = credentials(request.scope)
    limit("stolen_code", came.ip, rate_per_s=0.05, burst=15)
    form = await request.form()
    typed, chat = str(form.get("contact", ""))[:321], chats.clean(str(form.get("chat", "")))
    to = str(form.get("to", ""))[:10]
    if to and not (typed := await chats.contact(kit, chat, to)):
        return await _stolen(kit, actor, request, "", by_code=True, chat=chat)
    try:
        if "\0" in typed or len(typed) > 320:
            raise Invalid(errors=[{"field": "contact", "why": "cannot be right"}])
        held = await identity.begin_by_contact(kit, NOBODY, typed, "", identity.Origin(ip=came.ip), protects=True)
    except Problem as problem:
        if to:
            await messengers.give_back(kit, chat)
        return await _stolen(kit, actor, request, "", problem=problem, by_code=not to, typed="" if to else typed.replace("\0", ""), chat=chat)
    if chat and not to:
        await messengers.spend(kit, chat)
    return redirect("/stolen/code", cookies=[lax(kit, HELD, held, HELD_S), *([lax(kit, chats.CHAT, chat, HELD_S)] if chat else [])])


@get("/stolen/code", can=Can.ANYONE)
async def code(kit: Kit, actor: Actor, request: AnyRequest, lang: str = "") -> Page | Response[None]:
    """Where the code is typed."""
    limit("stolen_page", credentials(request.scope).ip, rate_per_s=1, burst=60)
    if i18n.is_tongue(lang):
        return redirect("/stolen/code", cookies=[lax(kit, LANGUAGE, lang)])
    return await _code(kit, actor, request)


@post("/stolen/freeze", can=Can.ANYONE)
async def freeze(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """Any one proof of control, and the account is frozen."""
    came = credentials(request.scope)
    limit("stolen_freeze", came.ip, rate_per_s=0.2, burst=20)
    form = await request.form()
    proof, given = str(form.get("proof", "")), str(form.get("answer", ""))[:40]
    chat = chats.clean(str(form.get("chat", ""))) or chats.clean(came.cookies.get(chats.CHAT, ""))
    reader, _ = await who_reads(kit, actor, request)
    control = None
    try:
        if proof:
            control = await actions.by_token(kit, proof)
        elif given:
            held = came.cookies.get(HELD, "")
            control = await _pressed_twice(kit, held)
            if control is None:
                _, result, control = await actions.by_code(kit, held, given.replace("\0", ""))
            control = control or await _pressed_twice(kit, held)
            if control is None:
                return await _code(kit, actor, request, last=result)
        else:
            control = await actions.by_session(kit, actor)
        if control is None:
            raise ProofNotGood
        seat = await actions.freeze(kit, control, reader.lang, ip=came.ip)
    except NothingAsked:
        return redirect("/stolen")
    except ExchangeDown as down:
        if not proof:
            return await _code(kit, actor, request, problem=down)
        try:
            # A few for an address: whoever floods the shelf while nobody can judge keeps others from it.
            limit("stolen_kept", came.ip, rate_per_s=1 / 60, burst=10)
            kept = await actions.keep_wish(kit, proof, reader.lang)
        except TooMany as many:
            return await _stolen(kit, actor, request, proof, problem=many)
        return redirect("/stolen/case", cookies=[lax(kit, CASE, kept, CASE_S)])
    except Problem as problem:
        if given and not proof and control is None:
            return await _code(kit, actor, request, problem=problem)
        return await _stolen(kit, actor, request, "" if isinstance(problem, ProofNotGood) else proof, problem=problem)
    if chat:
        await chats.answer(kit, chat, seat.case_id)
    path = "/stolen/case?again=1" if seat.again else "/stolen/case"
    return redirect(path, cookies=[lax(kit, CASE, seat.secret, CASE_S), lax(kit, HELD, "", 0), *([lax(kit, chats.CHAT, "", 0)] if chat else [])])


async def _stolen(kit: Kit, actor: Actor, request: AnyRequest, proof: str, problem: Problem | None = None, *, by_code: bool = False, over: str = "",
                  typed: str = "", chat: str = "") -> Page:
    reader, customer = await who_reads(kit, actor, request)
    words = Words(reader.lang)
    mine = await actions.by_session(kit, actor) if not proof and not by_code else None
    led = await messengers.look(kit, chat) if chat and not proof else None
    ways = chats.ways(led) if led and not mine and not by_code else []
    way = "link" if proof else "session" if mine else "chat" if ways else "contact"
    lead = words.em_by_mail if proof else words.em_signed_in.format(name=customer.name) if customer else ""
    values = {
        **view.page(kit, reader, f"/stolen?proof={proof}" if proof else f"/stolen?chat={chat}" if led else "/stolen"), "way": way, "proof": proof, "lead": lead,
        "chat": chat if led else "", "ways": [{"to": to, "say": words.em_chat_phone if to == "phone" else words.em_chat_mail, "shown": shown} for to, shown in ways],
        "chat_over": words.em_chat_over if chat and led is None and not proof else "",
        "stops": [line.text(reader.lang) for line in words.em_stop], "keeps": [line.text(reader.lang) for line in words.em_keep],
        "unsure": words.em_unsure.format(n=int(COOL_OFF.total_seconds() // 3600)), "here": await case_here(kit, actor, request) is not None,
        "bad": over or (refusal(problem, reader) if problem else ""), "away": isinstance(problem, ExchangeDown | ExchangeRefused), "typed": typed,
    }  # fmt: skip
    return Page("emergency/stolen.html", values, status=problem.status if problem else 200)


async def _code(kit: Kit, actor: Actor, request: AnyRequest, *, last: Result | None = None, problem: Problem | None = None) -> Page | Response[None]:
    reader, _ = await who_reads(kit, actor, request)
    words = Words(reader.lang)
    try:
        asked = await identity.under_way(kit, NOBODY, credentials(request.scope).cookies.get(HELD, ""))
    except NothingAsked:
        if last is None or last.result not in ("expired", "locked"):
            return redirect("/stolen")
        return await _stolen(kit, actor, request, "", problem=problem or ProofNotGood(), by_code=True, over=words.code_over[last.result].text(reader.lang))
    left = max(1, ceil((asked.expires_at - clock.now()).total_seconds() / 60))
    values = {
        **view.page(kit, reader, "/stolen/code"), "sent": words.code_sent.format(to=asked.sent_to),
        "until": words.code_until.format(n=left, at=reader.when(asked.expires_at)),
        "bad": refusal(problem, reader) if problem else wrong(last, words),
    }  # fmt: skip
    return Page("emergency/code.html", values, status=problem.status if problem else 200)


async def _pressed_twice(kit: Kit, held: str) -> actions.Control | None:
    """The code of this browser was right a moment ago: a second press joins the freeze of the first, which took the code with it."""
    proven = await identity.proven_by(kit, held)
    if proven is None or clock.now() - proven.at > MOMENT:
        return None
    return actions.Control(proven.uid, "email_code" if "@" in proven.sent_to else "sms_code", held=proven)


def wrong(last: Result | None, words: Words) -> str:
    """What became of the last code, and what to do now."""
    if last is None:
        return ""
    if last.result != "wrong":
        return words.code_over[last.result].text(words.lang) if last.result in words.code_over else words.code_wrong
    gap = words.gap
    return f"{words.code_wrong}{gap}{words.code_left.format(n=last.attempts_left)}" if last.attempts_left else words.code_wrong


def refusal(problem: Problem, reader: Reader) -> str:
    """A refusal in words that help somebody in a hurry."""
    words = Words(reader.lang)
    if isinstance(problem, ExchangeDown | ExchangeRefused):
        return words.em_down
    if isinstance(problem, TooMany):
        return words.em_too_many.format(n=problem.fields.get("retry_after", 60))
    if isinstance(problem, StepUpLocked):
        return proving.refusal(problem, reader)
    return words.em_bad_contact if isinstance(problem, Invalid) else problem.text(reader.lang)


routes = [stolen, send_code, code, freeze]
