"""Where the kit takes events: a small ASGI app that turns the first one away once, to see it come again."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from typing import Any

import msgspec
import uvicorn

MOST_BYTES, MOST_KEPT = 256 * 1024, 10_000
PATH = "/hooks/core"
Message = MutableMapping[str, Any]


class Delivery(msgspec.Struct, frozen=True):
    """One try. at: unix time of its arrival. status: what was answered."""

    headers: dict[str, str]
    body: bytes
    at: float
    status: int

    @property
    def id(self) -> str:
        """Its webhook-id."""
        return self.headers.get("webhook-id", "")


class Receiver:
    """Keeps every try."""

    def __init__(self) -> None:
        self.taken: list[Delivery] = []
        self._came = asyncio.Event()

    async def until(self, enough: Callable[[list[Delivery]], bool], seconds: float) -> bool:
        """Waits until enough came, at most that long."""
        ends = time.monotonic() + seconds
        while not enough(self.taken):
            self._came.clear()
            left = ends - time.monotonic()
            if left <= 0:
                return False
            try:
                await asyncio.wait_for(self._came.wait(), left)
            except TimeoutError:
                return enough(self.taken)
        return True

    async def __call__(self, scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]) -> None:
        """ASGI; everything but a POST to the hooks' path is answered with 404."""
        if scope["type"] == "lifespan":
            return
        body, more = b"", True
        while more and len(body) <= MOST_BYTES:
            part = await receive()
            body, more = body + part.get("body", b""), part.get("more_body", False)
        status = 404 if (scope["method"], scope["path"]) != ("POST", PATH) else 413 if len(body) > MOST_BYTES else self._take(scope, body)
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    def _take(self, scope: Message, body: bytes) -> int:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        status = 204 if self.taken else 503
        if len(self.taken) < MOST_KEPT:
            self.taken.append(Delivery(headers, body, time.time(), status))
        self._came.set()
        return status


@asynccontextmanager
async def listening(receiver: Receiver, address: str) -> AsyncIterator[None]:
    """Serves it on ``host:port`` meanwhile. Raises ``OSError`` when the port is taken."""
    host, _, port = address.rpartition(":")
    config = uvicorn.Config(receiver, host=host.strip("[]") or "127.0.0.1", port=int(port), log_level="error", lifespan="off")
    socket = config.bind_socket()
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve([socket]))
    try:
        yield
    finally:
        server.should_exit = True
        await serving
