"""The outermost layer: hot routes, sockets, static files, CORS for the widget, headers that every answer carries."""

from collections.abc import Awaitable, Callable
from typing import Any

from ..core import Kit
from .credentials import Scope, own_origin, read
from .hot import Hot, Receive, Send

Asgi = Callable[[Any, Any, Any], Awaitable[None]]
API_POLICY = b"default-src 'none'; frame-ancestors 'none'"
CROSS = "/api/customer/"


class Front:
    """An ASGI app in front of the framework's."""

    def __init__(self, kit: Kit, app: Any, hot: Hot, sockets: dict[str, Asgi], statics: dict[str, Asgi]) -> None:
        self._kit, self.framework, self._hot, self._sockets, self._statics = kit, app, hot, sockets, statics
        self._secure = kit.settings.public_url.startswith("https:")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._sockets.get(scope["path"], _no_socket)(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, self._dress(scope, send))
        else:
            await self.framework(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if scope["method"] == "OPTIONS" and path.startswith(CROSS):
            await send({"type": "http.response.start", "status": 204, "headers": []})
            await send({"type": "http.response.body", "body": b""})
        elif found := self._hot.find(scope):
            await self._hot.answer(found, scope, receive, send)
        else:
            for prefix, static in self._statics.items():
                if path.startswith(prefix):
                    await static(scope, receive, send)
                    return
            await self.framework(scope, receive, send)

    def _dress(self, scope: Scope, send: Send) -> Send:
        extra = [(b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"same-origin"),
                 (b"x-frame-options", b"DENY"), (b"permissions-policy", b"camera=(self), microphone=(self), display-capture=(self), geolocation=()")]
        if self._secure:
            extra.append((b"strict-transport-security", b"max-age=63072000; includeSubDomains"))
        path = scope["path"]
        if path.startswith("/api/"):
            extra += [(b"content-security-policy", API_POLICY), (b"cache-control", b"no-store")]
        if path.startswith(CROSS):
            extra += self._cors(scope)

        async def dressed(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                have = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *((n, v) for n, v in extra if n not in have)]
            await send(message)

        return dressed

    def _cors(self, scope: Scope) -> list[tuple[bytes, bytes]]:
        credentials = read(scope)
        known = credentials.origin in self._kit.settings.widget_origins or (
            credentials.origin and own_origin(credentials, scope, self._kit.settings.public_url))
        if not known:
            return [(b"vary", b"origin")]
        return [(b"access-control-allow-origin", credentials.origin.encode("latin-1")), (b"vary", b"origin"),
                (b"cross-origin-resource-policy", b"cross-origin"),
                (b"access-control-allow-headers", b"authorization, content-type, x-file-name"),
                (b"access-control-allow-methods", b"GET, POST, PUT, DELETE"), (b"access-control-max-age", b"600")]


async def _no_socket(_: Scope, __: Receive, send: Send) -> None:
    await send({"type": "websocket.close", "code": 4404})
