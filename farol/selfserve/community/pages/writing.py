"""Forms in which customers write. A refusal shows the form again with every word still in it."""

from typing import Any
from uuid import uuid4

from farol.core.tickets.api import possible
from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect

from .. import moderation_store, read_store, view
from ..actions import joining, posting
from ..actions.posting import Draft, Posted
from ..model import LONGEST
from ..view import Reader
from .reading import topic_page
from .shared import AnyRequest, field, nothing, once, reader_of


@get("/community/{lang:str}/new", can=Can.ANYONE)
async def new(kit: Kit, actor: Actor, lang: str, kind: str = "question", category: str = "", title: str = "") -> Page:
    reader = await reader_of(kit, actor, lang)
    if not i18n.is_lang(lang):
        return nothing(kit, reader)
    kept = {"kind": "idea" if kind == "idea" else "question", "category": "ideas" if kind == "idea" and not category else category, "title": title[: LONGEST["title"]]}
    return await _form(kit, reader, kept)


@post("/community/{lang:str}/topics", can=Can.OWN_TICKETS)
async def open_topic(kit: Kit, actor: Actor, request: AnyRequest, lang: str) -> Page | Response[None]:
    reader = await reader_of(kit, actor, lang)
    form = await request.form()
    kept = {name: field(form, name) for name in ("kind", "category", "title", "body", "name")}
    try:
        limit("community_post", actor.ref, rate_per_s=0.5, burst=20)
        await _named(kit, actor, reader, kept["name"])
        draft = Draft(kept["kind"], kept["category"], reader.lang, kept["title"], kept["body"], once(form, kept["title"], kept["body"]))
        posted = await posting.open_topic(kit, actor, draft)
    except Problem as problem:
        return await _form(kit, await reader_of(kit, actor, lang), kept, problem)
    return redirect(_there(reader, posted))


@post("/community/{lang:str}/t/{topic_no:int}/posts", can=Can.OWN_TICKETS)
async def reply(kit: Kit, actor: Actor, request: AnyRequest, lang: str, topic_no: int) -> Page | Response[None]:
    reader = await reader_of(kit, actor, lang, possible(topic_no))
    form = await request.form()
    body = field(form, "body")
    try:
        limit("community_post", actor.ref, rate_per_s=0.5, burst=20)
        await _named(kit, actor, reader, field(form, "name"))
        posted = await posting.reply(kit, actor, topic_no, body, once(form, body))
    except Problem as problem:
        found = await read_store.topic(kit.db, topic_no)
        if problem.status == 404 or found is None or (found.state != "shown" and found.customer_id != reader.id):
            return nothing(kit, reader)
        return await topic_page(kit, actor, await reader_of(kit, actor, lang, topic_no), found, problem=problem, kept=body, after=found.last_n - 20)
    return redirect(_there(reader, posted))


async def _named(kit: Kit, actor: Actor, reader: Reader, typed: str) -> None:
    """A first post brings the name along."""
    if typed.strip() and not (reader.viewer and reader.viewer.name):
        await joining.name_oneself(kit, actor, typed)


async def _form(kit: Kit, reader: Reader, kept: dict[str, str], problem: Problem | None = None) -> Page:
    places = await moderation_store.categories(kit.db)
    values: dict[str, Any] = {"kind": "question", "category": "", "title": "", "body": "", "name": "", **kept}
    return Page("community/new.html", {
        **view.page(kit, reader, f"/new?kind={values['kind']}" if values["kind"] == "idea" else "/new"), "kept": values, "form_id": uuid4(), "is_idea": values["kind"] == "idea",
        "places": [{"code": one.code, "name": one.zh if reader.lang == "zh" else one.en} for one in places if not one.closed],
        "error": problem.text(reader.lang) if problem else "",
    }, status=problem.status if problem else 200)  # fmt: skip


def _there(reader: Reader, posted: Posted) -> str:
    """The post on its topic's page, with what its author is told."""
    told = f"?said={posted.n}" + ("&held=1" if posted.held else "") + ("&removed=1" if posted.removed else "")
    return f"/community/{reader.lang}/t/{posted.topic_id}{told}&after={max(2, posted.n - 20)}#p{posted.n}"


routes = [new, open_topic, reply]
