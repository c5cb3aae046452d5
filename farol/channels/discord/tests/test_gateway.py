"""The gateway: greeting, heartbeat, resuming where it broke off, and the ends that are final."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import msgspec
import pytest

from farol.app.demo.doors.platforms import discord
from farol.channels.connections.elsewhere import Refused, Revoked
from farol.channels.connections.model import Connection
from farol.channels.discord.gateway import Gateway
from farol.channels.discord.model import INTENTS
from farol.channels.messengers.model import Update
from farol.kit.core import Kit


class Ours:
    """A gateway's client that runs, with what it kept and remembered."""

    def __init__(self, kit: Kit, bot: Connection) -> None:
        self.kept: list[Update] = []
        self.memory: dict[str, Any] = {}
        self.came = asyncio.Event()
        self.client = Gateway(kit, bot, self._keep, self._remember)

    async def _keep(self, updates: list[Update]) -> None:
        self.kept += updates
        self.came.set()

    async def _remember(self, memory: dict[str, Any]) -> None:
        self.memory.update(memory)

    async def first(self) -> Update:
        """The next that comes."""
        async with asyncio.timeout(10):
            await self.came.wait()
        self.came.clear()
        return self.kept[-1]


@pytest.fixture
async def gateway(there: discord.Discord) -> AsyncIterator[discord.Gateway]:
    async with discord.Gateway(interval_ms=50) as gateway:
        there.gateway = gateway
        yield gateway


def message(there: discord.Discord, **more: Any) -> dict[str, Any]:
    return {"id": there.snowflake(), "type": 0, "content": "hi", "channel_id": discord.DM, "author": {"id": "5" * 18, "username": "mei"},
            "timestamp": "2026-11-20T10:15:00+00:00", **more}


async def until(gateway: discord.Gateway, op: int, n: int = 1) -> None:
    async with asyncio.timeout(15):
        while sum(one["op"] == op for one in gateway.told) < n:
            await asyncio.sleep(0.01)


@pytest.fixture
async def ours(kit: Kit, bot: Connection, gateway: discord.Gateway) -> AsyncIterator[Ours]:
    """Connected."""
    ours = Ours(kit, bot)
    task = asyncio.create_task(ours.client.run())
    async with asyncio.timeout(10):
        await gateway.ready.wait()
    yield ours
    task.cancel()
    with suppress(asyncio.CancelledError, Revoked, Refused):
        await task


async def test_it_greets_beats_and_keeps_what_it_hears(there: discord.Discord, gateway: discord.Gateway, ours: Ours) -> None:
    assert gateway.told[0]["d"]["intents"] == INTENTS
    await gateway.tell("MESSAGE_CREATE", message(there))
    assert (await ours.first()).body["d"]["content"] == "hi"
    await until(gateway, 1, 3)


async def test_it_knows_rooms_and_moderators(there: discord.Discord, gateway: discord.Gateway, ours: Ours) -> None:
    await gateway.tell("GUILD_CREATE", {
        "id": discord.GUILD, "name": "Exchange", "owner_id": "1" * 18, "joined_at": "2026-01-01T00:00:00+00:00",
        "roles": [{"id": discord.GUILD, "permissions": "0"}, {"id": discord.MOD_ROLE, "permissions": "8192"}],
        "channels": [{"id": discord.FORUM, "type": 15, "name": "help"}], "threads": [],
    })  # fmt: skip
    await ours.first()
    await gateway.tell("THREAD_CREATE", {"id": discord.THREAD, "guild_id": discord.GUILD, "parent_id": discord.FORUM, "type": 11, "name": "Deposit"})
    await gateway.tell("MESSAGE_CREATE", message(there, channel_id=discord.THREAD, guild_id=discord.GUILD, member={"roles": [discord.MOD_ROLE]}))
    known = (await ours.first()).body["known"]
    assert (known["parent"], known["title"], known["permissions"]) == (discord.FORUM, "Deposit", 8192)


@pytest.mark.parametrize("how", ["reconnect", "closed", "dead", "invalid_resumable"])
async def test_it_resumes_where_it_broke_off(there: discord.Discord, gateway: discord.Gateway, ours: Ours, how: str) -> None:
    await gateway.tell("MESSAGE_CREATE", message(there, content="one"))
    await ours.first()
    sockets = list(gateway.sockets)
    gateway.log.append({"op": 0, "t": "MESSAGE_CREATE", "s": 3, "d": message(there, content="two")})
    match how:
        case "reconnect":
            await gateway.send(7)
        case "closed":
            await sockets[0].close(4000)
        case "dead":
            gateway.acks = False
        case "invalid_resumable":
            await gateway.send(9, True)
    assert (await ours.first()).body["d"]["content"] == "two"
    resumed = next(one for one in gateway.told if one["op"] == 6)
    assert resumed["d"] == {"token": discord.TOKEN, "session_id": "s1", "seq": 2}


@pytest.mark.parametrize("how", ["invalid", "4009", "4007"])
async def test_a_session_that_is_over_begins_anew(gateway: discord.Gateway, ours: Ours, how: str) -> None:
    if how == "invalid":
        await gateway.send(9, False)
    else:
        await gateway.sockets[0].close(int(how))
    await until(gateway, 2, 2)


@pytest.mark.parametrize(("code", "kind"), [(4004, Revoked), (4013, Refused), (4014, Refused), (4011, Refused)])
async def test_some_ends_are_final(kit: Kit, bot: Connection, gateway: discord.Gateway, code: int, kind: type[Exception]) -> None:
    gateway.close_next = code
    with pytest.raises(kind):
        await asyncio.wait_for(Ours(kit, bot).client.run(), 10)


async def test_after_a_restart_the_rest_is_told(kit: Kit, there: discord.Discord, bot: Connection, gateway: discord.Gateway) -> None:
    gateway.log = [{"op": 0, "t": "MESSAGE_CREATE", "s": n, "d": message(there, content=str(n))} for n in (2, 3)]
    known = msgspec.structs.replace(bot, memory={"gateway": {"id": "s9", "seq": 2, "url": gateway.address}})
    ours = Ours(kit, known)
    task = asyncio.create_task(ours.client.run())
    assert (await ours.first()).body["d"]["content"] == "3"
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    assert ours.memory["gateway"]["id"] == "s9"
