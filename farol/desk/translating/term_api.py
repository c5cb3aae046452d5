"""Routes on the desk's own glossary."""

from typing import Annotated

import msgspec

from farol.core.tickets.api import possible
from farol.core.translation import Glossary
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post, put

from . import term_store, terms
from .term_store import Term

Code = Annotated[str, msgspec.Meta(max_length=12, pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$")]
Word = Annotated[str, msgspec.Meta(max_length=terms.LONGEST)]


class TermBody(Body, frozen=True):
    """The term's word by language; an empty word is none. version: the one that was read."""

    words: Annotated[dict[Code, Word], msgspec.Meta(max_length=40)]
    version: Annotated[int, msgspec.Meta(ge=0, lt=2**31)] = 0


class Terms(msgspec.Struct, frozen=True):
    """The desk's terms, the oldest first, and those that came with the product or its settings, which the desk's go before."""

    terms: list[Term]
    shipped: list[dict[str, str]]


@get("/translations/terms", can=Can.ARTICLE_SEE)
async def all_(kit: Kit) -> Terms:
    """Words that every translation keeps to."""
    return Terms(await term_store.all_(kit.db), Glossary.load(kit.settings.translation_glossary).terms)


@post("/translations/terms", can=Can.ARTICLE_PUBLISH)
async def add(kit: Kit, actor: Actor, data: TermBody) -> Term:
    """One more."""
    limit("translation_term", actor.ref, rate_per_s=2, burst=30)
    return await terms.save(kit, actor, data.words)


@put("/translations/terms/{word_id:int}", can=Can.ARTICLE_PUBLISH)
async def change(kit: Kit, actor: Actor, word_id: int, data: TermBody) -> Term:
    """Other words for it."""
    limit("translation_term", actor.ref, rate_per_s=2, burst=30)
    return await terms.save(kit, actor, data.words, possible(word_id), data.version)


@delete("/translations/terms/{word_id:int}", can=Can.ARTICLE_PUBLISH)
async def remove(kit: Kit, actor: Actor, word_id: int) -> None:
    """It counts no more."""
    await terms.remove(kit, actor, possible(word_id))


routes = [all_, add, change, remove]
