"""The help centre over HTTP: server-rendered, in two languages, without scripts."""

import re
from typing import Any, cast

from farol.core import chains
from farol.desk.incidents.notices import board as incidents
from farol.kit import clock, i18n, text
from farol.kit.core import Kit
from farol.kit.i18n import HTML_LANG, Lang
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Request, Response, get, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.knowledge import markdown
from farol.selfserve.knowledge.model import TOPICS, Article

from . import highlight, live
from .blocks import fill, network_name, pauses, seen, told
from .frame import frame
from .shelf import Shelf, shelf
from .words import Words

USEFUL = ("deposit-not-credited", "withdrawal-holds", "withdrawal-errors", "verify-official")
LONGEST_QUESTION = 300
MOST_PAUSES = 5
MOST_IDS = 3
TICKET = re.compile(r"frl-\d{4}-\d{6,12}")
FRESH = {"cache-control": "no-cache"}
"""Pages are the same for everybody and may be kept, if asked about again."""


@get("/help", can=Can.ANYONE)
async def door(actor: Actor) -> Response[None]:
    return redirect(f"/help/{i18n.lang_of(actor.language)}")


@get("/help/{lang:str}", can=Can.ANYONE)
async def home(kit: Kit, lang: str) -> Page:
    books = await shelf(kit)
    if not i18n.is_lang(lang):
        return _missing(kit, books, "en")
    spoken = cast(Lang, lang)
    board = await live.board(kit)
    words = Words(spoken)
    paused = pauses(board.paused(), words)
    useful = [found for slug in USEFUL if (found := books.article(slug, spoken))]
    return Page("help_centre/home.html", {
        **frame(kit, spoken, "", list(i18n.LANGS)), "description": words.what_happened, "useful": useful,
        "board": seen(board, spoken), "pauses": paused[:MOST_PAUSES],
        "incidents": [told(one, words) for one in await incidents(kit)], "more": max(0, len(paused) - MOST_PAUSES),
        **_topics(books, spoken),
    }, headers=FRESH)  # fmt: skip


@get("/help/{lang:str}/a/{slug:str}", can=Can.ANYONE)
async def article(kit: Kit, lang: str, slug: str) -> Page:
    books = await shelf(kit)
    spoken = cast(Lang, lang) if i18n.is_lang(lang) else "en"
    found = books.article(slug, spoken) or books.article(slug, "en" if spoken == "zh" else "zh")
    if found is None or spoken != lang:
        return _missing(kit, books, spoken)
    blocks = list(markdown.parts(found.body))
    board = await live.board(kit) if any(isinstance(b, markdown.Live) and b.kind.startswith("core:") for b in blocks) else live.NEVER
    words = Words(spoken)
    return Page("help_centre/article.html", {
        **frame(kit, spoken, f"/a/{slug}", books.languages(slug)), "article": found, "article_lang": HTML_LANG[found.language],
        "topic": TOPICS[found.category].text(spoken), "description": found.summary,
        "blocks": [fill(block, board, spoken) for block in blocks], "board": seen(board, spoken), "ours": _ours(kit, words),
        "headings": markdown.headings(found.body), "site": next(iter(kit.settings.widget_origins), ""),
        "related": [one for other in found.related if (one := books.article(other, spoken))], "checked": _checked(found, spoken),
    }, headers=FRESH)  # fmt: skip


@get("/help/{lang:str}/search", can=Can.ANYONE)
async def search(kit: Kit, lang: str, request: Request[Any, Any, Any], q: str = "") -> Page | Response[None]:
    limit("help_search", credentials(request.scope).ip, rate_per_s=10, burst=60)
    if "\0" in q:
        raise Invalid(errors=[{"field": "q", "why": "holds a NUL character"}])
    question = " ".join(q[:LONGEST_QUESTION].split())
    number = TICKET.fullmatch(text.fold(question))
    if number:
        return redirect(f"/my/tickets/{number[0].upper()}")
    books = await shelf(kit)
    spoken = cast(Lang, lang) if i18n.is_lang(lang) else "en"
    words = Words(spoken)
    recognised = _recognised(question, words)
    rest = question
    for one in recognised:
        rest = rest.replace(one["value"], " ")
    hits = books.index.find(rest, spoken) if rest.strip() else []
    title = _title(words, question, recognised=bool(recognised), found=bool(hits))
    names = {slug: found.title for slug in ("deposit-not-credited", "find-txid") if (found := books.article(slug, spoken))}
    return Page("help_centre/search.html", {
        **frame(kit, spoken, "/search"), "title": title, "question": question, "recognised": recognised,
        "self_check": names.get("deposit-not-credited", ""), "find_txid": names.get("find-txid", ""),
        "hits": [_shown(hit.article, hit.wanted) for hit in hits], **_topics(books, spoken),
    }, headers=FRESH)  # fmt: skip


def _title(words: Words, question: str, *, recognised: bool, found: bool) -> str:
    if not question:
        return words.ask_first
    if recognised:
        return words.result
    return (words.results_for if found else words.nothing_for).format(question=question)


def _missing(kit: Kit, books: Shelf, lang: Lang) -> Page:
    return Page("help_centre/missing.html", {**frame(kit, lang, ""), **_topics(books, lang)}, status=404)


def _topics(books: Shelf, lang: Lang) -> dict[str, Any]:
    return {"topics": books.topics(lang), "names": {code: name.text(lang) for code, name in TOPICS.items()}}


def _shown(article: Article, wanted: frozenset[str]) -> dict[str, Any]:
    lines = [article.summary, *markdown.plain(article.body).split("\n")]
    return {"slug": article.slug, "title": highlight.marked(article.title, wanted), "excerpt": highlight.excerpt(lines, wanted)}


def _checked(found: Article, lang: Lang) -> str:
    at, on = i18n.moment(found.published_at, clock.now(), lang), i18n.day(found.checked_on, lang)
    return Words(lang).checked.format(by=found.checked_by, on=on, version=found.version, at=at)


def _recognised(question: str, words: Words) -> list[dict[str, Any]]:
    """Transaction ids and addresses in the question, and where they can belong."""
    found = []
    for one in chains.find(question)[:MOST_IDS]:
        names = [network_name(code, words.lang) for code in one.candidates]
        is_txid = one.kind == "txid"
        found.append({
            "value": one.text, "is_txid": is_txid, "title": words.looks_txid if is_txid else words.looks_address,
            "networks": ("、" if words.lang == "zh" else ", ").join(names), "wrong": one.verdict == "wrong",
        })  # fmt: skip
    return found


def _ours(kit: Kit, words: Words) -> list[tuple[str, list[str]]]:
    """The channels this installation really has, from its settings."""
    settings = kit.settings
    return [(words.site, list(settings.widget_origins)), (words.help_site, [settings.public_url]),
            (words.mail, [settings.mail_from]), (words.reply_mail, [f"@{settings.mail_domain}"])]  # fmt: skip


routes = [door, home, article, search]
