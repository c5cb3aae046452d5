"""Pages that everybody may read."""

from typing import Any
from uuid import uuid4

from farol.core.tickets import store as ticket_store
from farol.core.tickets.api import possible
from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, redirect
from farol.kit.web.credentials import read as credentials

from .. import checking, moderation_store, read_store, search, telling_store, view
from ..model import ALLOWANCE, IDEAS, STATUSES
from ..shapes import Topic
from ..view import Reader
from .shared import AnyRequest, nothing, reader_of

LISTED = 30
ON_HOME = 12
POSTS = 50
MOST_PAGES = 200
LONGEST_QUESTION = 300


@get("/community", can=Can.ANYONE)
async def door(actor: Actor) -> Response[None]:
    return redirect(f"/community/{i18n.lang_of(actor.language)}")


@get("/community/{lang:str}", can=Can.ANYONE)
async def home(kit: Kit, actor: Actor, lang: str) -> Page:
    reader = await reader_of(kit, actor, lang)
    if not i18n.is_lang(lang):
        return nothing(kit, reader)
    topics = await read_store.latest(kit.db, "", False, "", ON_HOME, 0)
    ideas = await read_store.ideas(kit.db, "", True, 5, 0)
    return Page("community/home.html", {
        **view.page(kit, reader, "", indexed=True), **await _places(kit, reader), "description": reader.words.community_line,
        "topics": [view.row(one, reader) for one in topics], "ideas": [view.row(one, reader) for one in ideas],
    })  # fmt: skip


@get("/community/{lang:str}/topics", can=Can.ANYONE)
async def topics(kit: Kit, actor: Actor, lang: str, category: str = "", open: int = 0, own: int = 0, page: int = 1) -> Page:
    reader, at = await reader_of(kit, actor, lang), min(max(page, 1), MOST_PAGES)
    places = await _places(kit, reader)
    if not i18n.is_lang(lang) or (category and category not in places["names"]):
        return nothing(kit, reader)
    rows = await read_store.latest(kit.db, category, bool(open), reader.lang if own else "", LISTED + 1, (at - 1) * LISTED)
    query = "&".join([*([f"category={category}"] if category else []), *(["open=1"] if open else []), *(["own=1"] if own else [])])
    return Page("community/list.html", {
        **view.page(kit, reader, f"/topics?{query}" if query else "/topics", indexed=at == 1 and not open and not own), **places, "category": category, "open": bool(open), "own": bool(own), "at": at,
        "query": query, "topics": [view.row(one, reader) for one in rows[:LISTED]], "more": len(rows) > LISTED,
    })  # fmt: skip


@get("/community/{lang:str}/ideas", can=Can.ANYONE)
async def ideas(kit: Kit, actor: Actor, lang: str, status: str = "", sort: str = "", page: int = 1) -> Page:
    reader, at = await reader_of(kit, actor, lang), min(max(page, 1), MOST_PAGES)
    if not i18n.is_lang(lang) or (status and status not in STATUSES):
        return nothing(kit, reader)
    newest = sort == "new"
    rows = await read_store.ideas(kit.db, status, not newest, LISTED + 1, (at - 1) * LISTED)
    given = await read_store.voted(kit.db, reader.id, [one.id for one in rows]) if reader.customer else set()
    return Page("community/ideas.html", {
        **view.page(kit, reader, "/ideas", indexed=at == 1 and not status), "statuses": [("", reader.words.any_status), *((s, getattr(reader.words, f"s_{s}")) for s in STATUSES)],
        "status": status, "newest": newest, "at": at, "more": len(rows) > LISTED, "ideas": [{**view.row(one, reader), "voted": one.id in given} for one in rows[:LISTED]],
    })  # fmt: skip


@get("/community/{lang:str}/t/{topic_no:int}", can=Can.ANYONE)
async def topic(kit: Kit, actor: Actor, lang: str, topic_no: int, after: int = 0, said: int = 0, held: int = 0, removed: int = 0, flagged: int = 0) -> Page:
    reader = await reader_of(kit, actor, lang, possible(topic_no))
    found = await read_store.topic(kit.db, topic_no)
    if found is None or not i18n.is_lang(lang) or not _sees(found, reader):
        return nothing(kit, reader)
    if reader.viewer and reader.viewer.unread:
        await telling_store.read_topic(kit.db, reader.id, topic_no)
    return await topic_page(kit, actor, reader, found, after=after, said=said, held=bool(held), removed=bool(removed), flagged=bool(flagged))


