"""A small HTTP server on loopback whose answers may also be late, endless, cut off or no HTTP at all."""

import asyncio
import json
from typing import Any

from farol.app.demo.doors.platforms.wire import response

__all__ = ["StandIn", "endless", "response"]

class StandIn:
    """Base: keeps every request in ``asked`` (its bytes in ``raws``) and lets ``answer`` write what it likes. Use with ``async with``."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.raws: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self.address = ""
        self._writers: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> "StandIn":
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        await self._server.wait_closed()

    async def answer(self, path: str, body: dict[str, Any], writer: asyncio.StreamWriter) -> None:
        """Writes the whole HTTP response."""
        raise NotImplementedError

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:]) if name}
            raw = await reader.readexactly(int(headers.get("content-length", 0)))
            body = json.loads(raw or b"{}")
            self.raws.append(raw)
            self.asked.append(body)
            self.headers.append(headers)
            await self.answer(head[0].split()[1], body, writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self._writers.discard(writer)
            writer.close()


async def endless(writer: asyncio.StreamWriter, piece: bytes, pause_s: float) -> None:
    """A chunked answer that never ends."""
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n")
    while True:
        writer.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        await writer.drain()
        await asyncio.sleep(pause_s)
