"""What happens to articles, on the stream ``article:ID``; to topics on ``topic:ID`` and to terms on ``term:ID``."""

from datetime import datetime

from farol.kit.events import Event


class ArticlePublished(Event, frozen=True, kind="article.published"):
    """A new version of one language of an article can be read."""

    slug: str
    language: str
    version: int


class ArticleOpened(Event, frozen=True, kind="article.opened"):
    """Somebody began an article; nobody outside can read it yet."""

    slug: str


class ArticleDrafted(Event, frozen=True, kind="article.drafted"):
    """A draft was saved. from_version: the published version it was restored from; 0 for what was typed."""

    slug: str
    language: str
    revision: int
    from_version: int = 0


class ArticleSubmitted(Event, frozen=True, kind="article.submitted"):
    """A draft waits for somebody who looks at it."""

    slug: str
    language: str


class ArticleReturned(Event, frozen=True, kind="article.returned"):
    """Whoever looked at it wants something changed first, or it is not published at its hour after all."""

    slug: str
    language: str
    note: str


class ArticleScheduled(Event, frozen=True, kind="article.scheduled"):
    """It will be published by itself."""

    slug: str
    language: str
    at: datetime


class DraftDiscarded(Event, frozen=True, kind="article.draft_discarded"):
    """A draft was thrown away; its last words are kept here alone."""

    slug: str
    language: str
    title: str
    body: str


class ArticleDescribed(Event, frozen=True, kind="article.described"):
    """Topic, owner, dates or audience changed; the fields as they are now."""

    slug: str
    category: str
    owner_id: int | None
    audience: str
    tier: str
    entities: list[str]


class ArticleRetired(Event, frozen=True, kind="article.retired"):
    """It can no longer be read; its versions are kept."""

    slug: str


class ArticleBrought(Event, frozen=True, kind="article.brought_back"):
    """It can be read again."""

    slug: str


class ImageAdded(Event, frozen=True, kind="article.image_added"):
    """A picture can be shown in the article."""

    file_id: str
    name: str


class TopicSaved(Event, frozen=True, kind="topic.saved"):
    """A topic was made, named or moved."""

    code: str
    parent: str
    zh: str
    en: str


class TopicRemoved(Event, frozen=True, kind="topic.removed"):
    """A topic that held nothing is gone."""

    code: str


class TermSaved(Event, frozen=True, kind="term.saved"):
    """A word of the glossary was made or changed."""

    zh: str
    en: str


class TermRemoved(Event, frozen=True, kind="term.removed"):
    """A word left the glossary."""

    en: str
