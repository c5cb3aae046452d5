"""The venue as a core link with two reads: its networks, and whether it is in maintenance.

Beside a core (``core``) it answers those two itself and hands everything else on, signature and all.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, MutableMapping
from typing import Any

import httpx2
import msgspec
from litestar import Litestar, Request, Response, get
from litestar.enums import MediaType
from litestar.exceptions import NotFoundException

from farol.app.skeleton.exchange_core.gate import App, Gate, Receive, Send

from .feed import Feed

OWN = ("/v1/networks", "/v1/incidents")
PASSED = ("content-type", "idempotency-key", "x-farol-")
MOST_BODY, MOST_ANSWER = 64 * 1024, 4 << 20
Message = MutableMapping[str, Any]


def _json(value: Any, status: int = 200) -> Response[bytes]:
    return Response(msgspec.json.encode(value), status_code=status, media_type=MediaType.JSON, headers={"cache-control": "no-store"})


def build(feed: Feed, keys: dict[str, str], core: str = "", transport: httpx2.AsyncBaseTransport | None = None) -> App:
    """The ASGI application; asks the venue while it runs. core: address of the core behind it. transport: for tests."""

    @get("/v1/capabilities")
    async def capabilities() -> Response[bytes]:
        return _json({"version": "1.1.0", "reads": ["capabilities", "networks", "incidents"], "actions": [], "events": []})

    @get("/v1/networks")
    async def networks(request: Request[Any, Any, Any]) -> Response[bytes]:
        if feed.told is None:
            return _json({"code": "upstream_unavailable", "message": f"{feed.name} has not answered yet"}, 503)
        asked = request.query_params
        wanted = [one for one in feed.told.entries if asked.get("coin", one.coin) == one.coin and asked.get("network", one.network) == one.network]
        return _json({"items": [_without_gaps(one) for one in wanted]})

    @get("/v1/incidents")
    async def incidents() -> Response[bytes]:
        down = feed.status not in ("", "ok")
        items = [{"incident_id": f"{feed.name}-{feed.status}", "state": "ongoing", "affects": [{"kind": "platform", "value": feed.name}]}]
        return _json({"items": items if down else []})

    def missing(_: Request[Any, Any, Any], __: NotFoundException) -> Response[bytes]:
        return _json({"code": "unsupported", "message": ""}, 404)

    @contextlib.asynccontextmanager
    async def at_work(_: Litestar) -> AsyncIterator[None]:
        asking = asyncio.create_task(feed.run())
        yield
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        await feed.close()

    app = Litestar([capabilities, networks, incidents], exception_handlers={NotFoundException: missing}, openapi_config=None, lifespan=[at_work])
    own: App = Gate(app, keys)  # type: ignore[arg-type]  # the framework's own names for ASGI's shapes
    return Beside(own, core, transport) if core else own


class Beside:
    """The venue's reads in front of a core."""

    def __init__(self, own: App, core: str, transport: httpx2.AsyncBaseTransport | None = None) -> None:
        self._own, self._core = own, core.rstrip("/")
        self._http = httpx2.AsyncClient(transport=transport, timeout=10, follow_redirects=False, trust_env=False)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """ASGI. What the core signed for is neither read nor changed; the core itself checks it."""
        if scope["type"] != "http" or scope["path"] in OWN:
            await self._own(scope, receive, send)
            return
        body, more = b"", True
        while more and len(body) <= MOST_BODY:
            part = await receive()
            body, more = body + part.get("body", b""), part.get("more_body", False)
        status, said = await self._ask(scope, body) if len(body) <= MOST_BODY else (400, b'{"code":"invalid","message":""}')
        await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"application/json")]})
        await send({"type": "http.response.body", "body": said})

    async def _ask(self, scope: Message, body: bytes) -> tuple[int, bytes]:
        query = scope["query_string"].decode("latin-1")
        target = scope["raw_path"].decode("latin-1") + (f"?{query}" if query else "")
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        kept = {name: value for name, value in headers.items() if name.startswith(PASSED)}
        try:
            answer = await self._http.request(scope["method"], self._core + target, content=body, headers=kept)
        except (httpx2.HTTPError, httpx2.InvalidURL):
            return 503, b'{"code":"upstream_unavailable","message":""}'
        if scope["path"] == "/v1/capabilities" and answer.status_code == 200:
            return 200, _more(answer.content)
        return answer.status_code, answer.content[:MOST_ANSWER]


def _more(said: bytes) -> bytes:
    """The core's capabilities with the venue's reads beside."""
    try:
        told = msgspec.json.decode(said, type=dict[str, Any])
        told["reads"] = [*(name for name in told["reads"] if name not in ("networks", "incidents")), "networks", "incidents"]
    except (msgspec.DecodeError, KeyError, TypeError):
        return said
    return msgspec.json.encode(told)


def _without_gaps(entry: Any) -> dict[str, Any]:
    """What is not known is left out."""
    return {name: value for name, value in msgspec.to_builtins(entry).items() if value not in (None, "")}
