"""A lean HTTP and WebSocket client for loads, so that the measuring weighs little beside the measured."""

import asyncio
import base64
import os
from collections.abc import Callable

CRLF = b"\r\n\r\n"


class Http(asyncio.Protocol):
    """One keep-alive connection; one request at a time."""

    def __init__(self) -> None:
        self._buffer = b""
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by the loop."""
        self._transport = transport  # type: ignore[assignment]

    def connection_lost(self, exc: Exception | None) -> None:
        """Called by the loop."""
        if self._answer and not self._answer.done():
            self._answer.set_exception(ConnectionResetError("the server closed the connection"))

    def data_received(self, data: bytes) -> None:
        """Called by the loop."""
        self._buffer += data
        end = self._buffer.find(CRLF)
        if end < 0:
            return
        head = self._buffer[:end].lower()
        start = head.find(b"content-length:")
        length = int(head[start + 15 : (head + b"\r").find(b"\r", start)]) if start >= 0 else 0
        if len(self._buffer) >= end + 4 + length and self._answer and not self._answer.done():
            body = self._buffer[end + 4 : end + 4 + length]
            self._buffer = self._buffer[end + 4 + length :]
            self._answer.set_result((int(head[9:12]), body))

    @property
    def closed(self) -> bool:
        """Whether either side has hung up."""
        return self._transport is None or self._transport.is_closing()

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """Sends a prepared request and returns status and body. Raises ConnectionResetError."""
        if self._transport is None or self._transport.is_closing():
            raise ConnectionResetError("not connected")
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await self._answer

    def close(self) -> None:
        """Hangs up."""
        if self._transport:
            self._transport.close()


async def http(port: int, own: str = "") -> Http:
    """A connection to a server on loopback. own: the address it comes from, any of loopback's; the usual one unless said."""
    _, made = await asyncio.get_running_loop().create_connection(Http, "127.0.0.1", port, local_addr=(own, 0) if own else None)
    return made


def request(method: str, path: str, *, body: bytes = b"", headers: str = "") -> bytes:
    """A request ready to be sent."""
    head = f"{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n{headers}"
    if body:
        head += f"content-type: application/json\r\ncontent-length: {len(body)}\r\n"
    return head.encode() + b"\r\n" + body


class Ws(asyncio.Protocol):
    """A WebSocket that calls back for every text frame."""

    def __init__(self, path: str, origin: str, on: Callable[[bytes], None]) -> None:
        self._path, self._origin, self._on = path, origin, on
        self._buffer = bytearray()
        self._open = False
        self._transport: asyncio.Transport | None = None
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.closed = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by the loop."""
        self._transport = transport  # type: ignore[assignment]
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write(  # type: ignore[attr-defined]
            f"GET {self._path} HTTP/1.1\r\nhost: 127.0.0.1\r\norigin: {self._origin}\r\nupgrade: websocket\r\n"
            f"connection: Upgrade\r\nsec-websocket-key: {key}\r\nsec-websocket-version: 13\r\n\r\n".encode())

    def connection_lost(self, exc: Exception | None) -> None:
        """Called by the loop."""
        self.closed.set()
        if not self.opened.done():
            self.opened.set_exception(ConnectionResetError("refused"))

    def data_received(self, data: bytes) -> None:
        """Called by the loop."""
        self._buffer += data
        if not self._open:
            end = self._buffer.find(CRLF)
            if end < 0:
                return
            if self._buffer[9:12] != b"101":
                self.close()
                return
            del self._buffer[: end + 4]
            self._open = True
            self.opened.set_result(None)
        while (frame := self._take()) is not None:
            kind, body = frame
            if kind == 1:
                self._on(body)
            elif kind == 8:
                self.close()
            elif kind == 9:
                self._put(10, body)

    def _take(self) -> tuple[int, bytes] | None:
        data = self._buffer
        if len(data) < 2:
            return None
        size, at = data[1] & 127, 2
        if size == 126:
            size, at = int.from_bytes(data[2:4], "big"), 4
        elif size == 127:
            size, at = int.from_bytes(data[2:10], "big"), 10
        if len(data) < at + size:
            return None
        frame = data[0] & 15, bytes(data[at : at + size])
        del data[: at + size]
        return frame

    def _put(self, kind: int, body: bytes) -> None:
        mask = os.urandom(4)
        size = bytes([len(body) | 128]) if len(body) < 126 else bytes([126 | 128]) + len(body).to_bytes(2, "big")
        if self._transport and not self._transport.is_closing():
            self._transport.write(bytes([128 | kind]) + size + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(body)))

    def send(self, text: bytes) -> None:
        """Sends a text frame."""
        self._put(1, text)

    def close(self) -> None:
        """Hangs up."""
        if self._transport:
            self._transport.close()


async def ws(port: int, path: str, origin: str, on: Callable[[bytes], None]) -> Ws:
    """An open WebSocket. Raises OSError when it is refused."""
    _, made = await asyncio.get_running_loop().create_connection(lambda: Ws(path, origin, on), "127.0.0.1", port)
    await made.opened
    return made
