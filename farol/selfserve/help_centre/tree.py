"""The topics as pages show them: a tree that editors change, asked of the database at most once in two seconds a process."""

import asyncio
import time
from collections.abc import Iterable, Mapping

import msgspec

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.i18n import Tongue
from farol.selfserve.knowledge import store
from farol.selfserve.knowledge.model import TOPICS, Article, Topic

KEPT_S = 2.0
SHIPPED = [Topic(0, code, "", name.text("zh"), name.text("en"), place, 1) for place, (code, name) in enumerate(TOPICS.items())]
"""What an installation shows whose editors have not begun."""


class Shelf(msgspec.Struct, frozen=True):
    """A topic with what stands in it, in one language."""

    code: str
    name: str
    articles: list[Article]


class Tree:
    """Topics in the order of the index, those below another one right after it."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        known = {topic.code: topic for topic in topics}
        self._topics: dict[str, Topic] = {}
        self._below: dict[str, list[Topic]] = {}
        for topic in known.values():
            self._below.setdefault(topic.parent if topic.parent in known else "", []).append(topic)
        self._walk("")

    def _walk(self, parent: str) -> None:
        for topic in self._below.get(parent, []):
            if topic.code not in self._topics:
                self._topics[topic.code] = topic
                self._walk(topic.code)

    def codes(self) -> list[str]:
        """Every topic."""
        return list(self._topics)

    def name(self, code: str, lang: Tongue) -> str:
        """What it is called; the code itself when the topic was taken away."""
        return self._topics[code].name(lang) if code in self._topics else code

    def above(self, code: str) -> list[str]:
        """The codes from the top down to it, itself last."""
        found: list[str] = []
        while code in self._topics and code not in found:
            found.insert(0, code)
            code = self._topics[code].parent
        return found

    def below(self, code: str) -> list[str]:
        """The topics right under it."""
        return [topic.code for topic in self._below.get(code, [])]

    def shelves(self, by_topic: Mapping[str, list[Article]], lang: Tongue) -> list[Shelf]:
        """Those topics that hold an article, with their articles."""
        return [Shelf(code, topic.name(lang), by_topic[code]) for code, topic in self._topics.items() if by_topic.get(code)]


class _Kept:
    """What this process last read."""

    def __init__(self) -> None:
        self.tree = Tree(SHIPPED)
        self._until = 0.0
        self._reading = asyncio.Lock()

    async def read(self, kit: Kit) -> Tree:
        if time.monotonic() >= self._until:
            async with self._reading:
                if time.monotonic() >= self._until:
                    self.tree = Tree(await store.topics(kit.db) or SHIPPED)
                    self._until = time.monotonic() + KEPT_S
        return self.tree


async def tree(kit: Kit) -> Tree:
    """The topics now."""
    if not kit.has(_Kept):
        kit.put(_Kept())
    return await kit.get(_Kept).read(kit)


def listed(article: Article) -> bool:
    """Whether lists that are the same for everybody name it: everybody may read it, and it has not expired."""
    return article.audience.open and not article.expired(clock.now().date())
