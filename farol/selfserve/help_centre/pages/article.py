"""An article, for those who may read it, and every version of it that was published."""

from typing import Any

from farol.core.exchange import published
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.i18n import HTML_LANG, LANGS, Tongue, direction
from farol.kit.permission import Actor, Can
from farol.kit.web import Response, get
from farol.selfserve.knowledge import markdown, store
from farol.selfserve.knowledge.audience import may_read
from farol.selfserve.knowledge.liveblocks import Live
from farol.selfserve.knowledge.model import Article
from farol.selfserve.knowledge.readers import reader_of
from farol.selfserve.titles import showing as titles

from .. import ours, structured, stuck
from ..blocks import cut_stuck, fill
from ..frame import other
from ..notices import pauses
from ..shelf import shelf
from ..site import AnyRequest, missing, shown, spoken_of
from ..tree import tree
from ..words import Words
from .topic import crumbs, moving

MOST_VERSION = 2**31


@get("/help/{lang:str}/a/{slug:str}", can=Can.ANYONE)
async def article(kit: Kit, actor: Actor, request: AnyRequest, lang: str, slug: str) -> Response[Any]:
    """The newest version, in the other language when it has none in this one."""
    spoken = spoken_of(lang)
    found = await readable(kit, actor, slug, spoken)
    if found is None or spoken != lang:
        return await missing(kit, request, lang)
    await titles.opened(kit, request, found)
    return await _page(kit, request, found, spoken)


@get("/help/{lang:str}/a/{slug:str}/v/{version:int}", can=Can.ANYONE)
async def quoted(kit: Kit, actor: Actor, request: AnyRequest, lang: str, slug: str, version: int) -> Response[Any]:
    """A version as it was published, for who quotes it."""
    spoken = spoken_of(lang)
    newest = await readable(kit, actor, slug, spoken)
    if newest is None or spoken != lang or not 0 < version < MOST_VERSION:
        return await missing(kit, request, lang)
    found = await store.version(kit.db, newest.article_id, newest.language, version)
    return await _page(kit, request, found, spoken, old=True) if found else await missing(kit, request, lang)


async def readable(kit: Kit, actor: Actor, slug: str, lang: Tongue) -> Article | None:
    """The article in that language or the other, if it may be read by who asks. Missing and forbidden look the same."""
    books = await shelf(kit)
    found = books.article(slug, lang) or books.article(slug, other(lang))
    return found if found and may_read(found.audience, await reader_of(kit.db, actor)) else None


async def _page(kit: Kit, request: AnyRequest, found: Article, lang: Tongue, *, old: bool = False) -> Response[Any]:
    words, books, all_topics, slug = Words(lang), await shelf(kit), await tree(kit), found.slug
    parts = markdown.parts(found.body)
    blocks, last_words = cut_stuck(await fill(kit, parts, lang))
    beside = moving(all_topics, found.category) and not any(isinstance(part, Live) and part.kind == "core:paused" for part in parts)
    paused = published.paused((await published.networks(kit)).value or []) if beside else []
    listed = ours.grouped(await ours.accounts(kit), words) if any(block.kind == "our:channels" for block in blocks) else []
    above = crumbs(all_topics, found.category, lang)
    return await shown(kit, request, "article.html", lang, f"/a/{slug}", {
        "article": found, "article_lang": HTML_LANG[found.language], "article_dir": direction(found.language), "description": found.summary, "blocks": blocks, "above": above,
        "notes": await _notes(kit, found, lang, old=old), "old": old, "pauses": pauses(paused, words), "ours": listed,
        "site": next(iter(kit.settings.widget_origins), ""), "last_words": last_words,
        "headings": [one for one in markdown.headings(found.body) if one.anchor != "stuck"],
        "related": [one for each in found.related if (one := books.open(each, lang))], "checked": checked(found, lang),
        "ticket_form": stuck.ticket_form(slug, found.category), "tool": stuck.tool(stuck.reason(slug, found.category)), "og_type": "article",
        "data": structured.article(kit, found, [*above, (found.title, f"/help/{lang}/a/{slug}")]),
    }, languages=None if old else books.languages(slug), personal=not found.audience.open)  # fmt: skip


async def _notes(kit: Kit, found: Article, lang: Tongue, *, old: bool) -> list[str]:
    """What a reader has to know before believing it: another language, out of date, behind another language, not the newest."""
    words = Words(lang)
    notes = [] if found.language == lang else [_other_language(found, lang, words)]
    if old:
        return [*notes, words.old_version.format(version=found.version)]
    if found.expired(clock.now().date()) and found.expires_on:
        notes.append(words.expired.format(on=i18n.day(found.expires_on, lang)))
    if found.language == lang and found.language in await store.stale(kit.db, found.article_id):
        notes.append(words.behind)
    return notes


def _other_language(found: Article, lang: Tongue, words: Words) -> str:
    if lang in LANGS:
        return words.only_other
    return words.only_chinese if found.language == "zh" else words.only_english


def checked(found: Article, lang: Tongue) -> str:
    """Who checked it when, which version it is, and since when it stands there."""
    at = i18n.moment(found.published_at, clock.now(), lang)
    return Words(lang).checked.format(by=found.checked_by, on=i18n.day(found.checked_on, lang), version=found.version, at=at)


routes = [article, quoted]
