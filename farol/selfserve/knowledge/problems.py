"""What publishing can be refused for."""

from farol.kit.problem import Problem


class ArticleRefused(Problem):
    """The text would not be safe or not be complete; ``errors`` names every reason."""

    code = "article_refused"
    status = 422
    texts = {"en": "This article cannot be published as it is.", "zh": "这篇文章现在还不能发布。"}
