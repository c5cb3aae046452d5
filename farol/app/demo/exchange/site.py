"""The demo exchange's web site: front page, one-click sign-in, identity for the widget, demo controls."""

import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from litestar import Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.params import FromPath
from litestar.response import Redirect

from farol.app.demo.cast import BY_UID, CUSTOMERS, CastCustomer
from farol.kit.i18n import HTML_LANG, LANGS, Lang, choose, lang_of

from .answers import Refused, answer
from .config import Config
from .identity import identity_token
from .market import rows
from .mood import Mood
from .page import account_page, to_try
from .words import SiteWords
from .world import World

HERE = Path(__file__).parent
WHO, LANG = "demo_exchange", "demo_exchange_lang"
Asked = Request[Any, Any, Any]

_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(HERE / "templates"), autoescape=True, undefined=jinja2.StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip


def customer_of(request: Asked) -> CastCustomer | None:
    """Who is signed in on this browser."""
    return BY_UID.get(request.cookies.get(WHO, ""))


def language_of(request: Asked) -> Lang:
    """The chosen language, else what the browser asks for."""
    chosen = request.query_params.get("lang") or request.cookies.get(LANG, "")
    return lang_of(chosen) if chosen in LANGS else choose(request.headers.get("accept-language"))


def own_origin(request: Asked) -> None:
    """Raises ``Refused`` when a form was sent from another site."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise Refused("not_found")


def render(name: str, request: Asked, config: Config, status: int = 200, **values: Any) -> Response[str]:
    """A page. Its content security policy lets the widget in and nothing else from outside."""
    lang = language_of(request)
    html = _templates.get_template(name).render(
        t=SiteWords(lang), lang=lang, html_lang=HTML_LANG[lang], other=LANGS[lang == "zh"], brand=config.brand,
        farol=config.farol_url, me=customer_of(request), customers=CUSTOMERS, **values,
    )  # fmt: skip
    farol = config.farol_url
    live = farol.replace("http", "ws", 1)
    policy = (
        f"default-src 'self'; script-src 'self' {farol}; style-src 'self' {farol} 'unsafe-inline'; "
        f"img-src 'self' data: blob: {farol}; connect-src 'self' {farol} {live}; font-src 'self' {farol}; "
        f"media-src blob: {farol}; form-action 'self' {farol}; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
    )
    headers = {
        "content-security-policy": policy, "cache-control": "no-store", "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
    }  # fmt: skip
    return Response(html, media_type=MediaType.HTML, status_code=status, headers=headers)


@get("/")
async def front(
    request: Asked,
    config: NamedDependency[Config],
    world: NamedDependency[World],
    mood: NamedDependency[Mood],
) -> Response[str]:
    """The front page: markets for everyone, the account for who is signed in."""
    page = render("front.html", request, config, markets=rows(), **_account(request, world, mood))
    if request.query_params.get("lang") in LANGS:
        page.set_cookie(Cookie(LANG, value=language_of(request), samesite="lax", max_age=31_536_000))
    return page


@get("/account")
async def account(
    request: Asked,
    config: NamedDependency[Config],
    world: NamedDependency[World],
    mood: NamedDependency[Mood],
) -> Response[str]:
    """The part of the front page that moves, for the page's script to put in place."""
    return render("account.html", request, config, **_account(request, world, mood))


def _account(request: Asked, world: World, mood: Mood) -> dict[str, Any]:
    me, lang = customer_of(request), language_of(request)
    return {
        "page": account_page(world, me, lang) if me else None,
        "try_these": to_try(world, lang),
        "mood": mood,
    }


@post("/sign-in")
async def sign_in(request: Asked, world: NamedDependency[World]) -> Response[Any]:
    """One click. A customer whose deposit has arrived finds a new one on its way."""
    own_origin(request)
    form = await request.form()
    me = BY_UID.get(str(form.get("uid", "")))
    if me is None:
        raise Refused("not_found")
    moving, now = world.moving(me.uid), world.clock()
    if moving and moving.state != "confirming" and not world.tale.fresh(me.uid, now):
        world.tale.begin(me.uid, now)
    cookies = [Cookie(WHO, value=me.uid, httponly=True, samesite="lax")]
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
async def farol_identity(request: Asked, config: NamedDependency[Config]) -> Response[bytes]:
    """A fresh identity token for the widget, or ``null`` for a visitor. Never cached, never cross-origin."""
    me = customer_of(request)
    return answer({"identity": _token(me, config) if me else None})


@get("/my-tickets")
async def my_tickets(request: Asked, config: NamedDependency[Config]) -> Response[Any]:
    """Hands the browser over to Farol's ticket page: a form with a fresh token that sends itself."""
    me = customer_of(request)
    if me is None:
        return Redirect("/", status_code=303)
    return render("my_tickets.html", request, config, identity=_token(me, config))


def _token(me: CastCustomer, config: Config) -> str:
    return identity_token(me, secret=config.widget_secret, issuer=config.widget_issuer, now=time.time())


@post("/demo/{control:str}")
async def demo(
    control: FromPath[str], request: Asked, world: NamedDependency[World], mood: NamedDependency[Mood]
) -> Response[Any]:
    """The demo controls."""
    own_origin(request)
    me = customer_of(request)
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
