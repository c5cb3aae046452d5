"""Who may ask: requests signed with a known key, now and once, that say for which ticket, why and who looks.

It stands in front of the whole application, so that no path can be forgotten, and knows no framework but ASGI.
"""

import json
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from farol.core.exchange import signing

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]
MOST_BODY = 64 * 1024
looked = logging.getLogger("exchange_core.looked")


class Gate:
    """keys: key id to secret."""

    def __init__(self, app: App, keys: Mapping[str, str]) -> None:
        self._app, self._keys, self._nonces = app, keys, signing.NonceBook()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """ASGI. The body is read here, because it is part of what was signed, and handed on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body, more = b"", True
        while more and len(body) <= MOST_BODY:
            part = await receive()
            body, more = body + part.get("body", b""), part.get("more_body", False)
        code = "invalid" if len(body) > MOST_BODY else self._refusal(scope, body)
        if code:
            await _refuse(send, {"unauthorized": 401, "invalid": 400}.get(code, 403), code)
            return
        given: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def again() -> Message:
            return given.pop() if given else await receive()

        await self._app(scope, again, send)

    def _refusal(self, scope: Message, body: bytes) -> str:
        """Why not, as the core link's code; empty when it may go on."""
        sent = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        query = scope["query_string"].decode("latin-1")
        target = scope["raw_path"].decode("latin-1") + (f"?{query}" if query else "")
        try:
            signing.verify(sent, scope["method"], target, body, keys=self._keys, nonces=self._nonces, now=time.time())
        except signing.BadSignature:
            return "unauthorized"
        ticket, purpose, agent = (sent.get(f"x-farol-{name}", "") for name in ("contact-id", "purpose", "agent"))
        if not ticket:
            return "contact_required"
        if not purpose or not agent:
            return "purpose_required"
        looked.info("%s %s for %s (%s): %s", scope["method"], target, ticket, purpose, agent)
        return ""


async def _refuse(send: Send, status: int, code: str) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"application/json")]})
    await send({"type": "http.response.body", "body": json.dumps({"code": code, "message": ""}).encode()})