async def topic_page(
    kit: Kit, actor: Actor, reader: Reader, found: Topic, *, after: int = 0, said: int = 0, held: bool = False, removed: bool = False,
    flagged: bool = False, problem: Problem | None = None, kept: str = "",
) -> Page:  # fmt: skip
    """The page of a topic. said: the number of a post that was just written; kept: words that were refused, for the form."""
    words, start = reader.words, min(max(after, 2), 2**31 - 1)
    _, known = await checking.rules(kit, kit.db)
    posts = await read_store.posts(kit.db, found.id, reader.id, start, found.accepted or 0, POSTS + 3)
    first = next((one for one in posts if one.n == 1), None)
    replies = [one for one in posts if one.n >= start]
    answer = next((one for one in posts if one.n == found.accepted), None)
    arrived = next((one for one in posts if one.n == said and one.customer_id == reader.id), None) if reader.customer else None
    ticket = await ticket_store.own_ticket(kit.db, found.ticket_id, actor.id) if found.ticket_id and found.customer_id == reader.id else None
    shown = replies[:POSTS]
    values = view.page(kit, reader, f"/t/{found.id}", written_in=i18n.lang_of(found.language) if found.state == "shown" else None)
    return Page("community/topic.html", {
        **values, "topic": view.row(found, reader), "is_idea": found.kind == "idea",
        "place": await _place(kit, found, reader), "first": view.post(first, found, reader, known) if first else None,
        "replies": [view.post(one, found, reader, known) for one in shown],
        "answer_at": found.accepted if answer and answer.n != (shown[0].n if shown else 0) else 0,
        "next": replies[POSTS].n if len(replies) > POSTS else 0, "earlier": start > 2, "own_topic": reader.id != 0 and found.customer_id == reader.id,
        "asked": found.private_asked_at is not None and not found.ticket_id, "private": found.ticket_id is not None,
        "ticket": ticket.number if ticket else "", "opened": reader.when(found.opened_at), "form_id": uuid4(), "kept": kept,
        "error": problem.text(reader.lang) if problem else "", "flag_sent": flagged,
        "sent": (words.posted_held if held else words.posted) if arrived else "", "masked": view.masked(arrived, words) if arrived else "", "removed": removed and arrived is not None,
    }, status=problem.status if problem else 200)  # fmt: skip


@get("/community/{lang:str}/search", can=Can.ANYONE)
async def look(kit: Kit, actor: Actor, request: AnyRequest, lang: str, q: str = "") -> Page:
    limit("community_search", credentials(request.scope).ip, rate_per_s=5, burst=40)
    if "\0" in q:
        raise Invalid(errors=[{"field": "q", "why": "holds a NUL character"}])
    reader = await reader_of(kit, actor, lang)
    question = " ".join(q[:LONGEST_QUESTION].split())
    hits = await search.find(kit, question, reader.lang, LISTED) if question else []
    return Page("community/search.html", {**view.page(kit, reader, "/search"), "question": question, "hits": hits})


@get("/community/{lang:str}/rules", can=Can.ANYONE)
async def rules(kit: Kit, actor: Actor, lang: str) -> Page:
    reader = await reader_of(kit, actor, lang)
    words = reader.words
    levels = [
        {"name": getattr(words, f"l_{level}"), "by": getattr(words, f"r_{level}_by"), "first": getattr(words, f"r_first_{level}"),
         "links": words.r_links_new if level == "new" else words.r_links_other, "weight": weight,
         "amount": words.r_amount.format(topics=may.topics, replies=may.replies, pause=may.pause_s)}
        for weight, (level, may) in enumerate(ALLOWANCE.items())]  # fmt: skip
    return Page("community/rules.html", {**view.page(kit, reader, "/rules", indexed=True), "levels": levels})


def _sees(found: Topic, reader: Reader) -> bool:
    return found.state == "shown" or (reader.id != 0 and found.customer_id == reader.id)


async def _places(kit: Kit, reader: Reader) -> dict[str, Any]:
    found = await moderation_store.categories(kit.db)
    named = [(one, one.zh if reader.lang == "zh" else one.en) for one in found]
    return {"places": [{"code": one.code, "name": name, "topics": one.topics} for one, name in named if (one.topics or not one.closed) and one.code != IDEAS],
            "names": {one.code: name for one, name in named}}  # fmt: skip


async def _place(kit: Kit, found: Topic, reader: Reader) -> str:
    return str((await _places(kit, reader))["names"].get(found.category, ""))


routes = [door, home, topics, ideas, topic, look, rules]
