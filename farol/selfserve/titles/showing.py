"""Which title a visitor sees in lists. The article's own page, its structured data and search engines know the published one alone."""

import hashlib
import re
from typing import Any
from urllib.parse import urlsplit

import msgspec

from farol.kit.core import Kit
from farol.kit.web import Request
from farol.kit.web.credentials import read as credentials
from farol.selfserve.knowledge.model import Article
from farol.selfserve.knowledge.visitors import visitor

from .counting import notebook
from .model import PUBLISHED
from .running import Trials, running

PURPOSE = "titles"
_ROBOT = re.compile(r"bot\b|bot/|crawl|spider|slurp|preview|headless|lighthouse|monitor|scrap|python|curl|wget|java/|go-http|^$", re.IGNORECASE)
_LIST = re.compile(r"/help/[a-z]{2}/(search|t/[a-z0-9-]+)")
"""The pages that count: where somebody looks for something, and not the index of everything."""
AnyRequest = Request[Any, Any, Any]


class Eyes:
    """A visitor in front of a page. Without a digest it is a robot, which sees what is published and is never counted."""

    def __init__(self, kit: Kit, trials: Trials, digest: bytes = b"", address: str = "", *, counts: bool = False) -> None:
        self._kit, self._trials, self._digest, self._address, self._counts = kit, trials, digest, address, counts

    def title(self, slug: str, language: str, published: str) -> str:
        """The title this visitor sees: the same one wherever it is listed, all day."""
        place = self._place(slug, language, published)
        return self._trials[slug, language].titles[place] if place else published

    def of(self, article: Article) -> Article:
        """The article with that title."""
        title = self.title(article.slug, article.language, article.title) if article.audience.open else article.title
        return article if title == article.title else msgspec.structs.replace(article, title=title)

    def saw(self, article: Article) -> Article:
        """The same, for a list that counts: the visitor has seen the title there."""
        if article.audience.open and (place := self._place(article.slug, article.language, article.title)) is not None and self._counts:
            notebook(self._kit).saw(self._trials[article.slug, article.language].id, place, self._digest, self._address)
        return self.of(article)

    def _place(self, slug: str, language: str, published: str) -> int | None:
        """None where nothing is tried; so too from the moment the published title is another one."""
        trial = self._trials.get((slug, language))
        if trial is None or not self._digest or trial.titles[PUBLISHED] != published:
            return None
        return assigned(trial.id, self._digest, len(trial.titles))


async def eyes(kit: Kit, request: AnyRequest) -> Eyes:
    """The visitor behind a request. At most one statement in two seconds, whatever is counted."""
    trials = await running(kit)
    if not trials or not browser(request):
        return Eyes(kit, {})
    came = credentials(request.scope)
    return Eyes(kit, trials, visitor(kit, PURPOSE, came.ip, came.agent), came.ip, counts=opens_page(request))


async def opened(kit: Kit, request: AnyRequest, article: Article) -> None:
    """Counts that the visitor came to this article's page from a list, which the browser says itself (Referer)."""
    trial = (await running(kit)).get((article.slug, article.language))
    if trial is None or not (browser(request) and opens_page(request)) or not _from_list(request):
        return
    came = credentials(request.scope)
    notebook(kit).opened(trial.id, visitor(kit, PURPOSE, came.ip, came.agent))


def assigned(trial_id: int, digest: bytes, titles: int) -> int:
    """The place of the title for a visitor: the same all day, and in no relation to their place in another trial."""
    drawn = hashlib.blake2b(digest, key=trial_id.to_bytes(8, "big"), digest_size=8).digest()
    return int.from_bytes(drawn, "big") % titles


def browser(request: AnyRequest) -> bool:
    """Whether a person is likely behind it: it speaks like a browser of today (Fetch Metadata) and does not call itself a robot."""
    return "sec-fetch-mode" in request.headers and not _ROBOT.search(credentials(request.scope).agent)


def opens_page(request: AnyRequest) -> bool:
    """Whether somebody goes to the page, rather than a script or a fetch ahead of time."""
    said = request.headers
    return said.get("sec-fetch-dest") == "document" and "prefetch" not in said.get("sec-purpose", "") + said.get("purpose", "")


def _from_list(request: AnyRequest) -> bool:
    said = request.headers
    return said.get("sec-fetch-site") == "same-origin" and _LIST.fullmatch(urlsplit(said.get("referer", "")).path) is not None
