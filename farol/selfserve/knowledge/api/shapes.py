"""Bodies and answers that several routes of the knowledge base share."""

from datetime import date, datetime
from typing import Annotated, Literal

import msgspec

from farol.kit.problem import NotFound
from farol.kit.web import Body

from .. import markdown
from ..draft_store import DraftRow
from ..faults import Fault, listed
from ..model import Article, Text, is_code
from ..nodes import Node, tree

ROOM = 256 * 1024
"""Bytes of a body with an article in it: its 40,000 characters take at most four each."""
Id = Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
Number = Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)]
Slug = Annotated[str, msgspec.Meta(max_length=80)]
LONGEST_CODE = 40
Code = Annotated[str, msgspec.Meta(max_length=LONGEST_CODE, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Language = Annotated[str, msgspec.Meta(max_length=35, pattern=r"^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$")]
TopicCode = Annotated[str, msgspec.Meta(max_length=LONGEST_CODE, pattern=r"^[a-z0-9-]*$")]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]


class TextBody(Body, frozen=True):
    """A draft as it is to be saved. revision: the one that was read, 0 for a new draft. brings_up: with it the language holds
    what the others say."""

    revision: Number
    title: str
    summary: str
    body: str
    keywords: str = ""
    related: Annotated[list[Slug], msgspec.Meta(max_length=50)] = []
    brings_up: bool = True

    @property
    def text(self) -> Text:
        """The words, without spaces around them."""
        return Text(self.title.strip(), self.summary.strip(), self.body, " ".join(self.keywords.split()), tuple(self.related))


class RevisionBody(Body, frozen=True):
    """What was read, so that nothing else is published or thrown away."""

    revision: Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]


class HourBody(RevisionBody, frozen=True):
    """When it is published; with its zone."""

    at: Annotated[datetime, msgspec.Meta(tz=True)]


class Mend(msgspec.Struct, frozen=True):
    """Something to mend before the text can be published, in both languages. line: of the body; 0 for none."""

    code: str
    what: str
    line: int
    zh: str
    en: str


class Shown(msgspec.Struct, frozen=True):
    """A part of an article as it will look. kind: ``prose``, with its elements, or the kind of a live block with its filters."""

    kind: str
    nodes: list[Node | str] = []
    filters: dict[str, str] = {}


class PublishedText(msgspec.Struct, frozen=True):
    """A published version. quote: how this very text is referred to for good."""

    language: str
    version: int
    title: str
    summary: str
    body: str
    keywords: str
    related: list[str]
    checked_by: str
    checked_on: date
    published_at: datetime
    quote: str


class Tongue(msgspec.Struct, frozen=True):
    """One language of an article: what readers see, and the draft. behind: another language has said more since."""

    language: str
    published: PublishedText | None
    draft: DraftRow | None
    behind: bool


class Saved(msgspec.Struct, frozen=True):
    """A saved draft: its revision now, where it stands, and what is to mend before it can be published."""

    revision: int
    state: Literal["draft", "in_review", "scheduled"]
    mend: list[Mend] = []


def tongue(language: str) -> str:
    """A language in a path. Raises NotFound for what cannot be one."""
    if not is_code(language):
        raise NotFound
    return language


def mend(faults: list[Fault]) -> list[Mend]:
    """Faults in the form of an answer."""
    return msgspec.convert(listed(faults), list[Mend])


def shown(body: str) -> list[Shown]:
    """The parts of an article, its prose as elements."""
    return [
        Shown("prose", tree(part.html)) if isinstance(part, markdown.Prose) else Shown(part.kind, filters=part.filters)
        for part in markdown.parts(body)
    ]


def published(article: Article) -> PublishedText:
    """A version in the form of an answer."""
    return PublishedText(
        article.language, article.version, article.title, article.summary, article.body, article.keywords, article.related,
        article.checked_by, article.checked_on, article.published_at, article.quote)
