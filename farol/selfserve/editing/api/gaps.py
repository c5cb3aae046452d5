"""What is missing, and what was decided about it."""

from typing import Annotated

import msgspec

from farol.core.tickets.visibility import viewer
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post
from farol.selfserve.retrieval.library import library

from .. import actions, coverage, coverage_store
from ..actions.deciding import Meaning
from ..model import WEIGHT, Begun, Decision, Gap, Verb
from .shapes import BegunBody, GroupKey, Key, Line, Note

MOST_DECIDED = 200


class MeaningBody(Body, frozen=True):
    """Words that mean the same, for a new or an existing group."""

    key: GroupKey
    words: Annotated[list[Line], msgspec.Meta(min_length=1, max_length=20)]


class DecisionBody(Body, frozen=True):
    """What becomes of a gap. article: for ``write``; synonyms: for ``synonym``; slug: of the article that answers it, for ``link``."""

    key: Key
    verb: Verb
    note: Note = ""
    article: BegunBody | None = None
    synonyms: MeaningBody | None = None
    slug: Annotated[str, msgspec.Meta(max_length=80, pattern=r"^[^\x00]*$")] = ""


class KeyBody(Body, frozen=True):
    """A gap."""

    key: Key


class Gaps(msgspec.Struct, frozen=True):
    """Gaps without a decision, the heaviest first, and what was decided, the newest first. weights: what one contact counts, by severity."""

    gaps: list[Gap]
    decided: list[Decision]
    weights: dict[str, int]
    days: int


class Decided(msgspec.Struct, frozen=True):
    """The article that was begun or linked; None for other decisions."""

    article_id: int | None


@get("/editing/gaps", can=Can.SEARCH_TUNE)
async def gaps(kit: Kit, actor: Actor) -> Gaps:
    """What people ask that nothing answers well."""
    limit("editing_gaps", actor.ref, rate_per_s=0.5, burst=15)
    found = await coverage.gaps(kit, viewer(actor))
    decisions = await coverage_store.decisions(kit.db, MOST_DECIDED)
    now = coverage.matched(found, decisions, (await library(kit)).synonyms)
    left = [gap for gap in found if gap.key not in now.values()]
    volume = {gap.key: gap.volume for gap in found}
    since = [msgspec.structs.replace(one, since=max(0, volume.get(now.get(one.key, ""), 0) - one.volume)) for one in decisions]
    return Gaps(left, since, WEIGHT, coverage.WINDOW.days)


@post("/editing/gaps/decision", can=Can.SEARCH_TUNE)
async def decide(kit: Kit, actor: Actor, data: DecisionBody) -> Decided:
    """Write an article, add a synonym, link an article, or not for us."""
    limit("editing_gaps", actor.ref, rate_per_s=0.5, burst=15)
    article = Begun(data.article.slug, data.article.category, data.article.language, data.article.title.strip()) if data.article else None
    meaning = Meaning(data.synonyms.key, data.synonyms.words) if data.synonyms else None
    return Decided(await actions.decide(kit, actor, data.key, data.verb, note=data.note.strip(), article=article, synonyms=meaning, slug=data.slug))


@post("/editing/gaps/reopening", can=Can.SEARCH_TUNE, status=204)
async def reopen(kit: Kit, actor: Actor, data: KeyBody) -> None:
    """The decision no longer stands."""
    await actions.reopen(kit, actor, data.key)


routes = [gaps, decide, reopen]
