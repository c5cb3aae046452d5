"""The platform of the tests, and an admin who connects it by HTTP."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from farol.app.demo import cast
from farol.channels.connections.elsewhere import Elsewhere
from farol.kit.core import Kit
from tests.stand_ins import fake_platform as platform
from tests.world import Client, World

VALUES = {"token": platform.TOKEN, "hook_secret": platform.SECRET}


class Office:
    """roy: runs the system; dan: the duty manager, who may pause; sol: a lead, who only sees; ana: answers."""

    def __init__(self, world: World, server: platform.Platform, roy: Client, dan: Client, sol: Client, ana: Client) -> None:
        self.world, self.kit, self.server, self.roy, self.dan, self.sol, self.ana = world, world.kit, server, roy, dan, sol, ana

    async def connect(self, **more: Any) -> dict[str, Any]:
        """A connection, as the answer shows it."""
        answer = await self.roy.ok("POST", "/channels/fake/connections", json={"name": "Bot", "values": VALUES, **more})
        made: dict[str, Any] = answer["connection"]
        return made

    async def shown(self, id_: int) -> dict[str, Any]:
        """As the list shows it now."""
        found: dict[str, Any] = next(one for one in (await self.roy.ok("GET", "/channels"))["connections"] if one["id"] == id_)
        return found

    async def events(self, id_: int) -> list[str]:
        """Kinds of what happened to it, in order."""
        rows = await self.kit.db.fetch("select kind from event where stream = $1 order by seq", f"connection:{id_}")
        return [row["kind"] for row in rows]


@pytest.fixture
async def office(world: World, kit: Kit) -> AsyncIterator[Office]:
    """The platform answers."""
    platform.there()
    async with platform.Platform() as server:
        assert isinstance(server, platform.Platform)
        kit.get(Elsewhere).instead[platform.CHANNEL] = server.address
        yield Office(world, server, await world.staff(cast.ROY), await world.staff(cast.DAN), await world.staff(cast.SOL), await world.staff(cast.ANA))
        assert not server.wrong, server.wrong
        del kit.get(Elsewhere).instead[platform.CHANNEL]
