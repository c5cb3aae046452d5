"""The door from the exchange's site, and who comes through it: sessions, language, where somebody wanted to go."""

import re
from typing import Any
from urllib.parse import quote, unquote, urlencode

from farol.core.customers import actions as customers
from farol.core.customers import store as people
from farol.core.customers.model import Customer
from farol.core.customers.problems import IdentityRefused
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Cookie, Page, Request, Response, cookie, post, redirect
from farol.kit.web.credentials import read as credentials

from . import view
from .view import Reader

LANGUAGE = "farol_lang"
TOWARDS = "farol_towards"
TOWARDS_S = 900
"""How long somebody may take to sign in and still land where they wanted to go."""
OURS = re.compile(
    r"/(?:my|verify-me|community/(?:zh|en))(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,119}){0,4}(?:\?[A-Za-z0-9=&%:+_.-]{0,300})?"
)
"""Paths of the portal, of the proofs asked there and of the community, and nothing that could lead elsewhere."""
AnyRequest = Request[Any, Any, Any]


@post("/my/session", can=Can.ANYONE, foreign=True)
async def enter(kit: Kit, request: AnyRequest) -> Page | Response[None]:
    came = credentials(request.scope)
    limit("portal_enter", came.ip, rate_per_s=2, burst=60)
    identity = str((await request.form()).get("identity", ""))[:4096]
    try:
        token, until, who = await customers.enter(kit, identity=identity, origin=came.origin)
    except IdentityRefused:
        return door(kit, Reader(i18n.tongue_of(came.language), "UTC"), refused=True, status=401)
    life = max(1, int((until - clock.now()).total_seconds()))
    cookies = [lax(kit, customers.COOKIE, token, life), lax(kit, LANGUAGE, i18n.tongue_of(who.language), life)]
    towards = unquote(came.cookies.get(TOWARDS, ""))
    if OURS.fullmatch(towards):
        return redirect(towards, cookies=[*cookies, lax(kit, TOWARDS, "", 0)])
    return redirect("/my", cookies=cookies)


@post("/my/session/end", can=Can.OWN_TICKETS)
async def leave(kit: Kit, request: AnyRequest) -> Response[None]:
    await customers.leave(kit, credentials(request.scope).cookies.get(customers.COOKIE, ""))
    return redirect("/my", cookies=[lax(kit, customers.COOKIE, "", 0)])


async def who_reads(kit: Kit, actor: Actor, request: AnyRequest) -> tuple[Reader, Customer | None]:
    """Who looks, in the language they chose, else that of their account, else the browser's."""
    chosen = credentials(request.scope).cookies.get(LANGUAGE, "")
    lang = chosen if i18n.is_tongue(chosen) else i18n.tongue_of(actor.language)
    customer = await people.customer(kit.db, actor.id) if actor.kind == "customer" else None
    return Reader(lang, customer.time_zone if customer else "UTC"), customer


def door(kit: Kit, reader: Reader, *, refused: bool = False, status: int = 200, towards: str = "") -> Page:
    """The way in. towards: where somebody wanted to go, to which they are brought once the exchange has vouched for them."""
    cookies = [lax(kit, TOWARDS, quote(towards, safe=""), TOWARDS_S)] if OURS.fullmatch(towards) else []
    path = f"/my?{urlencode({'to': towards})}" if cookies else "/my"
    return Page(
        "portal/enter.html",
        {**view.page(kit, reader, None, path), "refused": refused},
        status=status,
        cookies=cookies,
    )


def lax(kit: Kit, name: str, value: str, life_s: int | None = None) -> Cookie:
    """A cookie that the way back from the exchange's site and from a mail brings along."""
    return cookie(
        name, value, secure=kit.settings.public_url.startswith("https:"), max_age=life_s, same_site="lax"
    )


routes = [enter, leave]
