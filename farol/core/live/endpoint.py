"""The WebSocket: a bare ASGI endpoint, because an idle socket should cost as little as possible."""

import time
from typing import Any
from urllib.parse import parse_qs

import msgspec
import structlog

from farol.kit import db
from farol.kit.core import Kit
from farol.kit.web.credentials import Scope, own_origin, read

from .actions import admit
from .hub import Hub
from .model import FRAMES_PER_S, Inbox, Ping, Typing, Unwatch, Watch, decoder, error, frame
from .socket import Socket

log = structlog.get_logger()
REFUSED = 4401
MOST_BAD = 20


class Bucket:
    """How many frames a socket may still send."""

    __slots__ = ("_at", "_left")

    def __init__(self) -> None:
        self._left, self._at = 3 * FRAMES_PER_S, 0.0

    def take(self, now: float) -> bool:
        """Whether one more is allowed at this time (seconds)."""
        if self._at:
            self._left = min(3 * FRAMES_PER_S, self._left + (now - self._at) * FRAMES_PER_S)
        self._at = now
        self._left -= 1
        return self._left >= 0


class Endpoint:
    """Serves ``/live?pass=…`` of one process."""

    def __init__(self, kit: Kit, hub: Hub) -> None:
        self._kit, self._hub = kit, hub

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        await receive()
        socket = await self._connect(scope, send)
        if socket is None:
            await send({"type": "websocket.close", "code": REFUSED})
            return
        await send({"type": "websocket.accept"})
        self._hub.add(socket)
        try:
            await self._listen(socket, receive)
        finally:
            await self._hub.remove(socket)

    async def _connect(self, scope: Scope, send: Any) -> Socket | None:
        credentials = read(scope)
        settings = self._kit.settings
        own = {**scope, "scheme": {"ws": "http", "wss": "https"}.get(scope.get("scheme", "ws"), "http")}
        if credentials.origin not in settings.widget_origins and not (
            credentials.origin and own_origin(credentials, own, settings.public_url)):
            return None
        token = parse_qs(scope["query_string"].decode("latin-1")).get("pass", [""])[0]
        try:
            actor = await admit(self._kit, token)
        except db.LOST:
            return None
        return Socket(actor, send) if actor else None

    async def _listen(self, socket: Socket, receive: Any) -> None:
        bucket, bad = Bucket(), 0
        while True:
            message = await receive()
            if message["type"] == "websocket.disconnect":
                return
            if not bucket.take(time.monotonic()):
                socket.put(error("too_fast"))
                bad += 1
            else:
                try:
                    await self._do(socket, decoder.decode(message.get("text") or b""))
                except (msgspec.DecodeError, ValueError, RecursionError):
                    socket.put(error("bad_frame"))
                    bad += 1
                except db.LOST:
                    socket.close(1013)
            if bad > MOST_BAD:
                socket.close(4008)
                return

    async def _do(self, socket: Socket, asked: Any) -> None:
        match asked:
            case Watch():
                await self._hub.watch(socket, asked.ticket, asked.after)
            case Unwatch():
                await self._hub.unwatch(socket, asked.ticket)
            case Typing():
                await self._hub.type(socket, asked.ticket, asked.on)
            case Inbox():
                if socket.staff:
                    self._hub.show_inbox(socket)
                else:
                    socket.put(error("not_found"))
            case Ping():
                socket.put(frame("pong"))
