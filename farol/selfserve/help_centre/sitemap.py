"""Sitemaps (sitemaps.org 0.9): every page with its language alternates and when it last changed; an index when there are many."""

from datetime import datetime
from typing import NamedTuple
from xml.etree import ElementTree as Xml

from farol.kit.i18n import HTML_LANG, Lang

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
MOST = 1000
"""Addresses of one file; more of them go into several, under an index."""


class Place(NamedTuple):
    """A page: what follows ``/help/xx``, the languages it exists in, and when it changed, if that is known."""

    path: str
    languages: list[Lang]
    changed_at: datetime | None = None


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
            Xml.SubElement(url, "loc").text = f"{base}/help/{lang}{place.path}"
            if place.changed_at:
                Xml.SubElement(url, "lastmod").text = place.changed_at.isoformat(timespec="seconds")
            for each in place.languages:
                href = f"{base}/help/{each}{place.path}"
                Xml.SubElement(url, "xhtml:link", {"rel": "alternate", "hreflang": HTML_LANG[each], "href": href})
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
