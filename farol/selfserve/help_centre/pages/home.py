"""The first page: one question, what is happening now, and everything by topic."""

from typing import Any

from farol.core.exchange import published
from farol.desk.incidents.notices import board as incidents
from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.web import Response, get, redirect
from farol.selfserve.announcements.board import board as announcements
from farol.selfserve.titles.showing import eyes

from .. import structured
from ..blocks import seen
from ..notices import coming, pauses, told
from ..shelf import shelf
from ..site import BOTH, AnyRequest, missing, shown, spoken_of, topics
from ..words import Words
from .announced import lines

USEFUL = ("deposit-not-credited", "withdrawal-holds", "withdrawal-errors", "verify-official")
MOST_PAUSES = 5
MOST_NEWS = 4


@get("/help", can=Can.ANYONE)
async def door(actor: Actor) -> Response[None]:
    """To the reader's language."""
    return redirect(f"/help/{i18n.tongue_of(actor.language)}")


@get("/help/{lang:str}", can=Can.ANYONE)
async def home(kit: Kit, request: AnyRequest, lang: str) -> Response[Any]:
    """The first page."""
    if not i18n.is_tongue(lang):
        return await missing(kit, request, lang)
    spoken, books, board = spoken_of(lang), await shelf(kit), await published.networks(kit)
    words = Words(spoken)
    paused = pauses(published.paused(board.value or []), words)
    news, seen_by = await announcements(kit), await eyes(kit, request)
    return await shown(kit, request, "home.html", spoken, "", {
        "description": words.home_line.format(brand=kit.settings.brand), "useful": [seen_by.of(found) for slug in USEFUL if (found := books.open(slug, spoken))],
        "board": seen(board, spoken), "pauses": paused[:MOST_PAUSES], "more": max(0, len(paused) - MOST_PAUSES),
        "incidents": [told(one, words) for one in await incidents(kit)], "coming": await coming(kit, words),
        "news": lines(news[:MOST_NEWS], spoken), "data": structured.site(kit, spoken), **await topics(kit, spoken, request),
    }, languages=BOTH, home=True)  # fmt: skip


@get("/help/{lang:str}/{rest:path}", can=Can.ANYONE)
async def elsewhere(kit: Kit, request: AnyRequest, lang: str, rest: str) -> Response[Any]:
    """Any other address of the help centre: the page that helps on."""
    return await missing(kit, request, lang)


routes = [door, home, elsewhere]
