"""The exchange's own look: its colours and its logo, as it set them."""

import asyncio
from pathlib import Path
from typing import Any

from farol.kit.core import Kit
from farol.kit.permission import Can
from farol.kit.problem import NotFound
from farol.kit.settings_faults import LOGOS
from farol.kit.web import Response, get, public

from ..brand import sheet
from ..site import AnyRequest

KEPT = "public, max-age=86400"
IMAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""A logo is a picture even when somebody opens it alone."""


@get("/help/brand.css", can=Can.ANYONE)
async def colours(kit: Kit, request: AnyRequest) -> Response[Any]:
    """Tokens that the exchange set; the page links it only then."""
    return public.answer(request, sheet(kit.settings).encode(), "text/css; charset=utf-8", age=KEPT)


@get("/help/logo", can=Can.ANYONE)
async def logo(kit: Kit, request: AnyRequest) -> Response[Any]:
    """The logo, when there is one."""
    place = kit.settings.brand_logo
    try:
        image = await asyncio.to_thread(Path(place).read_bytes)
    except OSError:
        raise NotFound from None
    return public.answer(request, image, LOGOS[Path(place).suffix], age=KEPT, headers={"content-security-policy": IMAGE_POLICY})


routes = [colours, logo]
