"""What happens to articles, on the stream ``article:ID``."""

from farol.kit.events import Event


class ArticlePublished(Event, frozen=True, kind="article.published"):
    """A new version of one language of an article can be read."""

    slug: str
    language: str
    version: int
