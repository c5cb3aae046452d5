"""Pages of the site: who looks, in which language, and under which policy."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from litestar import Request, Response
from litestar.enums import MediaType

from farol.app.demo.cast import CUSTOMERS, CastCustomer
from farol.kit.i18n import HTML_LANG, LANGS, Lang, choose, lang_of, written

from .answers import Refused
from .config import Config
from .scenarios import PEOPLE
from .sessions import signed_in
from .words import SiteWords
from .world import World

HERE = Path(__file__).parent
WHO, LANG = "demo_exchange", "demo_exchange_lang"
Asked = Request[Any, Any, Any]

_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(HERE / "templates"), autoescape=True, undefined=jinja2.StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip


def customer_of(request: Asked, world: World) -> CastCustomer | None:
    """Who is signed in on this browser."""
    uid = signed_in(world, request.cookies.get(WHO, ""))
    return PEOPLE.get(uid)


def language_of(request: Asked) -> Lang:
    """The chosen language, else what the browser asks for."""
    chosen = request.query_params.get("lang") or request.cookies.get(LANG, "")
    return lang_of(chosen) if chosen in LANGS else written(choose(request.headers.get("accept-language")))


def own_origin(request: Asked) -> None:
    """Raises ``Refused`` when a form was sent from another site."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise Refused("not_found")


def render(name: str, request: Asked, config: Config, status: int = 200, me: CastCustomer | None = None, **values: Any) -> Response[str]:
    """A page. Its content security policy lets the widget in and nothing else from outside."""
    lang = language_of(request)
    html = _templates.get_template(name).render(
        t=SiteWords(lang), lang=lang, html_lang=HTML_LANG[lang], other=LANGS[lang == "zh"], brand=config.brand,
        farol=config.farol_url, me=me, customers=CUSTOMERS, path=request.url.path, **values,
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
