"""What tests of channels share: a connection to a stand-in, recorded payloads, and a bench on which what waits is done."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from farol.app import assembly
from farol.app.demo.doors.platforms.wire import Call, File, Form, Platform, Said
from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Elsewhere
from farol.channels.connections.kinds import KINDS
from farol.channels.connections.model import Connection
from farol.channels.messengers import reading, sending
from farol.channels.messengers.adapter import Adapter, Arrived
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from tests.world import FAROL, World

__all__ = ["Bench", "Call", "File", "Form", "Platform", "Said", "bench", "connection", "heard", "instead", "payloads", "plain"]

assembly.register()
PENDING = "select id, entrypoint, payload from pgqueuer where entrypoint like 'messengers.%' and status = 'queued' and execute_after <= now() order by id"


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
