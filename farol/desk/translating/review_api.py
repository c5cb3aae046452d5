"""Routes on machine translations of articles and canned replies that wait for somebody who looks at them.

An article's draft is edited, published and thrown away by the routes of the knowledge base.
"""

from typing import Annotated, Literal

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post, put
from farol.selfserve.knowledge import draft_store, store
from farol.selfserve.knowledge.draft_store import DraftRow
from farol.selfserve.knowledge.model import Text, is_code

from . import review_store, reviewing
from .review_store import ArticleReview, MacroReview

Code = Annotated[str, msgspec.Meta(max_length=35, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
MACRO = "/translations/macros/{macro_id:int}/{language:str}"


class AskBody(Body, frozen=True):
    """Into which language."""

    language: Code


class DecideBody(Body, frozen=True):
    """What I make of it. revision: the one I read."""

    revision: Annotated[int, msgspec.Meta(ge=1, lt=2**31)]
    words: Annotated[str, msgspec.Meta(max_length=8_000)]
    state: Literal["review", "approved", "rejected"]
    note: Annotated[str, msgspec.Meta(max_length=500)] = ""


class Reviews(msgspec.Struct, frozen=True):
    """Articles and canned replies whose translations machines made."""

    articles: list[ArticleReview]
    macros: list[MacroReview]


class Beside(msgspec.Struct, frozen=True):
    """The text it was made from, and the draft; null once it was published or thrown away."""

    source: str
    original: Text | None
    draft: DraftRow | None


@get("/translations/reviews", can=Can.ARTICLE_WRITE)
async def reviews(kit: Kit) -> Reviews:
    """What waits for a look."""
    return Reviews(await review_store.articles(kit.db), await review_store.macros(kit.db))


@post("/translations/articles/{article_id:int}", can=Can.ARTICLE_WRITE, status=202)
async def ask_article(kit: Kit, actor: Actor, article_id: int, data: AskBody) -> None:
    """A machine begins a draft in this language; nobody reads it before somebody published it."""
    limit("translate_article", actor.ref, rate_per_s=0.5, burst=20)
    await reviewing.ask_article(kit, actor, possible(article_id), data.language)


@get("/translations/articles/{article_id:int}/{language:str}", can=Can.ARTICLE_WRITE)
async def beside(kit: Kit, article_id: int, language: str) -> Beside:
    """The original beside the draft."""
    asked = await review_store.article(kit.db, possible(article_id), language) if is_code(language) else None
    if asked is None:
        raise NotFound
    found = await store.version(kit.db, article_id, asked.source, asked.source_version)
    original = Text(found.title, found.summary, found.body, found.keywords, tuple(found.related)) if found else None
    return Beside(asked.source, original, await draft_store.draft(kit.db, article_id, language))


@post("/translations/macros/{macro_id:int}", can=Can.MACRO_SHARE)
async def ask_macro(kit: Kit, actor: Actor, macro_id: int, data: AskBody) -> MacroReview:
    """A machine translates a canned reply; nobody is offered it before somebody approved it."""
    limit("translate_macro", actor.ref, rate_per_s=0.5, burst=20)
    return await reviewing.ask_macro(kit, actor, possible(macro_id), data.language)


@put(MACRO, can=Can.MACRO_SHARE)
async def decide_macro(kit: Kit, actor: Actor, macro_id: int, language: str, data: DecideBody) -> MacroReview:
    """I approve it, keep it, or reject it."""
    if not is_code(language):
        raise NotFound
    return await reviewing.decide_macro(kit, actor, possible(macro_id), language, data.revision, data.words.strip(), data.state, data.note.strip())


routes = [reviews, ask_article, beside, ask_macro, decide_macro]
