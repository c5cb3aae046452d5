"""Structured data (schema.org as JSON-LD) for search engines. It says only what stands on the page as well."""

from collections.abc import Sequence
from typing import Any

import msgspec
from markupsafe import Markup

from farol.kit.core import Kit
from farol.kit.i18n import HTML_LANG, Tongue, written
from farol.selfserve.announcements.model import Announcement
from farol.selfserve.knowledge.model import Article, Term

Crumbs = list[tuple[str, str]]
"""Name and path of each step down to the page."""


def site(kit: Kit, lang: Tongue) -> Markup:
    """The help centre itself, with its search."""
    base = kit.settings.public_url
    return _block({
        "@type": "WebSite", "name": kit.settings.brand, "url": f"{base}/help/{lang}", "inLanguage": HTML_LANG[lang], "publisher": _publisher(kit),
        "potentialAction": {"@type": "SearchAction", "target": f"{base}/help/{lang}/search?q={{question}}", "query-input": "required name=question"},
    })  # fmt: skip


def article(kit: Kit, found: Article, crumbs: Crumbs) -> Markup:
    """An article and where it stands."""
    return _block(_crumbs(kit, crumbs), {
        "@type": "TechArticle", "headline": found.title[:110], "description": found.summary, "inLanguage": HTML_LANG[found.language],
        "dateModified": found.published_at.isoformat(), "datePublished": found.published_at.isoformat(), "version": str(found.version),
        "author": _publisher(kit), "publisher": _publisher(kit), "mainEntityOfPage": kit.settings.public_url + crumbs[-1][1],
    })  # fmt: skip


def topic(kit: Kit, articles: list[Article], crumbs: Crumbs) -> Markup:
    """A topic as questions and their short answers, which is what its page shows."""
    asked = [{"@type": "Question", "name": one.title, "acceptedAnswer": {"@type": "Answer", "text": one.summary}} for one in articles]
    return _block(_crumbs(kit, crumbs), {"@type": "FAQPage", "mainEntity": asked})


def announcement(kit: Kit, one: Announcement, lang: Tongue, crumbs: Crumbs) -> Markup:
    """A piece of news."""
    return _block(_crumbs(kit, crumbs), {
        "@type": "NewsArticle", "headline": one.title(lang)[:110], "inLanguage": HTML_LANG[lang], "datePublished": one.published_at.isoformat(),
        "dateModified": one.changed_at.isoformat(), "author": _publisher(kit), "publisher": _publisher(kit),
        "mainEntityOfPage": kit.settings.public_url + crumbs[-1][1],
    })  # fmt: skip


def glossary(terms: Sequence[Term], lang: Tongue, name: str) -> Markup:
    """Words and their meanings."""
    zh = written(lang) == "zh"
    known = [{"@type": "DefinedTerm", "name": one.zh if zh else one.en, "description": one.meaning_zh if zh else one.meaning_en} for one in terms]
    return _block({"@type": "DefinedTermSet", "name": name, "inLanguage": HTML_LANG[lang], "hasDefinedTerm": known})


def _publisher(kit: Kit) -> dict[str, Any]:
    return {"@type": "Organization", "name": kit.settings.brand, "url": kit.settings.public_url}


def _crumbs(kit: Kit, crumbs: Crumbs) -> dict[str, Any]:
    steps = [{"@type": "ListItem", "position": place, "name": name, "item": kit.settings.public_url + path} for place, (name, path) in enumerate(crumbs, 1)]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _block(*things: dict[str, Any]) -> Markup:
    """The content of a data block. No character in it can end the element or be read as markup."""
    text = msgspec.json.encode({"@context": "https://schema.org", "@graph": things}).decode()
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704 (escaped on this line)
