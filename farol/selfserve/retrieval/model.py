"""Nouns of retrieval: passages, hits and gaps."""

from datetime import datetime

import msgspec

from farol.selfserve.knowledge.model import Article


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A stretch of an article that can answer by itself. The head (empty anchor) holds title, summary and keywords of the whole."""

    article: Article
    anchor: str
    heading: str
    text: str

    @property
    def version_id(self) -> int:
        """The id of the published version it is part of."""
        return self.article.id


class Hit(msgspec.Struct, frozen=True):
    """An article that answers, in the language to show it in.

    passage: where in it the answer stands; score: how well it fits, to compare within one answer; wanted: the terms looked for,
    to highlight.
    """

    article: Article
    passage: Passage
    score: float
    wanted: frozenset[str]


class Found(msgspec.Struct, frozen=True):
    """The best articles first. covered: the share, 0 to 1, of what was asked that one of the first is about."""

    hits: list[Hit]
    covered: float

    @property
    def good(self) -> bool:
        """Whether there is likely an answer among the first; otherwise the page offers topics and people, and the question is a gap."""
        return self.covered >= GOOD


GOOD = 0.4
"""The share of a question that an article has to be about."""
NOTHING = Found([], 0.0)


class Gap(msgspec.Struct, frozen=True):
    """A question that nothing answered, in words from which everything personal is gone. asked: how often."""

    id: int
    language: str
    words: str
    asked: int
    first_at: datetime
    last_at: datetime
