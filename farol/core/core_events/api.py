"""Where the exchange sends its events, and what operators see of them."""

from typing import Any

from farol.kit.core import Kit
from farol.kit.permission import Can
from farol.kit.problem import TooLarge
from farol.kit.web import Request, get, post

from . import actions
from .actions import receiving
from .model import MOST_BODY, Overview


@post("/core", can=Can.ANYONE, max_body=MOST_BODY, status=204)
async def receive(request: Request[Any, Any, Any], kit: Kit) -> None:
    """An event, signed by the exchange. 204: stored, or known already; 5xx: send it again."""
    ip = request.scope["credentials"].ip  # type: ignore[typeddict-item]
    try:
        body = await request.body()
    except TooLarge:
        await receiving.refuse(kit, "too_large", ip)
        raise
    await actions.receive(kit, {name.lower(): value for name, value in request.headers.items()}, body, ip)


@get("/core-events", can=Can.SYSTEM_SEE)
async def core_events(kit: Kit) -> Overview:
    """When the exchange last sent something, what is missing, and what was turned away."""
    return await actions.overview(kit)


routes = [core_events]
for_hooks = [receive]
