"""Codes for calls, both ways, and the numbers that are open for this customer."""

from farol.channels.phone import actions as phone
from farol.channels.phone.actions.coding import Number, PhoneCode
from farol.channels.phone.problems import PhoneCodeForAccounts
from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, lax

from .shared import Visit, form, visit

PATH = "/my/phone"
AGAIN_S = 15
"""How often the page asks again by itself, without a script: the colleague's code appears when they answer."""


@get(PATH, can=Can.ANYONE)
async def codes(kit: Kit, actor: Actor, request: AnyRequest, lang: str = "") -> Page | Response[None]:
    """The code that stands, who speaks with the customer, and the numbers."""
    if i18n.is_tongue(lang):
        return redirect(PATH, cookies=[lax(kit, LANGUAGE, lang)])
    here = await visit(kit, actor, request, PATH)
    if isinstance(here, Page):
        return here
    limit("phone_code_look", actor.ref, rate_per_s=2, burst=20)
    return _page(here, await phone.shown(kit, actor))


@post(PATH, can=Can.OWN_TICKETS)
async def make(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """A new code in place of any before."""
    here = await visit(kit, actor, request, PATH)
    if isinstance(here, Page):
        return here
    try:
        await form(request)
        limit("phone_code", actor.ref, rate_per_s=1 / 20, burst=5)
        await phone.show_code(kit, actor)
    except PhoneCodeForAccounts as problem:
        return _page(here, await phone.shown(kit, actor), error=here.words.phone_account, status=problem.status)
    except Problem as problem:
        said = here.words.not_sure if isinstance(problem, Invalid) else problem.text(here.reader.lang)
        return _page(here, await phone.shown(kit, actor), error=said, status=problem.status)
    return redirect(PATH)


def _page(here: Visit, shown: PhoneCode, *, error: str = "", status: int = 200) -> Page:
    reader, words = here.reader, here.words
    return here.page("phone.html", {
        "code": spaced(shown.code) if shown.code else "", "until": words.phone_until.format(at=reader.when(shown.expires_at)) if shown.expires_at else "",
        "speaking": [{"code": spaced(one.code), "proven": one.proven,
                      "who": words.phone_who.format(name=one.name, since=reader.when(one.since), number=one.ours)} for one in shown.speaking],
        "numbers": [{"number": one.number, "name": one.name, "open": one.open, "hours": _hours(one, here),
                     "languages": words.comma.join(i18n.NAMES.get(i18n.tongue_of(each), each) for each in one.languages)} for one in shown.numbers],
        "error": error,
    }, status=status, headers={} if error else {"refresh": f"{AGAIN_S}; url={PATH}"})  # fmt: skip


def _hours(one: Number, here: Visit) -> str:
    if one.open:
        return here.words.phone_open
    return here.words.phone_opens.format(at=here.reader.when(one.opens)) if one.opens else here.words.phone_shut


def spaced(code: str) -> str:
    """Six digits as one reads them out."""
    return f"{code[:3]} {code[3:]}"


routes = [codes, make]
