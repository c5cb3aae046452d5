"""The description of the partner API, for programs that make clients from it."""

from typing import Any

from farol.kit.core import Kit
from farol.kit.permission import Can
from farol.kit.web import Request, Response, get
from farol.kit.web.described import described

ABOUT = (
    "Tickets and messages for the exchange's own systems. Every request carries a key as a bearer token. Sending the same "
    "client_id again is harmless. Webhooks tell what happens; see the guide."
)


@get("/partner/openapi.json", can=Can.ANYONE)
async def openapi(request: Request[Any, Any, Any], kit: Kit) -> Response[dict[str, Any]]:
    """OpenAPI 3.1. It holds no secret and needs none."""
    document = described(request, "/api/partner/v1", title=f"{kit.settings.brand}: partner API", about=ABOUT, version="1", server=kit.settings.public_url)
    return Response(document, media_type="application/json", headers={"cache-control": "public, max-age=300", "access-control-allow-origin": "*"})


routes = [openapi]
