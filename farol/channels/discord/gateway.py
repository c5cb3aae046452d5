"""The gateway: one socket over which Discord tells what happens, taken up again where it broke off."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import msgspec
import structlog
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI

from farol.channels.connections.elsewhere import Away, Refused, Revoked
from farol.channels.connections.model import Connection
from farol.channels.messengers.model import Update
from farol.kit.core import Kit

from . import incoming
from .client import api
from .model import INTENTS
from .rooms import Rooms

log = structlog.get_logger()
DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
OVER = {4010: "a shard that does not exist", 4011: "too many servers for one connection", 4012: "an old version of the gateway",
        4013: "unknown intents", 4014: "the intents Message content and Server members are switched off"}
NEW_SESSION = (4007, 4009)
LARGEST = 32 * 1024 * 1024
AGAIN = 4000
"""Closing with 1000 or 1001 would end the session; with any other code it can be resumed."""
Keep = Callable[[list[Update]], Awaitable[None]]
Remember = Callable[[dict[str, Any]], Awaitable[None]]


class Session(msgspec.Struct):
    """Where we are in Discord's stream. Kept in the connection's memory: after a restart the rest is told."""

    id: str = ""
    seq: int | None = None
    url: str = ""


class Gateway:
    """keep: stores updates, each once, before the place in the stream moves on. remember: stores that place."""

    def __init__(self, kit: Kit, connection: Connection, keep: Keep, remember: Remember) -> None:
        self._kit, self._connection, self._keep, self._remember = kit, connection, keep, remember
        self._rooms = Rooms()
        self._session = msgspec.convert(connection.memory.get("gateway") or {}, Session)
        self._heard = True

    async def run(self) -> None:
        """Until cancelled. Raises Revoked when the token is no longer good, Refused when our set-up is not."""
        pause = 1.0
        while True:
            try:
                await self._once()
                pause = 1.0
            except Away as away:
                pause = max(min(pause * 2, 60.0), away.after_s)
                log.warning("discord.away", connection=self._connection.id, why=away.said)
            await asyncio.sleep(pause * random.uniform(0.5, 1))  # noqa: S311

    async def _once(self) -> None:
        """One socket from its opening to its end."""
        try:
            async with connect(f"{await self._url()}/?v=10&encoding=json", max_size=LARGEST, ping_interval=None, open_timeout=20, proxy=None) as socket:
                hello = msgspec.json.decode(await asyncio.wait_for(socket.recv(), 20))
                if hello.get("op") != HELLO:
                    raise Away("no greeting")
                beating = asyncio.create_task(self._beat(socket, hello["d"]["heartbeat_interval"] / 1000))
                try:
                    await self._greet(socket)
                    async for frame in socket:
                        if not await self._hear(socket, msgspec.json.decode(frame)):
                            await socket.close(AGAIN)
                            return
                finally:
                    beating.cancel()
                    with suppress(asyncio.CancelledError, ConnectionClosed):
                        await beating
                    await self._mark()
                await self._closed(socket.close_code or 0)
        except ConnectionClosed as closed:
            await self._closed(closed.rcvd.code if closed.rcvd else 0)
        except (OSError, TimeoutError, InvalidHandshake, InvalidURI, msgspec.DecodeError) as error:
            raise Away(type(error).__name__) from error

    async def _url(self) -> str:
        if self._session.id and self._session.url:
            return self._session.url.rstrip("/")
        told = await api(self._kit, self._connection, "GET", "/gateway/bot")
        limit = told.get("session_start_limit") or {}
        if limit.get("remaining") == 0:
            raise Away("no session left today", float(limit.get("reset_after", 0)) / 1000)
        return str(told["url"]).rstrip("/")

    async def _greet(self, socket: ClientConnection) -> None:
        token = self._connection.value("bot_token")
        if self._session.id:
            await _say(socket, RESUME, {"token": token, "session_id": self._session.id, "seq": self._session.seq})
            return
        about = {"os": "linux", "browser": "farol", "device": "farol"}
        await _say(socket, IDENTIFY, {"token": token, "intents": INTENTS, "properties": about})

    async def _beat(self, socket: ClientConnection, every_s: float) -> None:
        """The first after a random part of the interval; one that was not acknowledged means the socket is dead."""
        self._heard = True
        await asyncio.sleep(every_s * random.random())  # noqa: S311
        while True:
            if not self._heard:
                await socket.close(AGAIN)
                return
            self._heard = False
            await _say(socket, HEARTBEAT, self._session.seq)
            await self._mark()
            await asyncio.sleep(every_s)

    async def _hear(self, socket: ClientConnection, frame: dict[str, Any]) -> bool:
        """One frame; False: the socket is done with."""
        op = frame["op"]
        if op == DISPATCH:
            await self._dispatch(str(frame["t"]), frame.get("d") or {}, frame["s"])
        elif op == HEARTBEAT:
            await _say(socket, HEARTBEAT, self._session.seq)
        elif op == ACK:
            self._heard = True
        elif op == INVALID and not frame.get("d"):
            await self._forget()
            return False
        return op not in (RECONNECT, INVALID)

    async def _dispatch(self, kind: str, data: dict[str, Any], seq: int) -> None:
        if kind == "READY":
            self._session = Session(data["session_id"], seq, data["resume_gateway_url"])
            await self._mark()
            return
        self._rooms.learn(kind, data)
        try:
            update = incoming.update(kind, data, self._rooms.known(data))
        except (KeyError, TypeError, ValueError) as error:
            log.warning("discord.unread", connection=self._connection.id, event=kind, why=type(error).__name__)
            update = None
        if update:
            await self._keep([update])
        self._session.seq = seq

    async def _closed(self, code: int) -> None:
        if code == 4004:
            raise Revoked("The gateway does not accept the bot's token.")
        if code in OVER:
            raise Refused(f"The gateway refuses: {OVER[code]}.", str(code))
        if code in NEW_SESSION:
            await self._forget()

    async def _mark(self) -> None:
        """Stores where we are. Behind by some events after a crash: those are told again, and kept once."""
        await self._remember({"gateway": msgspec.to_builtins(self._session)})

    async def _forget(self) -> None:
        self._session = Session()
        await self._mark()


async def _say(socket: ClientConnection, op: int, data: Any) -> None:
    await socket.send(msgspec.json.encode({"op": op, "d": data}).decode())
