"""A topic: its articles, each with the answer in 30 seconds, and what is paused where that matters."""

from typing import Any

from farol.core.exchange import published
from farol.kit.core import Kit
from farol.kit.i18n import is_lang
from farol.kit.permission import Can
from farol.kit.web import Response, get
from farol.selfserve.knowledge.model import TOPICS

from .. import structured
from ..notices import pauses
from ..shelf import shelf
from ..site import BOTH, AnyRequest, missing, shown, spoken_of, topics
from ..words import Words

MOVING = frozenset({"deposits", "withdrawals"})
"""Topics for which the state of the networks matters."""


@get("/help/{lang:str}/t/{code:str}", can=Can.ANYONE)
async def topic(kit: Kit, request: AnyRequest, lang: str, code: str) -> Response[Any]:
    """One of the ten."""
    spoken, books = spoken_of(lang), await shelf(kit)
    found = books.topics(spoken).get(code)
    if not is_lang(lang) or not found:
        return await missing(kit, request, lang)
    words, name = Words(spoken), TOPICS[code].text(spoken)
    paused = published.paused((await published.networks(kit)).value or []) if code in MOVING else []
    crumbs = [(words.help, f"/help/{lang}"), (name, f"/help/{lang}/t/{code}")]
    return await shown(kit, request, "topic.html", spoken, f"/t/{code}", {
        "code": code, "name": name, "articles": found, "pauses": pauses(paused, words),
        "description": words.topic_line.format(topic=name, n=len(found)),
        "data": structured.topic(kit, found, crumbs), **topics(books, spoken),
    }, languages=BOTH)  # fmt: skip


routes = [topic]
