"""Lines to choose from while somebody types; the search page works without them."""

from typing import Any

import msgspec

from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Request, Response, get
from farol.kit.web.credentials import read as credentials
from farol.selfserve.knowledge.readers import reader_of

from . import asking
from .offers import Offer

MOST_AGE_S = 30


class Suggested(msgspec.Struct, frozen=True):
    """Lines, the likeliest first; one with a slug opens that article, one without is searched for."""

    offers: list[Offer]


@get("/help/{lang:str}/suggest", can=Can.ANYONE)
async def suggest(kit: Kit, actor: Actor, lang: str, request: Request[Any, Any, Any], q: str = "") -> Response[Suggested]:
    """At most eight lines for what was typed so far; none for nothing."""
    limit("help_suggest", credentials(request.scope).ip, rate_per_s=15, burst=90)
    if not i18n.is_lang(lang):
        raise NotFound
    if "\0" in q:
        raise Invalid(errors=[{"field": "q", "why": "holds a NUL character"}])
    found = await asking.offers(kit, await reader_of(kit.db, actor), q, lang)
    return Response(Suggested(found), headers={"cache-control": f"private, max-age={MOST_AGE_S}"})


routes = [suggest]
