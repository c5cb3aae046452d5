"""Sitemaps (sitemaps.org 0.9): every page with its language alternates and when it last changed; an index when there are many."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import NamedTuple
from xml.etree import ElementTree as Xml

from farol.kit.core import Kit
from farol.kit.i18n import HTML_LANG, Lang

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
MOST = 1000
"""Addresses of one file; more of them go into several, under an index."""


class Place(NamedTuple):
    """A page: what follows ``/help/xx``, the languages it exists in, and when it changed, if that is known.

    site: what stands before the language; the help centre is one of several.
    """

    path: str
    languages: list[Lang]
    changed_at: datetime | None = None
    site: str = "help"

    def url(self, base: str, lang: Lang) -> str:
        """Its address in one of its languages."""
        return f"{base}/{self.site}/{lang}{self.path}"


class More:
    """Further public pages of this process, put into the kit by whoever has some beside the help centre's."""

    def __init__(self, places: Callable[[Kit], Awaitable[list[Place]]]) -> None:
        self.places = places


async def further(kit: Kit) -> list[Place]:
    """Public pages of other features."""
    return await kit.get(More).places(kit) if kit.has(More) else []


def addresses(places: list[Place]) -> int:
    """How many addresses the places have in all languages."""
    return sum(len(place.languages) for place in places)


def pages(places: list[Place]) -> list[list[Place]]:
    """The places in files of at most ``MOST`` addresses."""
    files: list[list[Place]] = [[]]
    for place in places:
        if addresses(files[-1]) + len(place.languages) > MOST:
            files.append([])
        files[-1].append(place)
    return files


def urls(base: str, places: list[Place]) -> bytes:
    """One file."""
    root = Xml.Element("urlset", {"xmlns": NAMESPACE, "xmlns:xhtml": XHTML})
    for place in places:
        for lang in place.languages:
            url = Xml.SubElement(root, "url")
            Xml.SubElement(url, "loc").text = place.url(base, lang)
            if place.changed_at:
                Xml.SubElement(url, "lastmod").text = place.changed_at.isoformat(timespec="seconds")
            for each in place.languages if len(place.languages) > 1 else ():
                Xml.SubElement(url, "xhtml:link", {"rel": "alternate", "hreflang": HTML_LANG[each], "href": place.url(base, each)})
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True))


def index(base: str, files: list[list[Place]]) -> bytes:
    """The list of the files, each with the newest change in it."""
    root = Xml.Element("sitemapindex", {"xmlns": NAMESPACE})
    for number, places in enumerate(files, 1):
        one = Xml.SubElement(root, "sitemap")
        Xml.SubElement(one, "loc").text = f"{base}/sitemaps/{number}"
        changed = max((place.changed_at for place in places if place.changed_at), default=None)
        if changed:
            Xml.SubElement(one, "lastmod").text = changed.isoformat(timespec="seconds")
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True))
