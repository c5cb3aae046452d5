"""The demo exchange's web site: front page, one-click sign-in, identity for the widget, demo controls."""

import time
from typing import Any

from litestar import Response, get, post
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from farol.app.demo.cast import CastCustomer
from farol.core.exchange.holds import hold_view
from farol.core.exchange.shapes import Reader
from farol.kit.i18n import LANGS

from .answers import Refused, answer
from .config import Config
from .devices import device
from .identity import identity_token
from .market import rows
from .mood import Mood
from .page import account_page, to_try
from .proofs import Proofs
from .rendering import LANG, WHO, Asked, customer_of, language_of, own_origin, render
from .scenarios import PEOPLE
from .sessions import cookie, stopped
from .world import World


@get("/")
async def front(
    request: Asked,
    config: NamedDependency[Config],
    world: NamedDependency[World],
    mood: NamedDependency[Mood],
    proofs: NamedDependency[Proofs],
) -> Response[str]:
    """The front page: markets for everyone, the account for who is signed in."""
    page = render("front.html", request, config, markets=rows(), **_account(request, world, mood, proofs))
    if request.query_params.get("lang") in LANGS:
        page.set_cookie(Cookie(LANG, value=language_of(request), samesite="lax", max_age=31_536_000))
    return page


@get("/account")
async def account(
    request: Asked,
    config: NamedDependency[Config],
    world: NamedDependency[World],
    mood: NamedDependency[Mood],
    proofs: NamedDependency[Proofs],
) -> Response[str]:
    """The part of the front page that moves, for the page's script to put in place."""
    shown = _account(request, world, mood, proofs)
    return render("account.html", request, config, **shown) if shown["me"] else Response("", status_code=204)


def _account(request: Asked, world: World, mood: Mood, proofs: Proofs) -> dict[str, Any]:
    me, lang = customer_of(request, world), language_of(request)
    return {
        "me": me,
        "page": account_page(world, me, lang) if me else None,
        "device": device(world, proofs, me.uid) if me else None,
        "try_these": to_try(world, lang),
        "mood": mood,
    }


@post("/sign-in")
async def sign_in(request: Asked, config: NamedDependency[Config], world: NamedDependency[World]) -> Response[Any]:
    """One click. A customer whose deposit has arrived finds a new one on its way; a frozen account lets nobody in."""
    own_origin(request)
    form = await request.form()
    me = PEOPLE.get(str(form.get("uid", "")))
    if me is None:
        raise Refused("not_found")
    if stopped(world, me.uid):
        reader, lang = Reader(world.clock(), me.time_zone), language_of(request)
        limits = [hold_view(hold, reader).words.of(lang) for hold in world.holds(me.uid)]
        return render("stopped.html", request, config, 403, who=me, frozen=world.status(me.uid) == "frozen", limits=limits)
    moving, now = world.moving(me.uid), world.clock()
    if moving and moving.state != "confirming" and not world.tale.fresh(me.uid, now):
        world.tale.begin(me.uid, now)
    cookies = [Cookie(WHO, value=cookie(world, me.uid), httponly=True, samesite="lax")]
    if LANG not in request.cookies and me.language == "zh":
        cookies.append(Cookie(LANG, value="zh", samesite="lax", max_age=31_536_000))
    return Redirect("/", status_code=303, cookies=cookies)


@post("/sign-out")
async def sign_out(request: Asked) -> Response[Any]:
    """Back to the front page as a visitor."""
    own_origin(request)
    return Redirect(
        "/", status_code=303, cookies=[Cookie(WHO, value="", httponly=True, samesite="lax", max_age=0)]
    )


@get("/farol-identity")
async def farol_identity(request: Asked, config: NamedDependency[Config], world: NamedDependency[World]) -> Response[bytes]:
    """A fresh identity token for the widget, or ``null`` for a visitor. Never cached, never cross-origin."""
    me = customer_of(request, world)
    return answer({"identity": _token(me, config) if me else None})


@get("/my-tickets")
async def my_tickets(request: Asked, config: NamedDependency[Config], world: NamedDependency[World]) -> Response[Any]:
    """Hands the browser over to Farol's ticket page: a form with a fresh token that sends itself."""
    me = customer_of(request, world)
    if me is None:
        return Redirect("/", status_code=303)
    return render("my_tickets.html", request, config, me=me, identity=_token(me, config))


def _token(me: CastCustomer, config: Config) -> str:
    return identity_token(me, secret=config.widget_secret, issuer=config.widget_issuer, now=time.time())


@post("/demo/{control:str}")
async def demo(
    control: FromPath[str], request: Asked, world: NamedDependency[World], mood: NamedDependency[Mood]
) -> Response[Any]:
    """The demo controls."""
    own_origin(request)
    me = customer_of(request, world)
    if control in ("slow", "down", "well"):
        mood.turn(control)
    elif me and control == "next-block":
        world.next_block(me.uid)
    elif me and control == "finish":
        world.finish(me.uid)
    elif me and control == "again" and world.moving(me.uid):
        world.tale.begin(me.uid, world.clock())
    else:
        raise Refused("not_found")
    return Redirect("/#controls", status_code=303)


routes = [front, account, sign_in, sign_out, farol_identity, my_tickets, demo]
