"""What no longer works in a published text: links and live blocks. Pure; links to other sites are judged by their form alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from farol.core.exchange import published
from farol.core.exchange.model import NetworkInfo
from farol.selfserve.knowledge import liveblocks, markdown
from farol.selfserve.knowledge.model import Article

from .model import Finding

_TARGET = re.compile(r"(?<!!)\]\(\s*<?([^)\s>]+)")
_OURS = re.compile(r"/help/[a-z]{2,3}/a/([a-z0-9-]+)(?:#(.+))?")
_HOST = re.compile(r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.I)
_PAGE_ANCHORS = frozenset({"stuck", "main"})
"""Anchors that the page itself has."""


@lru_cache(maxsize=1_000)
def anchors(body: str) -> frozenset[str]:
    """Where in an article a link can lead."""
    return frozenset(section.anchor for section in markdown.sections(body) if section.anchor) | _PAGE_ANCHORS


def links(article: Article, held: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """Links that lead nowhere. held: the anchors of each article that can be read in this language or the other."""
    for number, line in enumerate(article.body.splitlines(), 1):
        for target in _TARGET.findall(line):
            if not _leads(target, article, held):
                yield Finding("link", target[:200], number)
    for slug in article.related:
        if slug not in held:
            yield Finding("related", slug)


def blocks(article: Article, rows: Sequence[NetworkInfo] | None, unknown: frozenset[str]) -> Iterator[Finding]:
    """Live blocks that stay empty. rows: the exchange's networks, None when it does not answer; unknown: tables it does not have."""
    for match in liveblocks.LINE.finditer(article.body):
        block = liveblocks.read(match)
        empty = block.kind == "core:network" and rows is not None and not published.chosen(list(rows), block.filters)
        if empty or (block.kind == "core:facts" and block.filters.get("name", "") in unknown):
            yield Finding("live", match[0][:200], article.body.count("\n", 0, match.start()) + 1)


def tables(article: Article) -> set[str]:
    """The published tables that an article shows."""
    read = (liveblocks.read(match) for match in liveblocks.LINE.finditer(article.body))
    return {block.filters.get("name", "") for block in read if block.kind == "core:facts"}


def _leads(target: str, article: Article, held: Mapping[str, frozenset[str]]) -> bool:
    if target.startswith("#"):
        return target[1:] in held.get(article.slug, _PAGE_ANCHORS)
    if target.startswith("mailto:"):
        return bool(re.fullmatch(r"mailto:[^@\s]+@[^@\s]+\.[^@\s]+", target))
    if target.startswith("https://"):
        return _formed(target)
    if ours := _OURS.fullmatch(target):
        slug, anchor = ours[1], ours[2] or ""
    elif target.startswith(("/", "media/")):
        return True
    else:
        slug, _, anchor = target.partition("#")
    return slug in held and (not anchor or anchor in held[slug])


def _formed(address: str) -> bool:
    """Whether an address outside could be one: a host with a name, no blanks, no account in it."""
    try:
        parts = urlsplit(address)
        return bool(parts.hostname and _HOST.fullmatch(parts.hostname)) and "@" not in parts.netloc and (parts.port or 443) > 0
    except ValueError:
        return False
