"""What a search shows beside articles, such as what customers said in public. Features built on the help centre bring it."""

from collections.abc import Awaitable, Callable

import msgspec

from farol.kit.core import Kit
from farol.kit.i18n import Tongue

MOST = 3


class Aside(msgspec.Struct, frozen=True):
    """Something found. path: on this site; good: it has an accepted answer."""

    path: str
    title: str
    excerpt: str
    good: bool


Source = Callable[[Kit, str, Tongue, int], Awaitable[list[Aside]]]
"""Finds at most so many for a question in a language, the best first."""


class Asides:
    """The one source of this process, put into the kit by whoever has something to show."""

    def __init__(self, source: Source) -> None:
        self.source = source


async def beside(kit: Kit, question: str, lang: Tongue) -> list[Aside]:
    """What stands beside the articles for this question; nothing where no feature brings any."""
    if not question.strip() or not kit.has(Asides):
        return []
    return await kit.get(Asides).source(kit, question, lang, MOST)
