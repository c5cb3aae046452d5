"""What helps while writing: how it will look, what to mend, and what paragraphs became before."""

import asyncio
from typing import Annotated

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.i18n import LANGS
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post

from .. import draft_store, image_store, liveblocks, markdown, memory, memory_store, store, topic_store
from ..memory import Offer
from .shapes import ROOM, Id, Language, Mend, Shown, mend, shown

MOST_BLOCKS = 300


class PreviewBody(Body, frozen=True):
    """A text that is being written. article_id: whose pictures it may show."""

    body: Annotated[str, msgspec.Meta(max_length=60_000)]
    article_id: Id | None = None


class Preview(msgspec.Struct, frozen=True):
    """How it will look, and what to mend in the text."""

    parts: list[Shown]
    mend: list[Mend]


class LiveKind(msgspec.Struct, frozen=True):
    """A live block that can be written, and its filters."""

    kind: str
    filters: list[str]


class LiveKinds(msgspec.Struct, frozen=True):
    """All live blocks. show: what the filter of that name may be."""

    kinds: list[LiveKind]
    show: list[str]


class Row(msgspec.Struct, frozen=True):
    """A paragraph to translate, with what the same or near ones became."""

    source: str
    offers: list[Offer]


class Memory(msgspec.Struct, frozen=True):
    """The paragraphs of the other language: its title, its summary, and then its text. language, version: which text they are from; 0 for a draft."""

    language: str
    version: int
    rows: list[Row]


@post("/knowledge/preview", can=Can.ARTICLE_SEE, max_body=ROOM)
async def preview(kit: Kit, actor: Actor, data: PreviewBody) -> Preview:
    """The text as the help pages will draw it."""
    limit("article_preview", actor.ref, rate_per_s=4, burst=40)
    images = await image_store.known(kit.db, data.article_id or 0, markdown.pictures(data.body))
    return Preview(shown(data.body), mend(markdown.faults(data.body, images, kit.settings.video_hosts)))


@get("/knowledge/live-blocks", can=Can.ARTICLE_SEE)
async def live_blocks() -> LiveKinds:
    """What can be put into an article so that it is read when the page is made."""
    return LiveKinds([LiveKind(kind, sorted(filters)) for kind, filters in liveblocks.KINDS.items()], sorted(liveblocks.SHOW))


@get("/knowledge/articles/{article_id:int}/memory/{language:str}", can=Can.ARTICLE_SEE)
async def remembered(kit: Kit, actor: Actor, article_id: int, language: str, source: Language = "") -> Memory:
    """What is to be said in this language, with what was said before. source: the language to translate from."""
    limit("article_memory", actor.ref, rate_per_s=1, burst=10)
    if (source and source not in LANGS) or language not in LANGS:
        raise NotFound
    origin = source or next(code for code in LANGS if code != language)
    version, title, summary, body = await _origin(kit, possible(article_id), origin)
    blocks = [title, summary, *memory.blocks(body)][:MOST_BLOCKS]
    asked = [words if len(words) <= memory.LONGEST else "" for words in blocks]
    near = await memory_store.near(kit.db, origin, language, asked)
    terms = await topic_store.terms(kit.db)

    def offers() -> list[Row]:
        return [Row(words, memory.offered(words, known, terms, language) if words else []) for words, known in zip(blocks, near, strict=True)]

    return Memory(origin, version, await asyncio.to_thread(offers))


async def _origin(kit: Kit, article_id: int, language: str) -> tuple[int, str, str, str]:
    """The published text of a language, else its draft. Raises NotFound."""
    found = await store.of_language(kit.db, article_id, language)
    if found:
        return found.version, found.title, found.summary, found.body
    draft = await draft_store.draft(kit.db, article_id, language)
    if draft is None:
        raise NotFound
    return 0, draft.title, draft.summary, draft.body


routes = [preview, live_blocks, remembered]
