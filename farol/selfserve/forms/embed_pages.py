"""A form as a page of its own inside somebody's frame: whole without scripts and without cookies, framed by the exchange's sites alone."""

from typing import Any
from uuid import UUID

from farol.channels.webchat.model import EMAIL
from farol.channels.webchat.problems import BadEmail
from farol.core.customers import actions as customers
from farol.core.customers.model import Customer
from farol.kit import i18n
from farol.kit.brief import Brief
from farol.kit.core import Kit
from farol.kit.i18n import HTML_LANG, Tongue, direction
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound, Problem, TooMany
from farol.kit.web import Page, get, post
from farol.kit.web.answers import PAGE_POLICY
from farol.kit.web.credentials import read as credentials
from farol.selfserve.help_centre import brand
from farol.selfserve.portal.entrance import AnyRequest
from farol.selfserve.portal.replying import chosen, form_id

from . import reading
from .checks import Verdict
from .embedding import Filled, asks, judged, stranger, take
from .model import Answers, Form, forms
from .problems import AnswersLookWrong, NoSuchForm
from .urgent import urgency
from .words import Words

MOST_BODY = 110 * 1024 * 1024
LONGEST_NAME = 80
ZONE = "UTC"
_sent: Brief[UUID, str] = Brief(900.0, 10_000)
"""Numbers by the id of the form: a second press of the button is no second ticket."""


@get("/embed/forms/{form_key:str}", can=Can.ANYONE)
async def embedded(kit: Kit, request: AnyRequest, form_key: str, lang: str = "") -> Page:
    """lang: one of the languages of pages; else the browser's."""
    return _page(kit, _form(form_key), _tongue(request, lang), form_id(""), {})


@post("/embed/forms/{form_key:str}", can=Can.ANYONE, max_body=MOST_BODY)
async def embedded_sent(kit: Kit, request: AnyRequest, form_key: str, lang: str = "") -> Page:
    """Whoever fills it in is a visitor, whatever else their browser knows of them: a frame proves nothing."""
    form, tongue, came = _form(form_key), _tongue(request, lang), credentials(request.scope)
    sent = await request.form()
    id_ = form_id(sent.get("form_id"))
    if number := _sent.get(id_):
        return _done(kit, form, tongue, number)
    answers = reading.answers_of(form, sent)
    typed = {name: str(sent.get(name, ""))[:254].replace("\0", "").strip() for name in ("email", "name")}
    verdicts = await judged(kit, form, answers, Words(tongue), ZONE)
    try:
        if not EMAIL.fullmatch(typed["email"]):
            raise BadEmail
        filled = Filled(id_, answers, sent.get("as_is") == "yes", uploads=chosen(sent))
        _before(form, filled, verdicts)
        stranger(came.ip, typed["email"])
        token, actor, customer = await _visitor(kit, typed, tongue, came.origin)
        try:
            opened = await take(kit, actor, customer, form, filled, tongue)
        finally:
            await customers.leave(kit, token)
    except Problem as problem:
        if isinstance(problem, NotFound):
            raise
        return _page(kit, form, tongue, id_, typed, answers, verdicts, problem)
    _sent.put(id_, opened.number)
    return _done(kit, form, tongue, opened.number)


def _before(form: Form, filled: Filled, verdicts: dict[str, Verdict]) -> None:
    """What can be refused before anybody is written down."""
    if any(found.state == "wrong" for found in verdicts.values()) and not filled.as_is and not filled.answers.empty:
        raise AnswersLookWrong(errors=[])


async def _visitor(kit: Kit, typed: dict[str, str], lang: Tongue, origin: str) -> tuple[str, Actor, Customer]:
    token, _, customer = await customers.enter_as_visitor(
        kit, name=typed["name"][:LONGEST_NAME], email=typed["email"], language=lang, origin=origin)
    actor = await customers.authenticate(kit, token)
    assert actor
    return token, actor, customer


def _page(
    kit: Kit, form: Form, lang: Tongue, id_: UUID, typed: dict[str, str], answers: Answers = Answers(),  # noqa: B008
    verdicts: dict[str, Verdict] | None = None, problem: Problem | None = None,
) -> Page:  # fmt: skip
    words, verdicts = Words(lang), verdicts or {}
    wrong = sum(found.state == "wrong" for found in verdicts.values())
    bad = words.wrong_fields.format(n=wrong) if wrong and isinstance(problem, AnswersLookWrong) else problem.text(lang) if problem else ""
    headers = {**_policy(kit), **({"retry-after": str(problem.fields["retry_after"])} if isinstance(problem, TooMany) else {})}
    return Page("forms/embed.html", {
        **_frame(kit, form, lang), "form_id": id_, "fields": asks(form, answers, verdicts, words, ZONE), "answers": answers,
        "ready": [zh if words.chinese else en for zh, en in form.ready], "papers": form.papers, "email": typed.get("email", ""),
        "name": typed.get("name", ""), "bad": bad, "bad_email": isinstance(problem, BadEmail), "can_force": bool(wrong),
        "urgent": urgency(form.reason, answers.words), "done": "",
    }, status=problem.status if problem else 200, headers=headers)  # fmt: skip


def _done(kit: Kit, form: Form, lang: Tongue, number: str) -> Page:
    values: dict[str, Any] = {**_frame(kit, form, lang), "done": Words(lang).em_done.format(number=number), "urgent": urgency(form.reason)}
    return Page("forms/embed.html", values, headers=_policy(kit))


def _frame(kit: Kit, form: Form, lang: Tongue) -> dict[str, Any]:
    return {
        "form": form, "title": form.title(lang), "w": Words(lang), "lang": lang, "html_lang": HTML_LANG[lang], "html_dir": direction(lang),
        "brand": kit.settings.brand, "brand_css": brand.address(kit.settings), "base": kit.settings.public_url,
    }  # fmt: skip


def _policy(kit: Kit) -> dict[str, str]:
    """Browsers that know who may frame a page heed this and not ``x-frame-options``; older ones show it in no frame."""
    if not kit.settings.widget_origins:
        return {}
    return {"content-security-policy": PAGE_POLICY.replace("frame-ancestors 'none'", f"frame-ancestors {' '.join(kit.settings.widget_origins)}")}


def _tongue(request: AnyRequest, lang: str) -> Tongue:
    return lang if i18n.is_tongue(lang) else i18n.tongue_of(credentials(request.scope).language)


def _form(reason: str) -> Form:
    found = forms().get(reason)
    if found is None:
        raise NoSuchForm
    return found


routes = [embedded, embedded_sent]
