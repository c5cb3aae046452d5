"""A WebSocket of the server, as the ``websockets`` library would show it to the stand-in of Discord's gateway."""

from collections.abc import AsyncIterator, Awaitable, Callable
from types import SimpleNamespace
from typing import Any

from websockets.exceptions import ConnectionClosedOK


class Socket:
    """``request.path``, ``send``, ``close`` and iteration over what comes."""

    def __init__(self, scope: Any, receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Awaitable[None]]) -> None:
        self.request = SimpleNamespace(path=f"{scope['path']}?{scope['query_string'].decode()}")
        self._receive, self._send, self._open = receive, send, True

    async def accept(self) -> None:
        """Takes the connection."""
        await self._receive()
        await self._send({"type": "websocket.accept"})

    async def send(self, text: str) -> None:
        """One frame. Raises ConnectionClosedOK when nobody is there."""
        if not self._open:
            raise ConnectionClosedOK(None, None)
        try:
            await self._send({"type": "websocket.send", "text": text})
        except (OSError, RuntimeError) as error:
            self._open = False
            raise ConnectionClosedOK(None, None) from error

    async def close(self, code: int = 1000) -> None:
        """Ends it."""
        if self._open:
            self._open = False
            await self._send({"type": "websocket.close", "code": code})

    async def __aiter__(self) -> AsyncIterator[str]:
        while self._open:
            event = await self._receive()
            if event["type"] == "websocket.disconnect":
                self._open = False
                return
            yield event.get("text") or event["bytes"].decode()
