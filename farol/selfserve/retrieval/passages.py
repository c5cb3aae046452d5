"""From an article to its passages: a head with title, summary and keywords, then what stands under each heading."""

from collections.abc import Iterator

from farol.selfserve.knowledge import markdown
from farol.selfserve.knowledge.model import Article

from .model import Passage

LONGEST = 1_500
"""Characters of a passage; more under one heading makes several, so that a long list does not bury what it holds."""


def passages(article: Article) -> list[Passage]:
    """The head first, which also holds what stands before the first heading."""
    first, *rest = markdown.sections(article.body)
    found = [Passage(article, "", "", "\n".join([article.summary, *first.lines]))]
    for section in rest:
        found += [Passage(article, section.anchor, section.heading, part) for part in _parts(section.lines)]
    return found


def _parts(lines: list[str]) -> Iterator[str]:
    held: list[str] = []
    size = 0
    for line in lines:
        if held and size + len(line) > LONGEST:
            yield "\n".join(held)
            held, size = [], 0
        held.append(line)
        size += len(line)
    yield "\n".join(held)
