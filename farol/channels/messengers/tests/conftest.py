"""A connected platform, and ways to let what waits be done as a worker would."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Elsewhere
from farol.channels.messengers import reading, sending
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from tests.stand_ins import fake_platform as platform
from tests.world import FAROL, World

PENDING = "select id, entrypoint, payload from pgqueuer where entrypoint like 'messengers.%' and status = 'queued' and execute_after <= now() order by id"


class Bench:
    """The platform, its connection, and the world around it."""

    def __init__(self, world: World, server: platform.Platform, connection: int, token: str) -> None:
        self.world, self.server, self.connection, self.token = world, server, connection, token
        self.kit = world.kit
        self.hooks = world.client(FAROL, {})

    async def tell(self, *updates: dict[str, Any]) -> Any:
        """A webhook of the platform."""
        return await self.hooks.post(f"/hooks/fake/{self.token}", **platform.signed(*updates))

    async def work(self) -> None:
        """Runs reactions and due jobs until nothing is left."""
        for _ in range(20):
            await self.world.react()
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

    async def hear(self, *updates: dict[str, Any]) -> None:
        """A webhook, and everything that follows."""
        answer = await self.tell(*updates)
        assert answer.status_code == 200, answer.text
        await self.work()

    async def messages(self) -> list[Any]:
        """Every message of every ticket, in order."""
        return await self.kit.db.fetch("select * from message order by ticket_id, seq")

    async def noted(self) -> list[dict[str, Any]]:
        """What stands in conversations for staff about chats, by key and facts: each agent reads it in their language."""
        rows = await self.kit.db.fetch("select body from event where kind = 'chat.noted' and stream like 'ticket:%' order by at, seq")
        return [row["body"] for row in rows]

    async def due(self) -> None:
        """What was put off is due now."""
        await self.kit.db.execute("update parcel_out set due = now()")
        await self.kit.db.execute("update update_in set due = now()")
        await self.kit.db.execute("update pgqueuer set execute_after = now() where entrypoint like 'messengers.%'")


@pytest.fixture
async def bench(world: World, kit: Kit) -> AsyncIterator[Bench]:
    """The platform stands, and is connected."""
    platform.there()
    server = platform.Platform()
    async with server:
        kit.get(Elsewhere).instead[platform.CHANNEL] = server.address
        id_, probe = await connections.connect(kit, SYSTEM, platform.CHANNEL, "Bot", {"token": platform.TOKEN, "hook_secret": platform.SECRET})
        assert probe.works
        row = await kit.db.fetchrow("select token from connection where id = $1", id_)
        assert row
        yield Bench(world, server, id_, row["token"])
        assert not server.wrong, server.wrong
        del kit.get(Elsewhere).instead[platform.CHANNEL]
