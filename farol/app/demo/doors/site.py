"""The pages: the doors, a conversation as one of its people, phones, and webhooks that came. Work without scripts."""

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

from farol.kit import clock
from farol.kit.i18n import HTML_LANG, LANGS, Lang, choose, lang_of, moment, written

from . import services
from .config import Config
from .people import BY_KEY, PEOPLE
from .platforms.twilio_call import OURS
from .played.stage import NotHeard, Stage
from .words import Words
from .world import World

HERE = Path(__file__).parent
LANG, WHO = "demo_doors_lang", "demo_doors_who"
LONGEST = 4000
Asked = Request[Any, Any, Any]
Page = Response[str]
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(HERE / "templates"), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def language_of(request: Asked) -> Lang:
    """The chosen language, else what the browser asks for."""
    chosen = request.query_params.get("lang") or request.cookies.get(LANG, "")
    return lang_of(chosen) if chosen in LANGS else written(choose(request.headers.get("accept-language")))


def render(name: str, request: Asked, config: Config, status: int = 200, **values: Any) -> Page:
    """A page in the frame."""
    lang = language_of(request)
    given: dict[str, Any] = {"stages": {}, "stage": None, "room": None, "place": "", "known": "", **values}
    html = _templates.get_template(name).render(
        t=Words(lang), lang=lang, html_lang=HTML_LANG[lang], other=LANGS[lang == "zh"], brand=config.brand, path=request.url.path,
        when=lambda at: moment(at, clock.now(), lang), **given)
    headers = {"content-security-policy": POLICY, "cache-control": "no-store", "x-content-type-options": "nosniff", "referrer-policy": "same-origin"}
    answer: Page = Response(html, media_type=MediaType.HTML, status_code=status, headers=headers)
    if request.query_params.get("lang") in LANGS:
        answer.set_cookie(Cookie(LANG, lang, httponly=True, samesite="lax", max_age=31_536_000))
    if (who := given.get("me")) is not None:
        answer.set_cookie(Cookie(WHO, who.key, httponly=True, samesite="lax"))
    return answer


def own_origin(request: Asked) -> None:
    """A form sent from another site finds nothing here."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise NotFoundException


def _stage(world: World, key: str, room: str) -> Stage:
    stage = world.stages.get(key)
    if stage is None or stage is world.phone or room not in {one.key for one in stage.rooms}:
        raise NotFoundException
    return stage


def _talk(request: Asked, config: Config, world: World, key: str, room: str, status: int = 200, **values: Any) -> Page:
    stage = _stage(world, key, room)
    chosen = values.pop("who", "") or request.query_params.get("who") or request.cookies.get(WHO, "")
    me = BY_KEY.get(chosen, PEOPLE[0])
    given = {"words": request.query_params.get("words", "")[:LONGEST], "error": "", **values}
    return render("talk.html", request, config, status, stages=world.stages, stage=stage, room=stage.room(room), lines=stage.lines(room, me), me=me,
                  people=PEOPLE, place=stage.place(room, me),
                  known=_known(world, stage.place(room, me)), **given)  # fmt: skip


@get("/")
async def index(request: Asked, config: NamedDependency[Config], world: NamedDependency[World]) -> Page:
    """The doors."""
    return render("index.html", request, config, stages=world.stages, ours=OURS)


@get("/on/{key:str}/{room:str}")
async def talk(request: Asked, key: FromPath[str], room: FromPath[str], config: NamedDependency[Config], world: NamedDependency[World]) -> Page:
    """A conversation, seen by one of its people (``?who=``)."""
    return _talk(request, config, world, key, room)


@post("/on/{key:str}/{room:str}")
async def say(request: Asked, key: FromPath[str], room: FromPath[str], config: NamedDependency[Config], world: NamedDependency[World]) -> Any:
    """Writes there, or presses a button under a line."""
    own_origin(request)
    stage, form = _stage(world, key, room), await request.form()
    who = str(form.get("who", ""))
    me, words = BY_KEY.get(who, PEOPLE[0]), str(form.get("words", ""))[:LONGEST].replace("\r\n", "\n")
    try:
        if form.get("line"):
            await stage.press(room, me, str(form["line"]), str(form.get("name", ""))[:200])
        elif not words.strip():
            return _talk(request, config, world, key, room, 422, who=me.key, error=Words(language_of(request)).empty)
        else:
            await stage.say(room, me, words.strip())
    except NotHeard as problem:
        error = Words(language_of(request)).not_heard.format(why=problem)
        return _talk(request, config, world, key, room, 422, who=me.key, words=words, error=error)
    return Redirect(f"/on/{key}/{room}?who={me.key}#end", status_code=303)


@get("/phone-calls")
async def phones(request: Asked, config: NamedDependency[Config], world: NamedDependency[World]) -> Page:
    """Phones of both sides."""
    return _phones(request, config, world)


def _phones(request: Asked, config: Config, world: World, status: int = 200, error: str = "") -> Page:
    callers, colleagues = world.phone.handsets()
    return render("phones.html", request, config, status, stages=world.stages, stage=world.phone, callers=callers, colleagues=colleagues, people=PEOPLE,
                  ours=OURS, error=error, known=_known(world, ""))  # fmt: skip


@post("/phone-calls")
async def use_phone(request: Asked, config: NamedDependency[Config], world: NamedDependency[World]) -> Any:
    """Dials, or does something with a phone."""
    own_origin(request)
    form = await request.form()
    deed, sid = str(form.get("deed", "")), str(form.get("sid", ""))
    try:
        if deed == "dial":
            person = BY_KEY.get(str(form.get("who", "")), PEOPLE[0])
            await world.phone.dial(person.phone)
        else:
            await world.phone.use(sid, "press" if form.get("key") else deed, str(form.get("key") or form.get("keys") or "")[:40])
    except NotHeard as problem:
        return _phones(request, config, world, 422, Words(language_of(request)).not_heard.format(why=problem))
    return Redirect("/phone-calls", status_code=303)


@get("/webhooks")
async def webhooks(request: Asked, config: NamedDependency[Config], world: NamedDependency[World]) -> Page:
    """What Farol told another system."""
    lines = list(reversed(world.memory.lines(services.PLACE)))[:50]
    return render("webhooks.html", request, config, stages=world.stages, lines=lines, place=services.PLACE, known=_known(world, services.PLACE))


@get("/newest")
async def newest(request: Asked, world: NamedDependency[World]) -> dict[str, str]:
    """What the page of ``?place=`` was made of, in short; without one, that of phones."""
    return {"known": _known(world, request.query_params.get("place", ""))}


def _known(world: World, place: str) -> str:
    """Changes whenever the page would show something else."""
    if place:
        lines = world.memory.lines(place)
        return f"{lines[-1].at.isoformat() if lines else ''} {sum(line.gone for line in lines)}"
    return " ".join(f"{side.sid[-4:]}{side.status}{len(side.heard)}{side.gather is not None}{side.held}" for side in world.phone.there.everybody())


routes = [index, talk, say, phones, use_phone, webhooks, newest]
