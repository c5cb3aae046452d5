"""What every page of ours stands in: language, title line, links, alternates in the other language."""

from collections.abc import Sequence
from typing import Any

import msgspec

from farol.kit.core import Kit
from farol.kit.i18n import HTML_LANG, LANGS, Lang

from . import brand, manual
from .words import Words


class Link(msgspec.Struct, frozen=True):
    """A link of the header and the footer. lang: of the words and the page, when it is another."""

    href: str
    text: str
    lang: str = ""


def other(lang: Lang) -> Lang:
    """The other language."""
    return "en" if lang == "zh" else "zh"


def frame(kit: Kit, lang: Lang, path: str, languages: Sequence[str] | None = None) -> dict[str, Any]:
    """Values of the layout for a help page. ``path`` is what follows ``/help/xx``; it is the same in both languages.

    ``languages`` are those the page exists in, for search engines; none keeps the page out of them.
    """
    words, base = Words(lang), kit.settings.public_url
    switched = f"/help/{other(lang)}{path}"
    values: dict[str, Any] = {
        "lang": lang,
        "html_lang": HTML_LANG[lang],
        "w": words,
        "brand": kit.settings.brand,
        "brand_css": brand.address(kit.settings),
        "logo": "/help/logo" if kit.settings.brand_logo else "",
        "foot_links": foot(kit, lang),
        "header_name": f"{kit.settings.brand} {words.help_centre}",
        "home_link": f"/help/{lang}",
        "zone_note": words.times_are,
        "links": [
            Link("/my", words.my_tickets),
            Link(f"/help/{lang}/a/verify-official", words.is_it_us),
            Link(f"/help/{lang}/a/service-promise", words.promise),
            Link(switched, words.other_language, HTML_LANG[other(lang)]),
        ],
    }
    known = [language for language in LANGS if languages is not None and language in languages]
    if known:
        values["canonical"] = f"{base}/help/{lang if lang in known else known[0]}{path}"
        values["alternates"] = [Link(f"{base}/help/{each}{path}", "", HTML_LANG[each]) for each in known]
        values["alternates"].append(Link(f"{base}/help/{'en' if 'en' in known else known[0]}{path}", "", "x-default"))
    return values


def foot(kit: Kit, lang: Lang) -> list[Link]:
    """What stands only at the foot of pages."""
    words = Words(lang)
    found = [Link(f"/help/{lang}", words.help_centre), Link(f"/help/{lang}/announcements", words.announcements)]
    found += [Link(f"/help/{lang}/networks", words.networks), Link(f"/help/{lang}/glossary", words.glossary)]
    found.append(Link(f"/community/{lang}", words.community))
    if manual.shipped(kit):
        found.append(Link(f"/help/{lang}/api", words.api_docs))
    return [*found, Link(f"/help/{lang}/a/complaints", words.complain_link)]
