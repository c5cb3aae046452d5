"""How every public page of the help centre goes out: framed, with what is not as usual on top, packed, with its policy."""

from collections.abc import Sequence
from typing import Any

from farol.kit.core import Kit
from farol.kit.i18n import LANGS, Tongue, is_tongue
from farol.kit.web import Page, Request, Response, public
from farol.selfserve.titles.showing import eyes

from .frame import frame
from .notices import bars
from .policy import INTEGRITY, POLICY
from .shelf import shelf
from .tree import tree
from .words import Words

AnyRequest = Request[Any, Any, Any]
BOTH = list(LANGS)


async def shown(
    kit: Kit, request: AnyRequest, template: str, lang: Tongue, path: str, values: dict[str, Any], *,
    languages: Sequence[str] | None = None, status: int = 200, home: bool = False, personal: bool = False,
) -> Response[Any]:  # fmt: skip
    """A page. path: what follows ``/help/xx``; languages: those its content is written in, none keeps it out of search engines.

    personal: not everybody gets this page, so nothing keeps it on the way.
    """
    framed = frame(kit, lang, path, None if personal else languages)
    page = {**framed, "bars": await bars(kit, Words(lang), home=home), "script": INTEGRITY, **values}
    if personal:
        return Page(f"help_centre/{template}", page, status=status, headers={"content-security-policy": POLICY})
    return public.page(request, f"help_centre/{template}", page, policy=POLICY, status=status)


async def missing(kit: Kit, request: AnyRequest, lang: str) -> Response[Any]:
    """The page that helps on when there is none."""
    spoken = spoken_of(lang)
    return await shown(kit, request, "missing.html", spoken, "", await topics(kit, spoken, request), status=404)


def spoken_of(lang: str) -> Tongue:
    """The language of an address, or English."""
    return lang if is_tongue(lang) else "en"


async def topics(kit: Kit, lang: Tongue, request: AnyRequest) -> dict[str, Any]:
    """The index by topic, for templates, with the titles that this visitor sees."""
    seen_by, found = await eyes(kit, request), (await shelf(kit)).topics(lang)
    return {"topics": (await tree(kit)).shelves({code: [seen_by.of(one) for one in each] for code, each in found.items()}, lang)}
