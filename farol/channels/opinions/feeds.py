"""RSS and Atom, as Reddit, app stores, review sites and blogs publish them. Pure; what comes is not trusted."""

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from xml.etree import ElementTree

import nh3

from .model import LONGEST, Item

MOST = 100
_DEEP = re.compile(rb"<!(DOCTYPE|ENTITY)", re.I)
"""Feeds have no document type; one that has may hold entities that grow."""
_BLANK = re.compile(r"[ \t]*\n\s*\n\s*")


class NoFeed(ValueError):
    """What came is neither RSS nor Atom."""


def items(body: bytes, source: str, now: datetime) -> list[Item]:
    """The entries, oldest first. Raises NoFeed."""
    if _DEEP.search(body):
        raise NoFeed("a document type")
    try:
        root = ElementTree.fromstring(body)  # noqa: S314 - no document type, so no entities
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise NoFeed("no XML") from error
    if _name(root) not in ("rss", "feed", "RDF"):
        raise NoFeed(_name(root))
    entries = [one for one in root.iter() if _name(one) in ("item", "entry")][:MOST]
    return sorted((item for one in entries if (item := _item(one, source, now))), key=lambda item: item.said_at)


def _item(entry: ElementTree.Element, source: str, now: datetime) -> Item | None:
    told = dict(_told(entry))
    title, words = _plain(told.get("title", "")), _plain(told.get("content") or told.get("encoded") or told.get("description") or told.get("summary") or "")
    body = words if words.startswith(title) else f"{title}\n{words}".strip()
    link = told.get("link", "").strip()
    name = told.get("id") or told.get("guid") or link or sha256(body.encode()).hexdigest()
    if not body:
        return None
    stars = told.get("rating", "").strip()
    author = _plain(told.get("author") or told.get("creator") or "")[:120]
    when = min(_time(told.get("updated") or told.get("published") or told.get("pubDate") or told.get("date") or "", now), now)
    return Item(source, name.strip()[:300], body[:LONGEST], when, author, author, link if re.match(r"https?://", link) and len(link) < 2000 else "",
                int(stars) if stars in ("1", "2", "3", "4", "5") else 0)  # fmt: skip


def _told(entry: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """What stands in an entry, by its bare name; of links the one to the page, of an author the name."""
    for child in reversed(list(entry)):
        name = _name(child)
        if name == "link":
            if child.get("rel", "alternate") == "alternate":
                yield name, child.get("href") or child.text or ""
        elif name == "author":
            yield name, next((one.text or "" for one in child if _name(one) == "name"), child.text or "")
        elif name == "content" and child.get("type") == "html" and any(_name(one) == "content" and one.get("type") == "text" for one in entry):
            continue
        else:
            yield name, child.text or ""


def _name(of: ElementTree.Element) -> str:
    return of.tag.rpartition("}")[2] if isinstance(of.tag, str) else ""


def _plain(text: str) -> str:
    """Words without markup."""
    bare = html.unescape(nh3.clean(re.sub(r"<(br|/p|/li|/div)\b[^>]*>", "\n", text[: LONGEST * 4]), tags=set()))
    return _BLANK.sub("\n\n", bare.replace("\0", "")).strip()


def _time(text: str, now: datetime) -> datetime:
    """Of RFC 3339 or RFC 5322; now for neither."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text.strip())
            return found if found.tzinfo else found.replace(tzinfo=UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return now
