"""How articles are, and drafts made of answers."""

from datetime import date
from typing import Annotated

import msgspec

from farol.core.tickets.api import possible
from farol.core.tickets.visibility import viewer
from farol.kit.core import Kit
from farol.kit.i18n import lang_of
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import get, post
from farol.selfserve.knowledge import store as knowledge

from .. import actions, health, store
from ..health import POINTS, Report
from ..masking import masked
from ..model import Begun
from ..store import Source
from .shapes import BegunBody, Id

MOST_RESOLVED = 100
SUBJECT = 120


class DraftBody(BegunBody, frozen=True):
    """An article to begin with the answers of these tickets."""

    tickets: Annotated[list[Id], msgspec.Meta(min_length=1, max_length=30)]


class Health(msgspec.Struct, frozen=True):
    """Every published text, the worst first. points: the most that each part takes off 100."""

    report: Report
    points: dict[str, int]


class Answered(msgspec.Struct, frozen=True):
    """A resolved ticket, its subject masked. answers: how many staff gave in public."""

    id: int
    number: str
    subject: str
    reason: str
    language: str
    resolved_on: date | None
    answers: int


class AnsweredList(msgspec.Struct, frozen=True):
    """The newest first."""

    tickets: list[Answered]


class Drafted(msgspec.Struct, frozen=True):
    """A draft that waits for an editor. sentences: taken from answers; shared: of these, said in more than one ticket."""

    id: int
    sentences: int
    shared: int


class Sources(msgspec.Struct, frozen=True):
    """The tickets a draft was made of."""

    tickets: list[Source]


@get("/editing/health", can=Can.ARTICLE_PUBLISH)
async def of_articles(kit: Kit, actor: Actor) -> Health:
    """How everything that is published is now."""
    limit("editing_health", actor.ref, rate_per_s=0.3, burst=10)
    return Health(await health.report(kit, viewer(actor)), POINTS)


@get("/editing/answered", can=Can.ARTICLE_WRITE)
async def answered(
    kit: Kit, actor: Actor, reason: Annotated[str, msgspec.Meta(max_length=60, pattern=r"^[a-z0-9_.]*$")] = "",
    language: Annotated[str, msgspec.Meta(max_length=35, pattern=r"^[A-Za-z-]*$")] = "",
) -> AnsweredList:
    """Resolved tickets that a draft could be made of."""
    limit("editing_answered", actor.ref, rate_per_s=1, burst=20)
    rows = await store.resolved(kit.db, viewer(actor), reason, language, MOST_RESOLVED)
    return AnsweredList([
        Answered(row.id, row.number, masked(row.subject, lang_of(row.language), [row.customer])[:SUBJECT], row.reason, row.language,
                 row.resolved_on, row.answers)
        for row in rows])  # fmt: skip


@post("/editing/drafts", can=Can.ARTICLE_WRITE)
async def make_draft(kit: Kit, actor: Actor, data: DraftBody) -> Drafted:
    """A draft out of answers, for somebody to work on."""
    limit("editing_draft", actor.ref, rate_per_s=0.2, burst=10)
    begun = Begun(data.slug, data.category, data.language, data.title.strip())
    article_id, made = await actions.make_draft(kit, actor, begun, data.tickets)
    return Drafted(article_id, made.sentences, made.shared)


@get("/editing/sources/{article_id:int}", can=Can.ARTICLE_WRITE)
async def sources(kit: Kit, actor: Actor, article_id: int) -> Sources:
    """The tickets a draft was made of, those that one may see."""
    if await knowledge.described(kit.db, possible(article_id)) is None:
        raise NotFound
    return Sources(await store.sources(kit.db, viewer(actor), article_id))


routes = [of_articles, answered, make_draft, sources]
