"""The mailbox's pages: a list, a mail, an answer. Work without scripts; one small script brings new mail into view."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from litestar import Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect

from farol.channels.email.model import ADDRESS
from farol.kit import clock
from farol.kit.i18n import HTML_LANG, LANGS, Lang, choose, lang_of, moment, written

from . import outbox
from .config import Config
from .letters import Letter, Letters
from .words import Words

HERE = Path(__file__).parent
LANG = "demo_mailbox_lang"
Asked = Request[Any, Any, Any]
Page = Response[str]
POLICY = ("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self' data:; "
          "form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(HERE / "templates"), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True,
    lstrip_blocks=True,
)


def language_of(request: Asked) -> Lang:
    """The chosen language, else what the browser asks for."""
    chosen = request.query_params.get("lang") or request.cookies.get(LANG, "")
    return lang_of(chosen) if chosen in LANGS else written(choose(request.headers.get("accept-language")))


def render(name: str, request: Asked, config: Config, letters: Letters, status: int = 200, **values: Any) -> Page:
    """A page with the list beside it."""
    lang = language_of(request)
    box = request.query_params.get("box", "")
    html = _templates.get_template(name).render(
        t=Words(lang), lang=lang, html_lang=HTML_LANG[lang], other=LANGS[lang == "zh"], brand=config.brand, support=config.support,
        letters=letters.of(box), boxes=letters.boxes(), box=box, newest=letters.newest, path=request.url.path,
        when=lambda at: moment(at, clock.now(), lang), **values)
    headers = {"content-security-policy": POLICY, "cache-control": "no-store", "x-content-type-options": "nosniff",
               "referrer-policy": "same-origin"}  # with no-referrer a browser names no origin for our own forms
    answer: Page = Response(html, media_type=MediaType.HTML, status_code=status, headers=headers)
    if request.query_params.get("lang") in LANGS:
        answer.set_cookie(Cookie(LANG, lang, httponly=True, samesite="lax", max_age=31_536_000))
    return answer


def own_origin(request: Asked) -> None:
    """A form sent from another site finds nothing here."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise NotFoundException


def _letter(letters: Letters, letter_id: int) -> Letter:
    letter = letters.get(letter_id)
    if letter is None:
        raise NotFoundException
    return letter


@get("/")
async def index(request: Asked, config: NamedDependency[Config], letters: NamedDependency[Letters]) -> Page:
    """All mails, or those of one address (``?box=``)."""
    return render("index.html", request, config, letters, current=None)


@get("/mail/{letter_id:int}")
async def read(request: Asked, letter_id: FromPath[int], config: NamedDependency[Config], letters: NamedDependency[Letters]) -> Page:
    """One mail with its answer box. ``?as=text`` or ``?as=headers`` for the other views."""
    letter = _letter(letters, letter_id)
    view = request.query_params.get("as", "html")
    return render("mail.html", request, config, letters, current=letter, view=view, words="", error="",
                  went="went" in request.query_params)


@get("/mail/{letter_id:int}/body")
async def body(letter_id: FromPath[int], letters: NamedDependency[Letters]) -> Page:
    """The mail's HTML alone, in a sandbox that runs and loads nothing."""
    headers = {"content-security-policy": MAIL_POLICY, "x-content-type-options": "nosniff", "cache-control": "no-store"}
    return Response(_letter(letters, letter_id).html, media_type=MediaType.HTML, headers=headers)


@get("/mail/{letter_id:int}/raw")
async def raw(letter_id: FromPath[int], letters: NamedDependency[Letters]) -> Response[bytes]:
    """The bytes as they came."""
    headers = {"content-disposition": f'attachment; filename="{letter_id}.eml"', "x-content-type-options": "nosniff"}
    return Response(_letter(letters, letter_id).raw, media_type="message/rfc822", headers=headers)


@post("/mail/{letter_id:int}/reply")
async def reply(request: Asked, letter_id: FromPath[int], config: NamedDependency[Config], letters: NamedDependency[Letters]) -> Any:
    """Sends the answer by SMTP and shows the mail again."""
    own_origin(request)
    letter, lang = _letter(letters, letter_id), language_of(request)
    words = str((await request.form()).get("words", ""))[: outbox.LONGEST].replace("\r\n", "\n")
    error = ""
    if not words.strip():
        error = Words(lang).empty
    else:
        try:
            raw, to = outbox.answer(letter, words, lang)
            await outbox.send(config, letter.box, to, raw)
            letters.keep(letter.box, "out", raw)
        except (outbox.NotSent, ValueError) as problem:
            error = Words(lang).not_sent.format(why=problem)
    if error:
        return render("mail.html", request, config, letters, 422, current=letter, view="html", words=words, error=error, went=False)
    return Redirect(f"/mail/{letter_id}?went", status_code=303)


@get("/new")
async def new(request: Asked, config: NamedDependency[Config], letters: NamedDependency[Letters]) -> Page:
    """A first letter to support, from any address."""
    return render("new.html", request, config, letters, current=None, sender=request.query_params.get("box", ""), subject="", words="", error="")


@post("/new")
async def write(request: Asked, config: NamedDependency[Config], letters: NamedDependency[Letters]) -> Any:
    """Sends it by SMTP."""
    own_origin(request)
    form, t = await request.form(), Words(language_of(request))
    sender, subject, words = (str(form.get(name, ""))[:most] for name, most in (("sender", 320), ("subject", 200), ("words", outbox.LONGEST)))
    error = t.empty if not words.strip() else "" if ADDRESS.fullmatch(sender.strip()) else t.bad_address
    if not error:
        raw = outbox.write(sender.strip(), config.support, subject, words.replace("\r\n", "\n"), clock.now(), [])
        try:
            await outbox.send(config, sender.strip(), config.support, raw)
        except outbox.NotSent as problem:
            error = t.not_sent.format(why=problem)
    if error:
        return render("new.html", request, config, letters, 422, current=None, sender=sender, subject=subject, words=words, error=error)
    letter = letters.keep(sender.strip().lower(), "out", raw)
    return Redirect(f"/mail/{letter.id}?went" if letter else "/", status_code=303)


@get("/newest")
async def newest(letters: NamedDependency[Letters]) -> dict[str, str]:
    """The id of the last mail, as text: it is larger than a script's numbers."""
    return {"id": str(letters.newest)}


@get("/mails")
async def mails(request: Asked, letters: NamedDependency[Letters]) -> list[dict[str, Any]]:
    """The mails of an address as JSON, newest first, for journeys and scripts."""
    found = letters.of(request.query_params.get("box", ""))[:100]
    return [{"id": str(each.id), "box": each.box, "way": each.way, "subject": each.mail.subject, "text": each.mail.text,
             "reply_to": each.address("reply-to"), "message_id": each.mail.message_id} for each in found]


routes = [index, read, body, raw, reply, new, write, newest, mails]
