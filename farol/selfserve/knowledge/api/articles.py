"""Articles: the list, one with all its languages, what is said of it, its versions and pictures."""

from datetime import date, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

from farol.core.tickets.api import possible
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.files.names import from_header
from farol.kit.files.serve import open_file
from farol.kit.i18n import LANGS
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, Request, Streamed, delete, get, post, put

from .. import actions, desk_store, draft_store, image_store, store
from ..actions.describing import Description
from ..audience import Audience, Who
from ..desk_store import Listed, Owner, Sent
from ..image_store import Picture
from ..store import Described
from .shapes import Code, Id, Language, Number, Slug, Tongue, TopicCode, published

MOST = 200
DUE = timedelta(days=14)
"""How far ahead the list of what is due looks."""
PICTURE = 20 * 1024 * 1024


class OpenBody(Body, frozen=True):
    """A new article, with its title in the language it begins in."""

    slug: Slug
    category: Code
    language: Language
    title: Annotated[str, msgspec.Meta(max_length=200)]


class AboutBody(Body, frozen=True):
    """What is said of an article in all its languages. revision: the one that was read."""

    revision: Number
    category: Code
    place: Number = 0
    owner: Id | None = None
    review_on: date | None = None
    expires_on: date | None = None
    audience: Who = "public"
    tier: Annotated[str, msgspec.Meta(max_length=40)] = ""
    entities: Annotated[list[Annotated[str, msgspec.Meta(min_length=1, max_length=20)]], msgspec.Meta(max_length=30)] = []


class Articles(msgspec.Struct, frozen=True):
    """A page of the list. more: there are others after these. languages: those an article should have."""

    articles: list[Listed]
    more: bool
    languages: list[str]


class Opened(msgspec.Struct, frozen=True):
    """An article that was begun."""

    id: int


class Whole(msgspec.Struct, frozen=True):
    """An article with everything an editor needs. tongues: every language it should have, written or not."""

    about: Described
    tongues: list[Tongue]
    pictures: list[Picture]
    owners: list[Owner]
    sent: list[Sent]


class Revision(msgspec.Struct, frozen=True):
    """What is said of the article has this revision now."""

    revision: int


@get("/knowledge/articles", can=Can.ARTICLE_SEE)
async def listing(
    kit: Kit, q: Annotated[str, msgspec.Meta(max_length=100)] = "", topic: TopicCode = "", owner: Id | None = None,
    where: Literal["", "draft", "in_review", "scheduled", "published", "never"] = "", due: bool = False,
    missing: Language = "", stale: Language = "", retired: bool = False, skip: Number = 0,
) -> Articles:
    """Articles by topic, owner, and where they stand. due: to be reviewed, or expiring, within two weeks. missing, stale: in this language."""
    if "\0" in q + topic + missing + stale or not 0 <= skip < 2**31 or (owner is not None and not 0 < owner < 2**53):
        raise Invalid(errors=[{"field": "", "why": "a filter cannot be that"}])
    day = clock.now().date() + DUE if due else None
    wanted = desk_store.Filter(q, topic, owner, where, day, missing, stale, retired)
    found = await desk_store.listed(kit.db, wanted, MOST + 1, skip)
    return Articles(found[:MOST], len(found) > MOST, list(LANGS))


@post("/knowledge/articles", can=Can.ARTICLE_WRITE)
async def begin(kit: Kit, actor: Actor, data: OpenBody) -> Opened:
    """A new article with an empty draft."""
    limit("article", actor.ref, rate_per_s=1, burst=20)
    return Opened(await actions.open_article(kit, actor, data.slug, data.category, data.language, data.title.strip()))


@get("/knowledge/articles/{article_id:int}", can=Can.ARTICLE_SEE)
async def one(kit: Kit, article_id: int) -> Whole:
    """An article with all its languages."""
    about = await store.described(kit.db, possible(article_id))
    if about is None:
        raise NotFound
    versions = {each.language: each for each in await store.published(kit.db, article_id)}
    drafts = {each.language: each for each in await draft_store.drafts(kit.db, article_id)}
    stale = await store.stale(kit.db, article_id)
    languages = [*LANGS, *sorted((versions.keys() | drafts.keys()) - set(LANGS))]
    tongues = [
        Tongue(code, published(versions[code]) if code in versions else None, drafts.get(code), code in stale) for code in languages
    ]
    return Whole(about, tongues, await image_store.pictures(kit.db, article_id), await desk_store.owners(kit.db),
                 await desk_store.sent(kit.db, article_id))  # fmt: skip


@put("/knowledge/articles/{article_id:int}", can=Can.ARTICLE_PUBLISH)
async def describe(kit: Kit, actor: Actor, article_id: int, data: AboutBody) -> Revision:
    """Topic, owner, dates and audience, for readers at once."""
    who = Audience(data.audience, data.tier.strip(), tuple(data.entities))
    said = Description(data.category, data.place, data.owner, data.review_on, data.expires_on, who)
    return Revision(await actions.describe(kit, actor, possible(article_id), data.revision, said))


@delete("/knowledge/articles/{article_id:int}", can=Can.ARTICLE_PUBLISH)
async def retire(kit: Kit, actor: Actor, article_id: int) -> None:
    """Nobody outside reads it any more."""
    await actions.retire(kit, actor, possible(article_id))


@post("/knowledge/articles/{article_id:int}/return", can=Can.ARTICLE_PUBLISH, status=204)
async def bring_back(kit: Kit, actor: Actor, article_id: int) -> None:
    """It can be read again."""
    await actions.bring_back(kit, actor, possible(article_id))


@post("/knowledge/articles/{article_id:int}/pictures", can=Can.ARTICLE_WRITE, max_body=2 * PICTURE)
async def add_picture(request: Request[Any, Any, Any], kit: Kit, actor: Actor, article_id: int) -> Picture:
    """A picture: raw body, ``content-type``, ``x-file-name`` in percent-encoded UTF-8."""
    name, declared = from_header(request.headers.get("x-file-name", "")), request.headers.get("content-type", "")
    return await actions.add_picture(kit, actor, possible(article_id), name, declared, request.stream())


@get("/knowledge/pictures/{picture_id:uuid}", can=Can.ARTICLE_SEE)
async def picture(kit: Kit, picture_id: UUID) -> Streamed:
    """A picture, published or not."""
    if not await image_store.every_known(kit.db, [str(picture_id)]):
        raise NotFound
    served = await open_file(kit, picture_id)
    return Streamed(served.parts, served.media_type, served.headers)


routes = [listing, begin, one, describe, retire, bring_back, add_picture, picture]
