"""A member's own page: name, level, notices, sanctions; and the link in a mail to hear no more."""

from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.kit.web.credentials import read as credentials

from .. import letters, read_store, telling_store, view
from ..actions import joining
from ..view import Reader
from .shared import AnyRequest, field, nothing, reader_of

NOTICES = 50


@get("/community/{lang:str}/me", can=Can.ANYONE)
async def me(kit: Kit, actor: Actor, lang: str, saved: int = 0) -> Page:
    reader = await reader_of(kit, actor, lang)
    if not i18n.is_lang(lang):
        return nothing(kit, reader)
    return await _me(kit, reader, saved=bool(saved))


@post("/community/{lang:str}/me", can=Can.OWN_TICKETS)
async def save(kit: Kit, actor: Actor, request: AnyRequest, lang: str) -> Page | Response[None]:
    limit("community_change", actor.ref, rate_per_s=1, burst=30)
    reader = await reader_of(kit, actor, lang)
    form = await request.form()
    try:
        if field(form, "mail"):
            await joining.account(kit.db, actor)
            await joining.want_mail(kit, actor.id, field(form, "mail") == "on")
        elif field(form, "read"):
            await telling_store.read_all(kit.db, actor.id)
        else:
            await joining.name_oneself(kit, actor, field(form, "name"))
    except Problem as problem:
        return await _me(kit, reader, problem=problem, typed=field(form, "name"))
    return redirect(f"/community/{reader.lang}/me?saved=1")


@get("/community/mail/{token:str}", can=Can.ANYONE)
async def stop_form(kit: Kit, actor: Actor, request: AnyRequest, token: str) -> Page:
    limit("community_mail", credentials(request.scope).ip, rate_per_s=1, burst=20)
    reader = await reader_of(kit, actor, i18n.lang_of(actor.language))
    return Page("community/stop.html", {**view.page(kit, reader, ""), "good": letters.whose(kit.settings.secret_key, token) is not None, "token": token, "done": False})


@post("/community/mail/{token:str}", can=Can.ANYONE)
async def stop(kit: Kit, actor: Actor, request: AnyRequest, token: str) -> Page:
    limit("community_mail", credentials(request.scope).ip, rate_per_s=1, burst=20)
    reader = await reader_of(kit, actor, i18n.lang_of(actor.language))
    customer_id = letters.whose(kit.settings.secret_key, token)
    if customer_id is not None:
        await joining.want_mail(kit, customer_id, False)
    return Page("community/stop.html", {**view.page(kit, reader, ""), "good": customer_id is not None, "token": token, "done": customer_id is not None})


async def _me(kit: Kit, reader: Reader, *, saved: bool = False, problem: Problem | None = None, typed: str = "") -> Page:
    told, topics = [], []
    if reader.customer:
        told = await telling_store.notices(kit.db, reader.id, NOTICES)
        topics = await read_store.own_topics(kit.db, reader.id)
    viewer = reader.viewer
    level = reader.words.my_level.format(level=getattr(reader.words, f"l_{viewer.level}")) if viewer and viewer.level else ""
    return Page("community/me.html", {
        **view.page(kit, reader, "/me"), "notices": [view.notice(one, reader) for one in told], "topics": [view.row(one, reader) for one in topics],
        "level": level, "again": view.renamed_after(viewer, reader) if viewer and viewer.name else "", "typed": typed or (viewer.name if viewer and viewer.name else ""),
        "error": problem.text(reader.lang) if problem else "", "saved": saved,
    }, status=problem.status if problem else 200)  # fmt: skip


routes = [me, save, stop_form, stop]
