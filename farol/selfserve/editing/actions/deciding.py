"""What becomes of a gap. A decision stays: the gap is listed under it, with how often it was asked since."""

from contextlib import suppress

import msgspec

from farol.core.tickets.visibility import viewer
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotAllowed, NotFound
from farol.selfserve.knowledge import actions as knowledge
from farol.selfserve.retrieval import actions as retrieval
from farol.selfserve.retrieval import store as search
from farol.selfserve.retrieval.synonyms import effective

from .. import coverage
from .. import coverage_store as store
from ..events import GapDecided, GapReopened
from ..model import Begun, Gap, Verb
from ..problems import DecisionLacks, GroupFull, NoAnswers
from .asking import add_question
from .drafting import make_draft
from .stream import STREAM

MOST_WORDS = 60
"""Of a group of synonyms."""


class Meaning(msgspec.Struct, frozen=True):
    """Words that mean the same. key: of the group they go into, which is made when there is none."""

    key: str
    words: list[str]


async def decide(
    kit: Kit, actor: Actor, key: str, verb: Verb, *, note: str = "", article: Begun | None = None, synonyms: Meaning | None = None, slug: str = "",
) -> int | None:
    """Writes an article, with a draft of what staff answered where they did, adds a synonym, links one that is there, or says that it is not for us. Returns the id of the article.

    A linked article has to be found by the question from then on: it becomes one of the questions search is held to.
    Raises NotFound for a gap or an article that is not there, DecisionLacks, GroupFull, NotAllowed, and what beginning an article or saving synonyms raises.
    """
    gap = next((one for one in await coverage.gaps(kit, viewer(actor)) if one.key == key), None)
    if gap is None:
        raise NotFound
    article_id = await _begin(kit, actor, article, gap.tickets) if verb == "write" else None
    if verb == "link":
        article_id = await _link(kit, actor, gap, slug)
    if verb == "synonym":
        await _add(kit, actor, synonyms)
    async with transaction(kit.db) as tx:
        await store.decide(tx, key, verb, gap.title, gap.volume, article_id, synonyms.key if synonyms and verb == "synonym" else None, note, actor.id)
        seq = await emit(tx, STREAM, actor, GapDecided(key, verb, gap.title, article_id))
    await wake(kit.bus, STREAM, seq)
    await _close(kit, actor, gap)
    return article_id


async def reopen(kit: Kit, actor: Actor, key: str) -> None:
    """The gap is open again. Raises NotFound where nothing was decided."""
    async with transaction(kit.db) as tx:
        if await store.undo(tx, key) is None:
            raise NotFound
        seq = await emit(tx, STREAM, actor, GapReopened(key))
    await wake(kit.bus, STREAM, seq)


async def _begin(kit: Kit, actor: Actor, article: Begun | None, tickets: list[int]) -> int:
    if article is None:
        raise DecisionLacks(what="article")
    if not actor.may(Can.ARTICLE_WRITE):
        raise NotAllowed
    if tickets:
        with suppress(NoAnswers):  # the article begins in another language than they have
            return (await make_draft(kit, actor, article, tickets))[0]
    return await knowledge.open_article(kit, actor, article.slug, article.category, article.language, article.title)


async def _link(kit: Kit, actor: Actor, gap: Gap, slug: str) -> int:
    if not slug:
        raise DecisionLacks(what="slug")
    found = await store.article(kit.db, slug)
    if found is None:
        raise NotFound
    if gap.kind != "reason":
        await add_question(kit, actor, gap.language, gap.title, slug)
    return found


async def _add(kit: Kit, actor: Actor, synonyms: Meaning | None) -> None:
    if synonyms is None or not synonyms.words:
        raise DecisionLacks(what="synonyms")
    groups = {group.key: group.words for group in effective(await search.synonyms(kit.db))}
    words = list(dict.fromkeys([*groups.get(synonyms.key, []), *synonyms.words]))
    if len(words) > MOST_WORDS:
        raise GroupFull(most=MOST_WORDS)
    await retrieval.save_synonyms(kit, actor, synonyms.key, words)


async def _close(kit: Kit, actor: Actor, gap: Gap) -> None:
    """Search counts on by itself, and says again when people go on asking."""
    if gap.kind == "search":
        with suppress(NotFound):  # somebody closed it meanwhile
            await retrieval.close_gap(kit, actor, int(gap.key.partition(":")[2]))
