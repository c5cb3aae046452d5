"""What the stand-ins of platforms share: an HTTP server on loopback that holds each call against the platform's documented form.

A call of a wrong form gets the platform's own error and is kept in ``wrong``; a test ends by looking that nothing is.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec

from farol.app import assembly
from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Elsewhere
from farol.channels.connections.kinds import KINDS
from farol.channels.connections.model import Connection
from farol.channels.messengers import reading, sending
from farol.channels.messengers.adapter import Adapter, Arrived
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from tests.world import FAROL, World

from .server import response

assembly.register()
PENDING = "select id, entrypoint, payload from pgqueuer where entrypoint like 'messengers.%' and status = 'queued' and execute_after <= now() order by id"

T = TypeVar("T")


class Form(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A documented body: what is not named here is refused."""


class File(msgspec.Struct):
    """One part of a multipart body."""

    name: str
    media_type: str
    data: bytes


class Call(msgspec.Struct):
    """One request."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    url: str

    @property
    def json(self) -> Any:
        """The body, None when it is no JSON."""
        try:
            return msgspec.json.decode(self.body)
        except msgspec.DecodeError:
            return None

    def parts(self) -> tuple[dict[str, str], dict[str, File]]:
        """Fields and files of a form or multipart body."""
        kind = self.headers.get("content-type", "")
        if kind.startswith("application/x-www-form-urlencoded"):
            return dict(parse_qsl(self.body.decode())), {}
        whole = BytesParser(policy=HTTP).parsebytes(b"content-type: " + kind.encode() + b"\r\n\r\n" + self.body)
        fields: dict[str, str] = {}
        files: dict[str, File] = {}
        for part in whole.iter_parts():  # type: ignore[attr-defined]
            name, data = part.get_param("name", header="content-disposition"), part.get_payload(decode=True)
            if part.get_filename() is None:
                fields[name] = data.decode()
            else:
                files[name] = File(part.get_filename(), part.get_content_type(), data)
        return fields, files


class Said(Exception):
    """Ends a call with this answer."""

    def __init__(self, status: int, body: Any = None, **headers: str) -> None:
        super().__init__(status)
        self.status, self.body, self.headers = status, body, headers


class Platform:
    """Base. ``next`` holds answers that come instead of the right one, oldest first; ``calls`` everything that was asked."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.wrong: list[str] = []
        self.next: list[Said] = []
        self.address = ""
        self._writers: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> Any:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        await self._server.wait_closed()

    async def answer(self, call: Call) -> Any:
        """The body of a good answer; raises ``Said`` for any other."""
        raise NotImplementedError

    def refused(self, why: str) -> Said:
        """The platform's own error for a wrong form."""
        raise NotImplementedError

    def hold(self, form: type[T], given: Any) -> T:
        """The body in its documented form."""
        try:
            return msgspec.convert(given, form)
        except msgspec.ValidationError as error:
            raise self.no(f"{form.__name__}: {error}") from error

    def no(self, why: str) -> Said:
        """Something is not as documented."""
        self.wrong.append(why)
        return self.refused(why)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:]) if name}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            method, target, _ = head[0].split(" ")
            parts = urlsplit(target)
            call = Call(method, unquote(parts.path), dict(parse_qsl(parts.query)), headers, body, f"{self.address}{target}")
            self.calls.append(call)
            try:
                if self.next:
                    raise self.next.pop(0)
                said = Said(200, await self.answer(call))
            except Said as other:
                said = other
            data = said.body if isinstance(said.body, bytes) else b"" if said.body is None else msgspec.json.encode(said.body)
            writer.write(response(data, said.status, **said.headers))
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self._writers.discard(writer)
            writer.close()


def connection(channel: str, **values: str) -> Connection:
    """A connection as its adapter gets it, for tests that need no row."""
    kind = KINDS[channel].kind
    secret = {field.key for field in kind.fields if field.secret}
    return Connection(7, channel, channel, "t" * 32, "active", values.pop("account", ""), {key: value for key, value in values.items() if key not in secret},
                      {key: value for key, value in values.items() if key in secret}, {})  # fmt: skip


def payloads(folder: Path) -> dict[str, dict[str, Any]]:
    """What a channel's folder holds of recorded payloads, by name."""
    return {file.stem: msgspec.json.decode(file.read_bytes()) for file in sorted((folder / "payloads").glob("*.json"))}


def heard(adapter: Adapter, connection: Connection, request: Arrived, now: datetime) -> list[dict[str, Any]]:
    """A request taken and read: what happened, as plain dicts without defaults."""
    return [plain(one) for update in adapter.take(connection, request, now).updates for one in adapter.read(connection, update)]


def plain(value: Any) -> Any:
    """A struct as a dict, without what is empty."""
    if isinstance(value, dict):
        return {key: shown for key, one in value.items() if (shown := plain(one)) not in ("", None, False, 0, [], (), {})}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return plain(msgspec.to_builtins(value)) if isinstance(value, msgspec.Struct) else value


@asynccontextmanager
async def instead(kit: Kit, channel: str, there: Platform) -> AsyncIterator[None]:
    """The channel's platform is the stand-in meanwhile; in the end nothing that it was asked may have been wrong."""
    places = kit.get(Elsewhere).instead
    places[channel] = there.address
    try:
        yield
    finally:
        del places[channel]
    assert there.wrong == []


class Bench:
    """A channel that is connected to its stand-in, and ways to let what waits be done as a worker would."""

    def __init__(self, world: World, connection_id: int, token: str, channel: str) -> None:
        self.world, self.kit, self.id, self.token, self.channel = world, world.kit, connection_id, token, channel
        self.platform = world.client(FAROL, {})

    async def post(self, body: bytes, headers: dict[str, str]) -> Any:
        """A webhook of the platform."""
        return await self.platform.post(f"/hooks/{self.channel}/{self.token}", content=body, headers={"content-type": "application/json", **headers})

    async def work(self) -> None:
        """Runs reactions and due jobs of messengers until nothing is left."""
        for _ in range(20):
            await self.world.react()
            rows = await self.kit.db.fetch(PENDING)
            if not rows:
                return
            await self.kit.db.execute("delete from pgqueuer where id = any($1::bigint[])", [row["id"] for row in rows])
            for row in rows:
                due = msgspec.json.decode(row["payload"])
                if row["entrypoint"] == "messengers.read":
                    await reading.read_chat(self.kit, due["connection_id"], due["chat"])
                else:
                    await sending.send_chat(self.kit, due["chat_id"])
        raise AssertionError("work does not end")


async def bench(world: World, channel: str, **values: str) -> Bench:
    """Connects it, as an operator would."""
    id_, probe = await connections.connect(world.kit, SYSTEM, channel, channel, values)
    assert probe.works, probe
    token: str = await world.kit.db.fetchval("select token from connection where id = $1", id_)
    return Bench(world, id_, token, channel)
