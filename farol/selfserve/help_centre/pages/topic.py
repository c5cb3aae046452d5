"""A topic: its articles, each with the answer in 30 seconds, and what is paused where that matters."""

from typing import Any

from farol.core.exchange import published
from farol.kit.core import Kit
from farol.kit.i18n import Tongue, is_tongue
from farol.kit.permission import Can
from farol.kit.web import Response, get
from farol.selfserve.titles.showing import eyes

from .. import structured
from ..notices import pauses
from ..shelf import shelf
from ..site import BOTH, AnyRequest, missing, shown, spoken_of, topics
from ..structured import Crumbs
from ..tree import Tree, tree
from ..words import Words

MOVING = frozenset({"deposits", "withdrawals"})
"""Topics for which the state of the networks matters."""


@get("/help/{lang:str}/t/{code:str}", can=Can.ANYONE)
async def topic(kit: Kit, request: AnyRequest, lang: str, code: str) -> Response[Any]:
    """One of the tree, with the topics under it."""
    spoken, all_topics = spoken_of(lang), await tree(kit)
    by_topic = (await shelf(kit)).topics(spoken)
    below = [each for each in all_topics.below(code) if by_topic.get(each)]
    found = by_topic.get(code, [])
    if not is_tongue(lang) or code not in all_topics.codes() or not (found or below):
        return await missing(kit, request, lang)
    seen_by = await eyes(kit, request)
    words, name, way = Words(spoken), all_topics.name(code, spoken), crumbs(all_topics, code, spoken)
    paused = published.paused((await published.networks(kit)).value or []) if moving(all_topics, code) else []
    return await shown(kit, request, "topic.html", spoken, f"/t/{code}", {
        "code": code, "name": name, "articles": [seen_by.saw(one) for one in found], "pauses": pauses(paused, words), "above": way[:-1],
        "below": [(all_topics.name(each, spoken), f"/help/{lang}/t/{each}") for each in below],
        "description": words.topic_line.format(topic=name, n=len(found)), "data": structured.topic(kit, found, way), **await topics(kit, spoken, request),
    }, languages=BOTH)  # fmt: skip


def crumbs(all_topics: Tree, code: str, lang: Tongue) -> Crumbs:
    """From the first page down to the topic."""
    return [(Words(lang).help, f"/help/{lang}"), *((all_topics.name(each, lang), f"/help/{lang}/t/{each}") for each in all_topics.above(code))]


def moving(all_topics: Tree, code: str) -> bool:
    """Whether it is about coins that come or go."""
    return not MOVING.isdisjoint([code, *all_topics.above(code)])


routes = [topic]
