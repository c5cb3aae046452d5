"""From a direct message to an answer, and from ``/ask`` in a server to words that its asker alone reads."""

import asyncio
from typing import Any
from uuid import uuid4

import msgspec

from farol.app.demo.doors.platforms import discord
from farol.channels.connections import actions as connections
from farol.channels.discord import listen
from farol.kit import clock
from tests.stand_ins.platform import Bench, bench
from tests.world import World

MEI = {"id": "53908099506183680", "username": "mei", "global_name": "Mei"}


async def connected(world: World, there: discord.Discord) -> Bench:
    return await bench(world, "discord", application_id=discord.APP, public_key=there.public_key, bot_token=discord.TOKEN)


async def press(there: discord.Discord, ours: Bench, name: str, words: str = "") -> str:
    token = f"tok{uuid4().hex}"
    there.private[token] = []
    options = [{"name": "text", "type": 3, "value": words}] if words else []
    body = msgspec.json.encode({
        "id": there.snowflake(), "application_id": discord.APP, "token": token, "type": 2, "version": 1, "locale": "en-US", "guild_id": discord.GUILD,
        "channel_id": discord.FORUM, "member": {"user": MEI, "roles": [], "permissions": "0"}, "data": {"id": "1", "name": name, "type": 1, "options": options},
    })  # fmt: skip
    answer = await ours.post(body, there.signed(body, int(clock.now().timestamp())))
    assert answer.json() == {"type": 5, "data": {"flags": 64}}
    await ours.work()
    return token


async def test_a_direct_message_is_answered(world: World, there: discord.Discord) -> None:
    async with discord.Gateway() as gateway:
        there.gateway = gateway
        ours = await connected(world, there)
        listening = await listen.start(world.kit)
        other = await listen.start(world.kit)
        try:
            async with asyncio.timeout(20):
                await gateway.ready.wait()
            now = clock.now().isoformat()
            await gateway.tell("MESSAGE_CREATE", {"id": there.snowflake(), "type": 0, "content": "Where is my BTC?", "channel_id": discord.DM, "author": MEI,
                                                  "timestamp": now, "attachments": [], "mentions": []})
            async with asyncio.timeout(20):
                while not await world.kit.db.fetchval("select count(*) from update_in"):
                    await asyncio.sleep(0.02)
            assert gateway.sessions == 1
        finally:
            await listening.stop()
            await other.stop()
    await ours.work()
    ana = await world.staff()
    ticket = await world.kit.db.fetchval("select id from ticket")
    await ana.ok("POST", f"/tickets/{ticket}/messages", json={"client_id": str(uuid4()), "body": "It is on its way."})
    await ours.work()
    assert "It is on its way." in there.rooms[discord.DM][-1]["content"]


async def test_a_token_that_was_taken_back_switches_the_bot_off(world: World, there: discord.Discord) -> None:
    async with discord.Gateway() as gateway:
        there.gateway, gateway.close_next = gateway, 4004
        ours = await connected(world, there)
        listening = await listen.start(world.kit)
        try:
            async with asyncio.timeout(20):
                while await state(ours) != "broken":
                    await asyncio.sleep(0.02)
        finally:
            await listening.stop()


async def state(ours: Bench) -> Any:
    found = await connections.known(ours.kit, ours.id, fresh=True)
    assert found
    return found.state


async def test_ask_in_a_server_is_between_the_asker_and_us(world: World, there: discord.Discord) -> None:
    ours = await connected(world, there)
    token = await press(there, ours, "ask", "Where is my deposit?")
    assert "direct message" in there.private[token][0]["content"]
    assert there.rooms == {}
    token = await press(there, ours, "case")
    assert "FRL-" in there.private[token][0]["content"]
    ticket = await world.kit.db.fetchval("select id from ticket")
    ana = await world.staff()
    await ana.ok("POST", f"/tickets/{ticket}/messages", json={"client_id": str(uuid4()), "body": "Credited."})
    await ours.work()
    assert "Credited." in there.rooms[discord.DM][-1]["content"]


async def test_stolen_answers_at_once(world: World, there: discord.Discord) -> None:
    ours = await connected(world, there)
    token = await press(there, ours, "stolen")
    assert there.private[token]
