"""Lines to choose from while somebody types; the search page works without them."""

from typing import Any
from urllib.parse import quote

import msgspec

from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Request, Response, get
from farol.kit.web.credentials import read as credentials
from farol.selfserve.knowledge.readers import reader_of
from farol.selfserve.titles.showing import Eyes, eyes

from . import asking
from .offers import Offer

MOST_AGE_S = 30


class Line(msgspec.Struct, frozen=True):
    """A line to choose, and where it leads: an article, or the search for a question."""

    title: str
    href: str


@get("/help/{lang:str}/suggest", can=Can.ANYONE)
async def suggest(kit: Kit, actor: Actor, lang: str, request: Request[Any, Any, Any], q: str = "") -> Response[list[Line]]:
    """At most eight lines for what was typed so far; none for nothing."""
    limit("help_suggest", credentials(request.scope).ip, rate_per_s=15, burst=90)
    if not i18n.is_lang(lang):
        raise NotFound
    if "\0" in q:
        raise Invalid(errors=[{"field": "q", "why": "holds a NUL character"}])
    found = await asking.offers(kit, await reader_of(kit.db, actor), q, lang)
    seen_by = await eyes(kit, request)
    return Response([_line(offer, lang, seen_by) for offer in found], headers={"cache-control": f"private, max-age={MOST_AGE_S}"})


def _line(offer: Offer, lang: str, seen_by: Eyes) -> Line:
    if offer.slug:
        return Line(seen_by.title(offer.slug, lang, offer.words), f"/help/{lang}/a/{offer.slug}")
    return Line(offer.words, f"/help/{lang}/search?q={quote(offer.words)}")


routes = [suggest]
