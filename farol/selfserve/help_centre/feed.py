"""Atom (RFC 4287)."""

from datetime import UTC, datetime
from typing import NamedTuple
from xml.etree import ElementTree as Xml

from farol.kit.i18n import HTML_LANG, Lang

NAMESPACE = "http://www.w3.org/2005/Atom"


class Entry(NamedTuple):
    """One announcement in one language; html is cleaned already."""

    id: int
    title: str
    kind: str
    html: str
    published_at: datetime
    changed_at: datetime


def atom(base: str, lang: Lang, title: str, entries: list[Entry]) -> bytes:
    """The feed, newest first. Its addresses are what readers of feeds tell entries apart by, so they never change."""
    page = f"{base}/help/{lang}/announcements"
    root = Xml.Element("feed", {"xmlns": NAMESPACE, "xml:lang": HTML_LANG[lang]})
    _add(root, "title", title)
    _add(root, "id", page)
    Xml.SubElement(root, "link", {"rel": "alternate", "href": page, "type": "text/html"})
    Xml.SubElement(root, "link", {"rel": "self", "href": f"{page}.atom", "type": "application/atom+xml"})
    newest = max((entry.changed_at for entry in entries), default=datetime(2026, 1, 1, tzinfo=UTC))
    _add(root, "updated", newest.isoformat())
    _add(Xml.SubElement(root, "author"), "name", title.partition(" · ")[0])
    for entry in entries:
        one = Xml.SubElement(root, "entry")
        _add(one, "title", entry.title)
        _add(one, "id", f"{page}/{entry.id}")
        Xml.SubElement(one, "link", {"rel": "alternate", "href": f"{page}/{entry.id}", "type": "text/html"})
        Xml.SubElement(one, "category", {"term": entry.kind})
        _add(one, "published", entry.published_at.isoformat())
        _add(one, "updated", entry.changed_at.isoformat())
        _add(one, "content", entry.html).set("type", "html")
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True))


def _add(parent: Xml.Element, name: str, text: str) -> Xml.Element:
    made = Xml.SubElement(parent, name)
    made.text = text
    return made
