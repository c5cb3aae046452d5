"""The API for programmers, in one page that can be searched with the browser."""

from typing import Any

from farol.core.exchange import published
from farol.kit.core import Kit
from farol.kit.i18n import is_lang
from farol.kit.permission import Can
from farol.kit.web import Response, get

from .. import manual
from ..blocks import grid, seen
from ..site import BOTH, AnyRequest, missing, shown, spoken_of
from ..words import Words

LIMITS = "api-limits"
"""The published table of request limits."""


@get("/help/{lang:str}/api", can=Can.ANYONE)
async def api_docs(kit: Kit, request: AnyRequest, lang: str) -> Response[Any]:
    """Endpoints, signatures, errors and statuses."""
    file = manual.shipped(kit)
    if not is_lang(lang) or file is None:
        return await missing(kit, request, lang)
    spoken, limits = spoken_of(lang), await published.table(kit, LIMITS)
    return await shown(kit, request, "api.html", spoken, "/api", {
        "manual": manual.read(file), "description": Words(spoken).api_line, "limits": grid(limits.value, spoken) if limits.value else None,
        "limits_seen": seen(limits, spoken),
    }, languages=BOTH)  # fmt: skip


routes = [api_docs]
