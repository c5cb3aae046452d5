"""A stand-in for Discord's gateway, after docs.discord.com/developers/events/gateway."""

import asyncio
from contextlib import suppress
from typing import Any

import msgspec
from websockets.asyncio.server import Server, serve
from websockets.exceptions import ConnectionClosed

TOKEN = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs-tests"
APP = "198622483471925248"


class Gateway:
    """The gateway's side. ``told`` is what clients sent; ``tell`` sends an event to whoever is connected and keeps it for RESUME."""

    def __init__(self, interval_ms: int = 41_250) -> None:
        self.interval_ms = interval_ms
        self.told: list[dict[str, Any]] = []
        self.log: list[dict[str, Any]] = []
        self.acks = True
        self.close_next = 0
        self.invalid_next: bool | None = None
        self.sockets: list[Any] = []
        self.ready = asyncio.Event()
        self.sessions = 0
        self.guilds: list[dict[str, Any]] = []
        self.forgets = False
        """Whether a session of before a restart is unknown."""
        self._server: Server | None = None
        self.address = ""

    async def __aenter__(self) -> "Gateway":
        self._server = await serve(self.serve, "127.0.0.1", 0)
        self.address = f"ws://127.0.0.1:{next(iter(self._server.sockets)).getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server
        self._server.close()
        await self._server.wait_closed()

    async def tell(self, kind: str, data: dict[str, Any]) -> None:
        """An event, with the next number."""
        frame = {"op": 0, "t": kind, "s": len(self.log) + 2, "d": data}
        self.log.append(frame)
        for socket in self.sockets:
            await socket.send(msgspec.json.encode(frame).decode())

    async def send(self, op: int, data: Any = None) -> None:
        """A frame that is no event, to everybody."""
        for socket in list(self.sockets):
            await socket.send(msgspec.json.encode({"op": op, "d": data, "s": None, "t": None}).decode())

    async def serve(self, socket: Any) -> None:
        """One socket, of ``websockets`` or one that is as."""
        assert socket.request
        if "v=10" not in socket.request.path or "encoding=json" not in socket.request.path:
            await socket.close(4012)
            return
        await socket.send(msgspec.json.encode({"op": 10, "d": {"heartbeat_interval": self.interval_ms}}).decode())
        with suppress(ConnectionClosed):
            async for frame in socket:
                await self._hear(socket, msgspec.json.decode(frame))
        if socket in self.sockets:
            self.sockets.remove(socket)

    async def _hear(self, socket: Any, frame: dict[str, Any]) -> None:
        self.told.append(frame)
        op, d = frame["op"], frame["d"]
        if op == 1:
            if self.acks:
                await socket.send('{"op":11}')
            return
        if self.close_next:
            code, self.close_next = self.close_next, 0
            await socket.close(code)
            return
        if self.invalid_next is not None:
            whether, self.invalid_next = self.invalid_next, None
            await socket.send(msgspec.json.encode({"op": 9, "d": whether}).decode())
            return
        if d["token"] != TOKEN:
            await socket.close(4004)
        elif op == 2:
            if not {"intents", "properties"} <= d.keys() or not {"os", "browser", "device"} <= d["properties"].keys():
                await socket.close(4002)
                return
            self.sessions += 1
            session = {"v": 10, "user": {"id": APP}, "guilds": [], "session_id": f"s{self.sessions}", "resume_gateway_url": self.address}
            await socket.send(msgspec.json.encode({"op": 0, "t": "READY", "s": 1, "d": session}).decode())
            for guild in self.guilds:
                await socket.send(msgspec.json.encode({"op": 0, "t": "GUILD_CREATE", "s": 1, "d": guild}).decode())
            self._in(socket)
        elif op == 6 and self.forgets and self.sessions == 0:
            await socket.send('{"op":9,"d":false}')
        elif op == 6:
            for old in self.log:
                if old["s"] > (d["seq"] or 0):
                    await socket.send(msgspec.json.encode(old).decode())
            await socket.send(msgspec.json.encode({"op": 0, "t": "RESUMED", "s": len(self.log) + 1, "d": {}}).decode())
            self._in(socket)

    def _in(self, socket: Any) -> None:
        self.sockets.append(socket)
        self.ready.set()
