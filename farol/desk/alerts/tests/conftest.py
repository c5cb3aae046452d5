"""A desk whose people are told things."""

import pytest

from farol.app.demo import cast
from farol.desk.queue import actions
from farol.desk.queue.model import Skill, Team
from farol.kit.permission import SYSTEM

TEAM = Team(0, "l1", "一线客服", "First line", [""], [], 3, 30, 120, 60)


class Desk:
    """The world with one team."""

    def __init__(self, world):
        self.world, self.kit = world, world.kit

    async def agent(self, who=cast.ANA, *, available=False):
        """Their id and client; on shift when available."""
        client = await self.world.staff(who)
        id_ = (await client.ok("GET", "/session"))["id"]
        if available:
            await actions.add_team(self.kit, SYSTEM, TEAM)
            await actions.place_staff(self.kit, SYSTEM, id_, ["l1"], [Skill("zh", "", 3)])
            await client.ok("PUT", "/me/state", json={"state": "available"})
        return id_, client

    async def ticket(self, customer, **more):
        return (await self.world.open(customer, **{"language": "zh", **more}))["ticket"]["id"]

    async def change(self, client, ticket, **fields):
        version = (await client.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
        await client.ok("PATCH", f"/tickets/{ticket}", json={"version": version, **fields})

    async def told(self, client):
        """Kinds and titles of somebody's notices, the newest first."""
        await self.world.react()
        return [(n["kind"], n["title"]["zh"]) for n in (await client.ok("GET", "/notices"))["notices"]]


@pytest.fixture
def desk(world):
    return Desk(world)
