"""An article, and what its readers say of it."""

from typing import Any

from farol.core.exchange import published
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.i18n import HTML_LANG, Lang
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid
from farol.kit.ratelimit import limit
from farol.kit.web import Response, get, post, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.knowledge import markdown
from farol.selfserve.knowledge.model import TOPICS, Article

from .. import actions, structured, stuck
from ..blocks import cut_stuck, fill
from ..frame import other
from ..model import LONGEST, NAMES, REASONS, Feedback
from ..notices import pauses
from ..shelf import Shelf, shelf
from ..site import AnyRequest, missing, shown, spoken_of
from ..words import Words
from .topic import MOVING

STEPS = ("why", "yes", "thanks")
"""Pages after a reader's word: asking the reason, thanking for a yes, thanking for the reason."""


@get("/help/{lang:str}/a/{slug:str}", can=Can.ANYONE)
async def article(kit: Kit, request: AnyRequest, lang: str, slug: str) -> Response[Any]:
    """The newest version, in the other language when it has none in this one."""
    books, spoken = await shelf(kit), spoken_of(lang)
    found = _either(books, slug, spoken)
    if found is None or spoken != lang:
        return await missing(kit, request, lang)
    words, topic = Words(spoken), TOPICS[found.category].text(spoken)
    parts = markdown.parts(found.body)
    blocks, last_words = cut_stuck(await fill(kit, parts, spoken))
    said = {part.kind for part in parts if isinstance(part, markdown.Live)}
    beside = published.paused((await published.networks(kit)).value or []) if found.category in MOVING and "core:paused" not in said else []
    crumbs = [(words.help, f"/help/{lang}"), (topic, f"/help/{lang}/t/{found.category}"), (found.title, f"/help/{lang}/a/{slug}")]
    return await shown(kit, request, "article.html", spoken, f"/a/{slug}", {
        "article": found, "article_lang": HTML_LANG[found.language], "topic": topic, "description": found.summary, "blocks": blocks,
        "pauses": pauses(beside, words), "ours": ours(kit, words), "site": next(iter(kit.settings.widget_origins), ""),
        "headings": [one for one in markdown.headings(found.body) if one.anchor != "stuck"], "last_words": last_words,
        "related": [one for each in found.related if (one := books.article(each, spoken))], "checked": checked(found, spoken),
        "ticket_form": stuck.ticket_form(slug, found.category), "data": structured.article(kit, found, crumbs), "og_type": "article",
    }, languages=books.languages(slug))  # fmt: skip


@post("/help/{lang:str}/a/{slug:str}/feedback", can=Can.ANYONE)
async def rate(kit: Kit, actor: Actor, request: AnyRequest, lang: str, slug: str) -> Response[Any]:
    """A reader's yes or no; after a no, the reason. One word of one reader a day."""
    came = credentials(request.scope)
    limit("article_feedback", came.ip, rate_per_s=0.2, burst=20)
    books, spoken = await shelf(kit), spoken_of(lang)
    found = _either(books, slug, spoken)
    if found is None:
        return await missing(kit, request, lang)
    form = await request.form()
    helpful, reason, words = (str(form.get(name, "")) for name in ("helpful", "reason", "words"))
    if helpful not in ("yes", "no") or (reason and reason not in REASONS) or "\0" in words:
        raise Invalid(errors=[{"field": "helpful", "why": "is not an answer to what was asked"}])
    said = Feedback(helpful == "yes", reason or None, words.replace("\r\n", "\n").strip()[:LONGEST])
    await actions.rate(kit, actor, found, said, actions.visitor(kit, came.ip, came.agent))
    step = "yes" if said.helpful else "thanks" if said.reason or said.words else "why"
    return redirect(f"/help/{spoken}/a/{slug}/feedback?step={step}")


@get("/help/{lang:str}/a/{slug:str}/feedback", can=Can.ANYONE)
async def rated(kit: Kit, request: AnyRequest, lang: str, slug: str, step: str = "why") -> Response[Any]:
    """What follows a reader's word."""
    books, spoken = await shelf(kit), spoken_of(lang)
    found = _either(books, slug, spoken)
    if found is None or step not in STEPS:
        return await missing(kit, request, lang)
    return await shown(kit, request, "feedback.html", spoken, f"/a/{slug}/feedback", {
        "article": found, "step": step, "reasons": [(code, name.text(spoken)) for code, name in NAMES.items()], "longest": LONGEST,
        "ticket_form": stuck.ticket_form(slug, found.category), "site": next(iter(kit.settings.widget_origins), ""),
    })  # fmt: skip


def _either(books: Shelf, slug: str, lang: Lang) -> Article | None:
    return books.article(slug, lang) or books.article(slug, other(lang))


def checked(found: Article, lang: Lang) -> str:
    """Who checked it when, which version it is, and since when it stands there."""
    at = i18n.moment(found.published_at, clock.now(), lang)
    return Words(lang).checked.format(by=found.checked_by, on=i18n.day(found.checked_on, lang), version=found.version, at=at)


def ours(kit: Kit, words: Words) -> list[tuple[str, list[str]]]:
    """The channels this installation really has, from its settings."""
    settings = kit.settings
    return [(words.site, list(settings.widget_origins)), (words.help_site, [settings.public_url]),
            (words.mail, [settings.mail_from]), (words.reply_mail, [f"@{settings.mail_domain}"])]  # fmt: skip


routes = [article, rate, rated]
