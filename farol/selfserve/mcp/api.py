"""The one address of the protocol. It stands beside the customer's API and takes the same bearer token, or none."""

from typing import Any

import msgspec

from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Bytes, Request, Response, json, post
from farol.kit.web.credentials import read as credentials

from .model import INVALID_REQUEST, MOST_BODY, Asked, Asker, Refused
from .protocol import answered
from .wire import modern


@post("/mcp", can=Can.ANYONE, max_body=MOST_BODY)
async def speak(kit: Kit, actor: Actor, request: Request[Any, Any, Any], data: Asked) -> Response[Any]:
    """One request or notification. Browsers of other sites were refused before, by their Origin."""
    ip = credentials(request.scope).ip
    limit("mcp", ip, rate_per_s=3, burst=60)
    try:
        new = modern(data, request.headers)
        if data.id is msgspec.UNSET:
            if not data.method.startswith("notifications/"):
                raise Refused(INVALID_REQUEST, "A request needs an id")
            return Bytes(b"", "application/json", status=202)
        result = await answered(Asker(kit, actor, ip), data, modern=new)
    except Refused as refused:
        error = {"code": refused.code, "message": refused.message} | ({"data": refused.data} if refused.data else {})
        return json({"jsonrpc": "2.0", **_id(data), "error": error}, status=refused.status)
    return json({"jsonrpc": "2.0", **_id(data), "result": result})


def _id(data: Asked) -> dict[str, Any]:
    return {} if data.id is msgspec.UNSET else {"id": data.id}


routes = [speak]
