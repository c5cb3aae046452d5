"""One connected screen: what it watches, how far it has come, and a bounded way out."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from farol.kit.permission import Actor

from .model import MOST_WAITING, MOST_WAITING_BYTES, SEND_S

Send = Callable[[dict[str, Any]], Awaitable[None]]


class Socket:
    """Idle sockets hold no task of their own: ``writer`` runs only while something waits to be sent."""

    __slots__ = ("_bytes", "_send", "_waiting", "actor", "after", "closed", "inbox", "writer")

    def __init__(self, actor: Actor, send: Send) -> None:
        self.actor, self._send = actor, send
        self.after: dict[int, int] = {}
        self.inbox = False
        self.closed = False
        self._waiting: deque[bytes] | None = None
        self._bytes = 0
        self.writer: asyncio.Task[None] | None = None

    @property
    def staff(self) -> bool:
        """Whether a member of staff sits there."""
        return self.actor.kind == "staff"

    def put(self, frame: bytes) -> None:
        """Queues a frame. A reader too slow to keep up is dropped; it cannot be told why."""
        if self.closed:
            return
        if self._waiting is None:
            self._waiting = deque()
        self._waiting.append(frame)
        self._bytes += len(frame)
        if len(self._waiting) > MOST_WAITING or self._bytes > MOST_WAITING_BYTES:
            self.close(4008)
        elif self.writer is None:
            self.writer = asyncio.create_task(self._write())

    def has_room(self) -> bool:
        """Whether something old may be queued: half of the queue is kept for what happens meanwhile."""
        return not self._waiting or (len(self._waiting) < MOST_WAITING // 2 and self._bytes < MOST_WAITING_BYTES // 2)

    async def _write(self) -> None:
        try:
            while self._waiting:
                frame = self._waiting.popleft()
                self._bytes -= len(frame)
                await asyncio.wait_for(self._send({"type": "websocket.send", "text": frame.decode()}), SEND_S)
            self._waiting = None
        except Exception:  # whatever broke, the client resumes from its cursor
            self.close(4008)
        finally:
            self.writer = None

    def close(self, code: int) -> None:
        """Ends the connection; harmless when it has ended."""
        if self.closed:
            return
        self.closed = True
        self._waiting = None
        self.writer = asyncio.create_task(self._say_close(code))

    async def _say_close(self, code: int) -> None:
        try:
            await asyncio.wait_for(self._send({"type": "websocket.close", "code": code}), 2)
        except Exception:  # already gone
            return
