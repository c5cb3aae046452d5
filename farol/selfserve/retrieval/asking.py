"""What pages, the desk and the assistant ask of search: articles for a reader, and lines while somebody types."""

from collections.abc import Sequence

import msgspec

from farol.kit import clock
from farol.kit.core import Kit
from farol.selfserve.knowledge.audience import ANYBODY, Reader, may_read
from farol.selfserve.knowledge.model import Article

from .gaps import notebook
from .highlight import Marker, Piece
from .index import Sees
from .library import library
from .model import Found, Hit
from .offers import Offer


class Shown(msgspec.Struct, frozen=True):
    """A hit as a page draws it: stretches of text and whether each is marked. anchor: of the passage; empty for the article's top.

    language: of the article, which is the reader's where it exists in that. heading: of the passage; empty at the top.
    """

    slug: str
    version: int
    language: str
    anchor: str
    title: list[Piece]
    heading: list[Piece]
    excerpt: list[Piece]


async def ask(kit: Kit, reader: Reader, asked: str, language: str, *, most: int = 10, noted_for: str = "") -> Found:
    """The best articles the reader may see. noted_for: the address of who asks; given, a question without answer counts as a gap."""
    books = await library(kit)
    found = books.index.find(asked, language, most, sees(reader))
    if noted_for and not found.good:
        notebook(kit).note(asked, language, noted_for, books.synonyms)
    return found


async def offers(kit: Kit, reader: Reader, typed: str, language: str) -> list[Offer]:
    """Lines to choose from while somebody types."""
    return (await library(kit)).offers.like(typed, language, sees(reader))


def sees(reader: Reader = ANYBODY) -> Sees:
    """Which articles search may name to this reader."""
    today = clock.now().date()

    def may(article: Article) -> bool:
        return may_read(article.audience, reader) and not article.expired(today)

    return may


def shown(hits: Sequence[Hit]) -> list[Shown]:
    """Hits of one answer with what was looked for marked, and the line that says why each is one."""
    marker = Marker(hits[0].wanted if hits else ())
    return [_shown(hit, marker) for hit in hits]


def _shown(hit: Hit, marker: Marker) -> Shown:
    passage = hit.passage
    return Shown(
        hit.article.slug, hit.article.version, hit.article.language, passage.anchor, marker.marked(hit.article.title),
        marker.marked(passage.heading), marker.excerpt(passage.text.split("\n")))
