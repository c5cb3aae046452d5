"""A group at Telegram that our bot keeps, with what follows from posts done at once."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest

from farol.app.demo import cast
from farol.app.demo.doors.platforms.telegram import Bot, Telegram
from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Elsewhere
from farol.channels.groups import knowing, store
from farol.channels.groups.model import Room
from farol.channels.messengers import reading, sending
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from tests.world import FAROL, World

PENDING = "select id, entrypoint, payload from pgqueuer where entrypoint like 'messengers.%' and status = 'queued' and execute_after <= now() order by id"
GROUP, MEI, BOB, SOL, EVE = -1001234567890, 5123456789, 1111111, 2222222, 6666666


class Bench:
    """Telegram, our bot there, and the group."""

    def __init__(self, world: World, telegram: Telegram, bot: Bot) -> None:
        self.world, self.telegram, self.bot, self.kit = world, telegram, bot, world.kit
        self.connection = 0

    async def work(self) -> None:
        """Runs due jobs until nothing is left."""
        for _ in range(20):
            rows = await self.kit.db.fetch(PENDING)
            if not rows:
                return
            await self.kit.db.execute("delete from pgqueuer where id = any($1::bigint[])", [row["id"] for row in rows])
            for row in rows:
                given = json.loads(row["payload"])
                if row["entrypoint"] == "messengers.read":
                    await reading.read_chat(self.kit, given["connection_id"], given["chat"])
                else:
                    await sending.send_chat(self.kit, given["chat_id"])
        raise AssertionError("work does not end")

    async def says(self, person: int, text: str, chat: int = GROUP, **more: Any) -> dict[str, Any]:
        """A post, and what follows."""
        message = await self.telegram.says(self.bot, person, text, 0 if chat == person else chat, **more)
        await self.work()
        return message

    def stands(self, message: dict[str, Any]) -> bool:
        """Whether a post is still there."""
        return message["message_id"] in self.telegram.messages.get(message["chat"]["id"], {})

    def status(self, person: int, group: int = GROUP) -> str:
        """A member's."""
        return str(self.telegram.members[group][person]["status"])

    def ours(self, chat: int = GROUP) -> list[dict[str, Any]]:
        """What we said there."""
        return [one for one in self.telegram.messages.get(chat, {}).values() if one["from"]["is_bot"]]

    async def room(self, group: int = GROUP) -> Room:
        """The group as we know it."""
        found = await store.room_of(self.kit.db, self.connection, str(group))
        assert found
        return found

    async def set(self, group: int = GROUP, **fields: Any) -> None:
        """Keeps the group so, as a lead."""
        lead = await self.lead()
        room = await self.room(group)
        await lead.ok("PUT", f"/groups/{room.id}/settings", json={"mode": "act", **fields, "version": room.version})

    async def lead(self) -> Any:
        """A lead at the console."""
        return await self.world.staff(cast.SOL)


@pytest.fixture
async def bench(kit: Kit, world: World) -> AsyncIterator[Bench]:
    """The group, found and kept by acting."""
    async with Telegram() as telegram, httpx2.AsyncClient() as client:
        before = kit.get(Elsewhere) if kit.has(Elsewhere) else None
        kit.put(Elsewhere(client, {"telegram": telegram.address}))
        knowing.forget(kit)
        bot = telegram.bot()
        for number, name, user, language in (
            (MEI, "Mei", "mei_lin", "zh-hans"), (BOB, "Bob", "bob_42", "en"), (SOL, "Sol Steward", "sol_farol", "en"), (EVE, "Eve", "eve_99", "en")):
            telegram.person(number, name, user, language)
        for group in (GROUP, GROUP - 1, GROUP - 2):
            telegram.group(group, f"Users {group}", MEI, BOB, EVE, stewards=(SOL,))
        made = Bench(world, telegram, bot)
        async with Caller(world, telegram):
            made.connection, probe = await connections.connect(kit, SYSTEM, "telegram", "Bot", {"token": bot.token})
            assert probe.works, probe
            for group in (GROUP, GROUP - 1, GROUP - 2):
                await made.says(BOB, "hello", group)
                await made.set(group)
            yield made
        if before:
            kit.put(before)


class Caller:
    """Telegram's calls of our webhook reach the app of this process."""

    def __init__(self, world: World, telegram: Telegram) -> None:
        self._telegram, self._app = telegram, world.client(FAROL, {})

    async def __aenter__(self) -> None:
        self._was, self._telegram._client = self._telegram._client, self._app

    async def __aexit__(self, *_: object) -> None:
        self._telegram._client = self._was


async def eventually(check: Any) -> None:
    """Waits for an effect."""
    async with asyncio.timeout(10):
        while not await check():
            await asyncio.sleep(0.02)
