"""Messengers: which are open for this customer, a one-time link into one, what is linked, and taking a link back."""

from typing import Any

from farol.channels.connections.kinds import KINDS
from farol.channels.messengers import links
from farol.channels.messengers.links import LinkView
from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound, Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.selfserve.help_centre import ours
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, lax

from . import qr
from .shared import Visit, form, number, visit
from .words import Words

PATH = "/my/chats"
MB = 1024 * 1024
LONGEST = 40


@get(PATH, can=Can.ANYONE)
async def chats(kit: Kit, actor: Actor, request: AnyRequest, lang: str = "", did: str = "") -> Page | Response[None]:
    """Open ones and linked ones."""
    if i18n.is_tongue(lang):
        return redirect(PATH, cookies=[lax(kit, LANGUAGE, lang)])
    here = await visit(kit, actor, request, PATH)
    return here if isinstance(here, Page) else await _page(kit, actor, here, done=here.words.unlinked if did == "unlinked" else "")


@post(PATH + "/links", can=Can.OWN_TICKETS)
async def link(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """A link, shown on this page and nowhere again."""
    limit("link", actor.ref, rate_per_s=0.1, burst=10)
    here = await visit(kit, actor, request, PATH)
    if isinstance(here, Page):
        return here
    try:
        fields = await form(request)
        made = await links.make(kit, actor, fields.get("channel", "")[:LONGEST], None)
    except Problem as problem:
        return await _page(kit, actor, here, problem=problem)
    return await _page(kit, actor, here, made=made)


@post(PATH + "/removal", can=Can.OWN_TICKETS)
async def unlink(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """Takes a link back."""
    limit("unlink", actor.ref, rate_per_s=0.5, burst=20)
    here = await visit(kit, actor, request, PATH)
    if isinstance(here, Page):
        return here
    try:
        contact = number((await form(request)).get("contact", ""))
        if contact is None:
            raise NotFound
        await links.unlink(kit, actor, contact)
    except Problem as problem:
        return await _page(kit, actor, here, problem=problem)
    return redirect(f"{PATH}?did=unlinked")


async def _page(kit: Kit, actor: Actor, here: Visit, *, made: LinkView | None = None, problem: Problem | None = None, done: str = "") -> Page:
    reader, words = here.reader, here.words
    doors, linked = await links.doors(kit, actor), await links.linked(kit, actor)
    taken = {one.channel for one in linked}
    values: dict[str, Any] = {
        "doors": [{"channel": one.channel, "name": _name(one.channel, here), "account": ours.shown(one.channel, one.account), "again": one.channel in taken,
                   "limits": limits_of(one.channel, words)} for one in doors],
        "linked": [{"id": one.id, "name": _name(one.channel, here), "who": f"@{one.username}" if one.username else one.name, "reached": one.reached,
                    "when": words.linked_at.format(at=reader.when(one.bound_at))} for one in linked],
        "made": None, "done": done, "error": _said(problem, here) if problem else "",
    }  # fmt: skip
    if made:
        name = _name(made.channel, here)
        size, drawn = qr.path(made.link) if len(made.link) <= qr.MOST else (0, "")
        values["made"] = {"link": made.link, "code": made.code, "size": size, "path": drawn, "name": name, "go": words.go_there.format(name=name),
                          "until": words.good_until.format(at=reader.when(made.expires_at))}  # fmt: skip
    return here.page("chats.html", values, status=problem.status if problem else 200)


def _said(problem: Problem, here: Visit) -> str:
    return here.words.not_sure if isinstance(problem, Invalid) else problem.text(here.reader.lang)


def _name(channel: str, here: Visit) -> str:
    kind = KINDS.get(channel)
    return (kind.kind.name["zh"] if here.words.chinese else kind.kind.name["en"]) if kind else channel


def limits_of(channel: str, words: Words) -> str:
    """What a message there may be, in one line."""
    limits = KINDS[channel].kind.limits
    line = words.limits_line if limits.files else words.limits_words
    said = line.format(text=limits.text, mb=max(1, min(limits.file_bytes, limits.fetch_bytes) // MB))
    if limits.window_h:
        said += words.gap + (words.limits_days.format(days=limits.window_days) if limits.window_days else words.limits_hours.format(hours=limits.window_h))
    return said


routes = [chats, link, unlink]
