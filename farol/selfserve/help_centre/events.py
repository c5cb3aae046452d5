"""What readers say, on the stream ``article_feedback:ID`` of the article."""

from farol.kit.events import Event


class ArticleRated(Event, frozen=True, kind="article.rated"):
    """Somebody said whether a version helped. Their words are not here: the log is kept longer than they should be."""

    slug: str
    language: str
    version: int
    helpful: bool
    reason: str | None
