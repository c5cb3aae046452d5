"""What search engines read: the map of all pages, and what is none of their business."""

from typing import Any, cast

from farol.kit.core import Kit
from farol.kit.i18n import LANGS, Lang
from farol.kit.permission import Can
from farol.kit.problem import NotFound
from farol.kit.web import Response, get, public
from farol.selfserve.announcements.board import board

from .. import manual, sitemap
from ..shelf import shelf
from ..site import AnyRequest
from ..sitemap import Place
from ..tree import tree

XML = "application/xml; charset=utf-8"
HOUR = "public, max-age=3600"
CLOSED = ("/api/", "/console", "/my")


@get("/sitemap.xml", can=Can.ANYONE)
async def site_map(kit: Kit, request: AnyRequest) -> Response[Any]:
    """All pages, or the list of the files that hold them."""
    base, places = kit.settings.public_url, await _places(kit)
    files = sitemap.pages(places)
    body = sitemap.urls(base, places) if len(files) == 1 else sitemap.index(base, files)
    return public.answer(request, body, XML, age=HOUR)


@get("/sitemaps/{part_no:int}", can=Can.ANYONE)
async def part(kit: Kit, request: AnyRequest, part_no: int) -> Response[Any]:
    """One file of many."""
    files = sitemap.pages(await _places(kit))
    if not 1 <= part_no <= len(files):
        raise NotFound
    return public.answer(request, sitemap.urls(kit.settings.public_url, files[part_no - 1]), XML, age=HOUR)


@get("/robots.txt", can=Can.ANYONE)
async def robots(kit: Kit, request: AnyRequest) -> Response[Any]:
    """Everything public is open; what is personal or endless is not."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), "", f"Sitemap: {kit.settings.public_url}/sitemap.xml", ""]
    return public.answer(request, "\n".join(lines).encode(), "text/plain", age=HOUR)


async def _places(kit: Kit) -> list[Place]:
    books, both = await shelf(kit), list(LANGS)
    filled = {shelf.code for lang in LANGS for shelf in (await tree(kit)).shelves(books.topics(lang), lang)}
    articles = books.newest()
    newest = max(articles.values(), default=None)
    found = [Place("", both, newest)]
    found += [Place(f"/t/{code}", both, newest) for code in sorted(filled)]
    found += [Place(f"/a/{slug}", cast(list[Lang], books.languages(slug)), at) for slug, at in articles.items()]
    found += [Place("/glossary", both), Place("/networks", both)]
    if manual.shipped(kit):
        found.append(Place("/api", both))
    news = await board(kit)
    found.append(Place("/announcements", both, max((one.changed_at for one in news), default=None)))
    found += [Place(f"/announcements/{one.id}", both, one.changed_at) for one in news]
    return found + await sitemap.further(kit)


routes = [site_map, part, robots]
