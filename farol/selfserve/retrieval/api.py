"""Routes of the editors: synonyms, offered questions, gaps, and what search would say."""

import re
from typing import Annotated

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post, put
from farol.selfserve.knowledge.audience import ANYBODY
from farol.selfserve.knowledge.readers import STAFF

from . import actions, asking, gap_store, store
from .frequent import QUESTIONS
from .model import Gap
from .synonyms import Group, effective

MOST_GAPS = 200
MOST_WORDS, MOST_QUESTIONS = 60, 200
LANGUAGE = re.compile(r"(?=.{1,35}\Z)[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
KEY = re.compile(r"(?=.{1,40}\Z)[a-z0-9]+(_[a-z0-9]+)*")
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Question = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]


class SynonymsBody(Body, frozen=True):
    """Phrases that mean the same, in any language. was: those that the editor saw; given, nobody else's change is overwritten."""

    words: Annotated[list[Line], msgspec.Meta(max_length=MOST_WORDS)]
    was: Annotated[list[Line], msgspec.Meta(max_length=MOST_WORDS)] | None = None


class OffersBody(Body, frozen=True):
    """Questions, the most frequent first. was: as with synonyms."""

    words: Annotated[list[Question], msgspec.Meta(max_length=MOST_QUESTIONS)]
    was: Annotated[list[Question], msgspec.Meta(max_length=MOST_QUESTIONS)] | None = None


class Groups(msgspec.Struct, frozen=True):
    """Every group, the shipped ones first."""

    groups: list[Group]


class Offered(msgspec.Struct, frozen=True):
    """The questions offered in one language. changed: by this installation."""

    language: str
    words: list[str]
    changed: bool


class OfferedList(msgspec.Struct, frozen=True):
    """The questions offered in each language."""

    offers: list[Offered]


class Gaps(msgspec.Struct, frozen=True):
    """Open gaps, the most asked first."""

    gaps: list[Gap]


class Tried(msgspec.Struct, frozen=True):
    """What search answers. good: a reader sees these as answers; otherwise the question would count as a gap."""

    hits: list[asking.Shown]
    scores: list[float]
    covered: float
    good: bool


@get("/search/synonyms", can=Can.SEARCH_TUNE)
async def synonyms(kit: Kit) -> Groups:
    """What means the same."""
    return Groups(effective(await store.synonyms(kit.db)))


@put("/search/synonyms/{group_key:str}", can=Can.SEARCH_TUNE)
async def save_synonyms(kit: Kit, actor: Actor, group_key: str, data: SynonymsBody) -> Groups:
    """Changes a group or makes one."""
    limit("search_tune", actor.ref, rate_per_s=1, burst=30)
    await actions.save_synonyms(kit, actor, _possible(KEY, group_key), data.words, data.was)
    return Groups(effective(await store.synonyms(kit.db)))


@delete("/search/synonyms/{group_key:str}", can=Can.SEARCH_TUNE)
async def reset_synonyms(kit: Kit, actor: Actor, group_key: str) -> None:
    """Takes the change back."""
    await actions.reset_synonyms(kit, actor, _possible(KEY, group_key))


@get("/search/offers", can=Can.SEARCH_TUNE)
async def offers(kit: Kit) -> OfferedList:
    """Which questions are offered while somebody types."""
    own = await store.offers(kit.db)
    return OfferedList([Offered(language, list(words), language in own) for language, words in sorted({**QUESTIONS, **own}.items())])


@put("/search/offers/{offer_language:str}", can=Can.SEARCH_TUNE)
async def save_offers(kit: Kit, actor: Actor, offer_language: str, data: OffersBody) -> None:
    """Sets them for one language."""
    limit("search_tune", actor.ref, rate_per_s=1, burst=30)
    await actions.save_offers(kit, actor, _possible(LANGUAGE, offer_language), data.words, data.was)


@delete("/search/offers/{offer_language:str}", can=Can.SEARCH_TUNE)
async def reset_offers(kit: Kit, actor: Actor, offer_language: str) -> None:
    """Offers the shipped ones again."""
    await actions.reset_offers(kit, actor, _possible(LANGUAGE, offer_language))


@get("/search/gaps", can=Can.SEARCH_TUNE)
async def gaps(kit: Kit, language: Annotated[str, msgspec.Meta(max_length=35)] = "") -> Gaps:
    """What nothing answered."""
    if "\0" in language:
        raise Invalid(errors=[{"field": "language", "why": "holds a NUL character"}])
    return Gaps(await gap_store.open_gaps(kit.db, language, MOST_GAPS))


@post("/search/gaps/{gap_id:int}/closing", can=Can.SEARCH_TUNE)
async def close_gap(kit: Kit, actor: Actor, gap_id: int) -> None:
    """Seen to. It opens again when people go on asking."""
    await actions.close_gap(kit, actor, possible(gap_id))


@get("/search/try", can=Can.SEARCH_TUNE)
async def try_out(
    kit: Kit, actor: Actor, q: Annotated[str, msgspec.Meta(max_length=300)], language: Annotated[str, msgspec.Meta(max_length=35)] = "en", as_anyone: bool = True,
) -> Tried:
    """What search says now, to anybody or to staff. It is not counted."""
    limit("search", actor.ref, rate_per_s=5, burst=20)
    found = await asking.ask(kit, ANYBODY if as_anyone else STAFF, q, language)
    return Tried(asking.shown(found.hits), [round(hit.score, 2) for hit in found.hits], round(found.covered, 2), found.good)


def _possible(form: re.Pattern[str], name: str) -> str:
    if not form.fullmatch(name):
        raise NotFound
    return name


routes = [synonyms, save_synonyms, reset_synonyms, offers, save_offers, reset_offers, gaps, close_gap, try_out]
