"""The stream of announcements: all of them, one of them, and a feed for readers of feeds."""

from collections.abc import Sequence
from datetime import UTC
from typing import Any

import msgspec

from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.i18n import Tongue, is_lang, is_tongue, written
from farol.kit.permission import Can
from farol.kit.web import Response, get, public
from farol.selfserve.announcements.board import board
from farol.selfserve.announcements.model import KINDS, NAMES, Announcement
from farol.selfserve.knowledge import markdown

from .. import feed, links, structured
from ..site import BOTH, AnyRequest, missing, shown, spoken_of
from ..words import Words

MOST_LISTED, MOST_FED = 100, 30


class Line(msgspec.Struct, frozen=True):
    """An announcement in one language, in a list."""

    id: int
    kind: str
    kind_name: str
    title: str
    published: str
    times: str
    now: bool


def lines(news: Sequence[Announcement], lang: Tongue) -> list[Line]:
    """As lists show them."""
    now = clock.now()
    return [
        Line(one.id, one.kind, NAMES[one.kind].text(lang), one.title(lang), i18n.moment(one.published_at, now, lang), times(one, lang), one.under_way(now))
        for one in news
    ]


def times(one: Announcement, lang: Tongue) -> str:
    """When the thing itself happens, in words; empty when it has no time."""
    if one.begins_at is None:
        return ""
    begins = i18n.moment(one.begins_at, clock.now(), lang)
    if one.ends_at is None:
        return Words(lang).from_only.format(begins=begins)
    same_day = one.begins_at.astimezone(UTC).date() == one.ends_at.astimezone(UTC).date()
    ends = i18n.clock_time(one.ends_at, lang) if same_day else i18n.moment(one.ends_at, clock.now(), lang)
    return Words(lang).from_to.format(begins=begins, ends=ends)


@get("/help/{lang:str}/announcements", can=Can.ANYONE)
async def stream(kit: Kit, request: AnyRequest, lang: str, kind: str = "") -> Response[Any]:
    """The newest first, of all kinds or of one."""
    if not is_tongue(lang) or (kind and kind not in KINDS):
        return await missing(kit, request, lang)
    spoken = spoken_of(lang)
    found = [one for one in await board(kit) if not kind or one.kind == kind][:MOST_LISTED]
    return await shown(kit, request, "announcements.html", spoken, "/announcements", {
        "news": lines(found, spoken), "kind": kind, "kinds": [(code, NAMES[code].text(spoken)) for code in KINDS],
        "description": Words(spoken).announcements_line, "feed": f"/help/{written(spoken)}/announcements.atom",
    }, languages=BOTH)  # fmt: skip


@get("/help/{lang:str}/announcements/{announcement_no:int}", can=Can.ANYONE)
async def announcement(kit: Kit, request: AnyRequest, lang: str, announcement_no: int) -> Response[Any]:
    """One of them, whole."""
    spoken = spoken_of(lang)
    one = next((each for each in await board(kit) if each.id == announcement_no), None)
    if one is None or not is_tongue(lang):
        return await missing(kit, request, lang)
    words, now = Words(spoken), clock.now()
    crumbs = [(words.help, f"/help/{lang}"), (words.announcements, f"/help/{lang}/announcements"), (one.title(spoken), f"/help/{lang}/announcements/{announcement_no}")]
    corrected = words.corrected_at.format(at=i18n.moment(one.changed_at, now, spoken)) if one.version > 1 else ""
    return await shown(kit, request, "announcement.html", spoken, f"/announcements/{announcement_no}", {
        "one": lines([one], spoken)[0], "html": html(one, spoken), "published": words.announced_at.format(at=i18n.moment(one.published_at, now, spoken)),
        "corrected": corrected, "description": summary(one, spoken), "data": structured.announcement(kit, one, spoken, crumbs), "og_type": "article",
    }, languages=BOTH)  # fmt: skip


@get("/help/{lang:str}/announcements.atom", can=Can.ANYONE)
async def atom(kit: Kit, request: AnyRequest, lang: str) -> Response[Any]:
    """The same for readers of feeds."""
    if not is_lang(lang):
        return await missing(kit, request, lang)
    entries = [feed.Entry(one.id, one.title(lang), NAMES[one.kind].text(lang), html(one, lang), one.published_at, one.changed_at)
               for one in (await board(kit))[:MOST_FED]]  # fmt: skip
    title = f"{kit.settings.brand} · {Words(lang).announcements}"
    return public.answer(request, feed.atom(kit.settings.public_url, lang, title, entries), "application/atom+xml; charset=utf-8")


def html(one: Announcement, lang: Tongue) -> str:
    """Its words as cleaned HTML, with links to articles that work from here."""
    made = "".join(part.html for part in markdown.parts(one.body(lang)) if isinstance(part, markdown.Prose))
    return links.whole(made, lang)


def summary(one: Announcement, lang: Tongue) -> str:
    """Its first words, for search engines."""
    return markdown.plain(one.body(lang)).replace("\n", " ")[:160]


routes = [stream, announcement, atom]
