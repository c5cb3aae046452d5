"""A WebSocket in the process of the test, down to the ASGI messages."""

import asyncio
import json
from typing import Any

from tests.world import EXCHANGE, FAROL, Client, World


class Wire:
    """One connected screen. ``frames`` holds what came, in order."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._in: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self.frames: list[dict[str, Any]] = []
        self.closed: int | None = None
        self.stuck = asyncio.Event()
        self.stuck.set()

    async def connect(self, token: str, origin: str = FAROL) -> "Wire":
        """Connects with a pass."""
        headers = [(b"host", b"farol.test"), *([(b"origin", origin.encode())] if origin else [])]
        scope = {"type": "websocket", "path": "/live", "query_string": f"pass={token}".encode(), "headers": headers, "scheme": "ws",
                 "client": ("127.0.0.1", 1)}
        self._in.put_nowait({"type": "websocket.connect"})
        accepted: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        async def send(message: dict[str, Any]) -> None:
            if message["type"] == "websocket.accept":
                accepted.set_result(None)
            elif message["type"] == "websocket.close":
                self.closed = message["code"]
                self._in.put_nowait({"type": "websocket.disconnect"})
                if not accepted.done():
                    accepted.set_result(None)
            else:
                await self.stuck.wait()
                self.frames.append(json.loads(message["text"]))

        self._task = asyncio.create_task(self._world.app(scope, self._in.get, send))  # type: ignore[arg-type]
        await accepted
        return self

    async def send(self, frame: Any) -> None:
        """Sends a frame, or raw text."""
        self._in.put_nowait({"type": "websocket.receive", "text": frame if isinstance(frame, str) else json.dumps(frame)})
        await asyncio.sleep(0)

    async def until(self, kind: str, count: int = 1, seconds: float = 5) -> list[dict[str, Any]]:
        """Waits until so many frames of a kind have come, and returns them."""
        async with asyncio.timeout(seconds):
            while len(found := [f for f in self.frames if f["t"] == kind]) < count:
                await asyncio.sleep(0.005)
        return found

    async def gone(self, seconds: float = 6) -> int:
        """Waits for the close and returns its code."""
        async with asyncio.timeout(seconds):
            while self.closed is None:
                await asyncio.sleep(0.01)
        return self.closed

    async def close(self) -> None:
        """Hangs up."""
        self._in.put_nowait({"type": "websocket.disconnect"})
        if self._task:
            await self._task


async def screen(world: World, client: Client, ticket: int | None = None, after: int = 0) -> Wire:
    """A connected screen of this person, watching a ticket when one is named."""
    token = (await client.ok("POST", "/live-pass"))["pass"]
    wire = await Wire(world).connect(token, client.headers.get("origin", EXCHANGE))
    if ticket is not None:
        await wire.send({"t": "watch", "ticket": ticket, "after": after})
        await wire.until("watching")
    return wire
