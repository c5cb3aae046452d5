"""The route of search."""

from typing import Annotated, Literal

import msgspec

from farol.kit.core import Kit
from farol.kit.db import Reads
from farol.kit.i18n import Lang
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid
from farol.kit.ratelimit import limit
from farol.kit.web import get
from farol.selfserve.knowledge.readers import STAFF
from farol.selfserve.retrieval import asking

from . import find
from .model import ArticleHit, Found
from .question import Question, read
from .snippet import snippet

MOST_ARTICLES = 5


@get("/search", can=Can.INBOX_SEE)
async def search(
    kit: Kit, actor: Actor, q: Annotated[str, msgspec.Meta(max_length=200)],
    kind: Literal["all", "tickets", "messages"] = "all", lang: Literal["", "zh", "en"] = "", after: Annotated[str, msgspec.Meta(max_length=20)] = "",
) -> Found:
    """Everything that has the words. kind and after: the next page of one kind alone. lang: of the articles, the reader's unless said."""
    limit("search", actor.ref, rate_per_s=5, burst=20)
    if bool(after) != (kind != "all") or (after and not (after.isascii() and after.isdigit())):
        raise Invalid(errors=[{"field": "after", "why": "goes with one kind, and is what its last page said"}])
    asked, before = read(q), int(after) if after else None
    async with kit.db.acquire() as connection:
        known = await find.people(connection, actor, asked.words.strip()) if kind == "all" else []
        person, words = await _person(connection, actor, asked), await find.query(connection, asked)
        ids, tickets_after = ([], None) if kind == "messages" or person == 0 else await find.tickets(
            connection, actor, asked, words, person, [row["id"] for row in known], before)
        rows = await find.rows(connection, actor, ids)
        hits, messages_after = ([], None) if kind == "tickets" or person == 0 else await find.messages(
            connection, actor, asked, words, person, before)
    articles = await _articles(kit, "zh" if (lang or actor.language) == "zh" else "en", asked) if kind == "all" and not asked.filters else []
    return Found(rows, hits, [find.shown(row) for row in known], articles, _text(tickets_after), _text(messages_after), list(asked.wrong))


async def _person(db: Reads, actor: Actor, asked: Question) -> int | None:
    """Whose tickets alone are wanted; 0 for a customer there is not, or whom the reader may not look for."""
    if asked.person is None:
        return None
    found = await find.people(db, actor, asked.person)
    return int(found[0]["id"]) if found else 0


async def _articles(kit: Kit, lang: Lang, asked: Question) -> list[ArticleHit]:
    if not asked.words.strip():
        return []
    found = (await asking.ask(kit, STAFF, asked.words, lang, most=MOST_ARTICLES)).hits
    return [
        ArticleHit(hit.article.slug, hit.article.language, hit.article.title, snippet(hit.passage.text, asked.words), hit.article.audience.who)
        for hit in found
    ]


def _text(after: int | None) -> str | None:
    return None if after is None else str(after)


routes = [search]
