"""What every page of ours stands in: language, title line, links, the other languages it can be read in."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from farol.kit.core import Kit
from farol.kit.i18n import DRAFTS, HTML_LANG, LANGS, NAMES, TONGUES, Lang, Tongue, direction, written

from . import brand, manual
from .words import Words


class Link(msgspec.Struct, frozen=True):
    """A link of the header and the footer. lang: of the words and the page, when it is another."""

    href: str
    text: str
    lang: str = ""


class Choice(msgspec.Struct, frozen=True):
    """A language of the chooser. name: its own; draft: not yet read by a native speaker; chosen: the page is in it."""

    href: str
    lang: str
    dir: str
    name: str
    draft: bool
    chosen: bool


def other(lang: Tongue) -> Lang:
    """The written language that readers of this one have second."""
    return "en" if written(lang) == "zh" else "zh"


def languages(lang: Tongue, href: Callable[[Tongue], str], among: Sequence[Tongue] = TONGUES) -> dict[str, Any]:
    """Values of the layout that the language alone decides. href: the address of this page in one of those it can be read in."""
    return {
        "lang": lang, "html_lang": HTML_LANG[lang], "html_dir": direction(lang), "draft": lang in DRAFTS, "in_english": href("en"), "sos": _carried("/stolen", lang),
        "tongues": [Choice(href(each), HTML_LANG[each], direction(each), NAMES[each], each in DRAFTS, each == lang) for each in among],
    }  # fmt: skip


def frame(kit: Kit, lang: Tongue, path: str, exists_in: Sequence[str] | None = None) -> dict[str, Any]:
    """Values of the layout for a help page. ``path`` is what follows ``/help/xx``; it is the same in all languages.

    ``exists_in`` are the languages its content is written in, for search engines; none keeps the page out of them.
    """
    words, base = Words(lang), kit.settings.public_url
    values: dict[str, Any] = {
        **languages(lang, lambda each: f"/help/{each}{path}"),
        "w": words,
        "brand": kit.settings.brand,
        "brand_css": brand.address(kit.settings),
        "logo": "/help/logo" if kit.settings.brand_logo else "",
        "foot_links": foot(kit, lang),
        "header_name": f"{kit.settings.brand} {words.help_centre}",
        "home_link": f"/help/{lang}",
        "zone_note": words.times_are,
        "links": [
            Link(_carried("/my", lang), words.my_tickets),
            Link(_carried("/verify", lang), words.is_it_us),
            Link(f"/help/{lang}/a/service-promise", words.promise),
        ],
    }
    known = [language for language in LANGS if exists_in is not None and language in exists_in]
    if known:
        values["canonical"] = f"{base}/help/{written(lang) if written(lang) in known else known[0]}{path}"
        values["alternates"] = [Link(f"{base}/help/{each}{path}", "", HTML_LANG[each]) for each in known]
        values["alternates"].append(Link(f"{base}/help/{'en' if 'en' in known else known[0]}{path}", "", "x-default"))
    return values


def _carried(path: str, lang: Tongue) -> str:
    """An address without a language of its own, told the one that the browser most likely does not ask for."""
    return path if lang in LANGS else f"{path}?lang={lang}"


def foot(kit: Kit, lang: Tongue) -> list[Link]:
    """What stands only at the foot of pages."""
    words = Words(lang)
    found = [Link(f"/help/{lang}", words.help_centre), Link(f"/help/{lang}/contact", words.contact), Link(f"/help/{lang}/announcements", words.announcements)]
    found += [Link(f"/help/{lang}/networks", words.networks), Link(f"/help/{lang}/glossary", words.glossary)]
    found.append(Link(f"/community/{written(lang)}", words.community))
    if manual.shipped(kit):
        found.append(Link(f"/help/{lang}/api", words.api_docs))
    return [*found, Link(f"/help/{lang}/a/complaints", words.complain_link)]
