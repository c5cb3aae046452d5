"""A server at Discord, from the gateway's events to what its REST API was asked: the same rules, one scene."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import httpx2

from farol.app.demo import cast
from farol.app.demo.doors.platforms import discord
from farol.channels.connections.elsewhere import Elsewhere
from farol.channels.discord import listen
from farol.channels.groups import knowing
from farol.kit import clock
from tests.stand_ins.platform import Bench, bench
from tests.world import World

SEED = "legal winner thank year wave sausage worth useful legal winner thank yellow"
BOB, EVE, FAKE = "53908099506183680", "53908099506183681", "80351110224678912"
ROOM = "290926798626357260"


class Server:
    """Discord's side of the server: people say things in its one channel."""

    def __init__(self, there: discord.Discord, gateway: discord.Gateway, ours: Bench) -> None:
        self.there, self.gateway, self.ours = there, gateway, ours

    async def says(self, who: str, name: str, text: str) -> str:
        """A post, and what follows from it: its id."""
        id_ = self.there.snowflake()
        self.there.rooms.setdefault(ROOM, []).append({"id": id_, "content": text, "nonce": None, "theirs": True})
        await self._told("MESSAGE_CREATE", {
            "id": id_, "type": 0, "content": text, "channel_id": ROOM, "guild_id": discord.GUILD, "timestamp": clock.now().isoformat(), "attachments": [],
            "mentions": [], "author": {"id": who, "username": name, "global_name": name.title()}, "member": {"roles": [], "nick": None}})
        return id_

    async def joins(self, who: str, username: str, name: str) -> None:
        """Somebody new."""
        await self._told("GUILD_MEMBER_ADD", {"guild_id": discord.GUILD, "roles": [], "nick": None, "joined_at": clock.now().isoformat(),
                                              "user": {"id": who, "username": username, "global_name": name}})

    def stands(self, id_: str) -> bool:
        """Whether a post is still there."""
        return any(one["id"] == id_ for one in self.there.rooms[ROOM])

    def said(self) -> list[str]:
        """Our own words in the channel."""
        return [one["content"] for one in self.there.rooms[ROOM] if "theirs" not in one]

    async def _told(self, kind: str, data: dict[str, Any]) -> None:
        count = "select count(*) from update_in"
        before = await self.ours.kit.db.fetchval(count)
        await self.gateway.tell(kind, data)

        async def kept() -> bool:
            return bool(await self.ours.kit.db.fetchval(count) > before)

        await until(kept)
        await self.ours.work()


async def until(check: Callable[[], Awaitable[bool]]) -> None:
    """Waits for an effect."""
    async with asyncio.timeout(20):
        while not await check():
            await asyncio.sleep(0.02)


async def test_a_server_is_kept_counted_and_mended(world: World) -> None:
    async with discord.Discord() as there, discord.Gateway() as gateway, httpx2.AsyncClient() as client:
        before = world.kit.get(Elsewhere) if world.kit.has(Elsewhere) else None
        world.kit.put(Elsewhere(client, {"discord": there.address}))
        knowing.forget(world.kit)
        there.gateway = gateway
        gateway.guilds = [{"id": discord.GUILD, "name": "Exchange", "owner_id": "1" * 18, "joined_at": "2026-01-01T00:00:00+00:00", "roles": [], "threads": [],
                           "channels": [{"id": ROOM, "type": 0, "name": "general"}]}]
        ours = await bench(world, "discord", application_id=discord.APP, public_key=there.public_key, bot_token=discord.TOKEN)
        listening = await listen.start(world.kit)
        try:
            async with asyncio.timeout(20):
                await gateway.ready.wait()
            await _scene(world, Server(there, gateway, ours))
        finally:
            await listening.stop()
            if before:
                world.kit.put(before)
        assert there.wrong == []


async def _scene(world: World, server: Server) -> None:
    lead, there = await world.staff(cast.SOL), server.there
    await server.says(BOB, "bob", "hello everybody")
    rooms = {one["chat"]: one for one in (await lead.ok("GET", "/groups"))["groups"]}
    for chat in (ROOM, f"guild:{discord.GUILD}"):
        await lead.ok("PUT", f"/groups/{rooms[chat]['id']}/settings", json={"mode": "act", "version": rooms[chat]["version"]})
    scam = await server.says(EVE, "eve", "log in here: demo-exchange-login.example")
    assert not server.stands(scam)
    assert EVE in there.banned
    seed = await server.says(BOB, "bob", f"my wallet will not open {SEED}")
    assert not server.stands(seed)
    assert BOB not in there.banned
    assert "seed phrase" in server.said()[-1].lower()
    await server.joins(FAKE, "demo_help_desk", "Demo Exchange Support")
    assert FAKE in there.banned
    counted = {one["chat"]: one for one in (await lead.ok("GET", "/groups"))["groups"]}
    assert counted[ROOM]["removed"] == 2
    deeds = (await lead.ok("GET", f"/groups/{rooms[ROOM]['id']}/deeds"))["deeds"]
    assert [(one["rule"], one["did"]) for one in deeds] == [("secret", "removed"), ("link", "banished")]
    kept = await world.kit.db.fetchval("select string_agg(t::text, ' ') from (select to_jsonb(d) as t from group_deed d union all select to_jsonb(u) from update_in u) x")
    assert "sausage" not in kept
    await lead.ok("POST", f"/groups/deeds/{deeds[1]['id']}/undone", json={"why": "a joke among friends", "restore": True})
    await server.ours.work()
    assert EVE not in there.banned
    assert "demo-exchange-login.example" in server.said()[-1]
