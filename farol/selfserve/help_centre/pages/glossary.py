"""The glossary: words of the trade in both languages."""

from typing import Any

from farol.kit.core import Kit
from farol.kit.i18n import is_tongue
from farol.kit.permission import Can
from farol.kit.web import Response, get
from farol.selfserve.knowledge import topic_store

from .. import structured
from ..site import BOTH, AnyRequest, missing, shown, spoken_of
from ..words import Words


@get("/help/{lang:str}/glossary", can=Can.ANYONE)
async def glossary(kit: Kit, request: AnyRequest, lang: str) -> Response[Any]:
    """Every term with its meaning, by the English word."""
    if not is_tongue(lang):
        return await missing(kit, request, lang)
    spoken = spoken_of(lang)
    terms = await topic_store.terms(kit.db)
    return await shown(kit, request, "glossary.html", spoken, "/glossary", {
        "terms": terms, "description": Words(spoken).glossary_line, "data": structured.glossary(terms, spoken, Words(spoken).glossary),
    }, languages=BOTH)  # fmt: skip


routes = [glossary]
