"""Topics and the glossary."""

from typing import Annotated

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.web import Body, delete, get, post, put

from .. import actions, store, topic_store
from ..model import Term, Topic, is_slug
from .shapes import LONGEST_CODE, Name, Number, TopicCode

Meaning = Annotated[str, msgspec.Meta(max_length=600)]


class TopicBody(Body, frozen=True):
    """A topic. parent: the code of the one above, empty at the top. version: the one on screen, 0 for a new topic."""

    zh: Name
    en: Name
    parent: TopicCode = ""
    place: Number = 0
    version: Number = 0


class TermBody(Body, frozen=True):
    """A term with its meaning. version: the one on screen, for a change."""

    zh: Name
    en: Name
    meaning_zh: Meaning = ""
    meaning_en: Meaning = ""
    version: Number = 0


class Topics(msgspec.Struct, frozen=True):
    """The tree, flat, in its order."""

    topics: list[Topic]


class Terms(msgspec.Struct, frozen=True):
    """The glossary."""

    terms: list[Term]


class Version(msgspec.Struct, frozen=True):
    """The version of what was saved, for the next change."""

    version: int


class Made(msgspec.Struct, frozen=True):
    """What was saved."""

    id: int


@get("/knowledge/topics", can=Can.ARTICLE_SEE)
async def topics(kit: Kit) -> Topics:
    """What articles stand under."""
    return Topics(await store.topics(kit.db))


@put("/knowledge/topics/{topic_code:str}", can=Can.ARTICLE_PUBLISH)
async def save_topic(kit: Kit, actor: Actor, topic_code: str, data: TopicBody) -> Version:
    """A topic by its name in addresses, which stays: made, or given other names, another place, another topic above it."""
    code = _code(topic_code)
    return Version(await actions.save_topic(kit, actor, code, data.parent, data.zh.strip(), data.en.strip(), data.place, data.version))


@delete("/knowledge/topics/{topic_code:str}", can=Can.ARTICLE_PUBLISH)
async def remove_topic(kit: Kit, actor: Actor, topic_code: str) -> None:
    """A topic that holds nothing."""
    await actions.remove_topic(kit, actor, _code(topic_code))


def _code(words: str) -> str:
    if not is_slug(words) or len(words) > LONGEST_CODE:
        raise NotFound
    return words


@get("/knowledge/terms", can=Can.ARTICLE_SEE)
async def terms(kit: Kit) -> Terms:
    """Words of the trade and what they mean."""
    return Terms(await topic_store.terms(kit.db))


@post("/knowledge/terms", can=Can.ARTICLE_PUBLISH)
async def add_term(kit: Kit, actor: Actor, data: TermBody) -> Made:
    """A new term."""
    return Made(await actions.save_term(kit, actor, data.zh.strip(), data.en.strip(), data.meaning_zh.strip(), data.meaning_en.strip()))


@put("/knowledge/terms/{term_id:int}", can=Can.ARTICLE_PUBLISH)
async def change_term(kit: Kit, actor: Actor, term_id: int, data: TermBody) -> Made:
    """The term as it is to be."""
    return Made(await actions.save_term(
        kit, actor, data.zh.strip(), data.en.strip(), data.meaning_zh.strip(), data.meaning_en.strip(), possible(term_id), data.version))


@delete("/knowledge/terms/{term_id:int}", can=Can.ARTICLE_PUBLISH)
async def remove_term(kit: Kit, actor: Actor, term_id: int) -> None:
    """It is explained no more."""
    await actions.remove_term(kit, actor, possible(term_id))


routes = [topics, save_topic, remove_topic, terms, add_term, change_term, remove_term]
