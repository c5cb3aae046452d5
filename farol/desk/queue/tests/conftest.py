"""A desk with one team, and agents who come to it."""

import msgspec
import pytest

from farol.app.demo import cast
from farol.desk.queue import actions
from farol.desk.queue.model import Skill, Team
from farol.kit.permission import SYSTEM
from tests.world import Client, World, later

LINE = Team(0, "l1", "一线客服", "First line", [""], [], 3, 30, 120, 60)


class Desk:
    """The world with teams. ``now`` lets everything happen that is due."""

    def __init__(self, world: World) -> None:
        self.world, self.kit = world, world.kit

    async def team(self, **changed: object) -> int:
        """A team; the first line when nothing is said."""
        return await actions.add_team(self.kit, SYSTEM, msgspec.structs.replace(LINE, **changed))

    async def agent(self, who: cast.StaffMember, *skills: Skill, teams: tuple[str, ...] = ("l1",), state: str = "available") -> Client:
        """Somebody on shift."""
        client = await self.world.staff(who)
        me = await client.ok("GET", "/session")
        await actions.place_staff(self.kit, SYSTEM, me["id"], list(teams), list(skills or (Skill("zh", "", 3), Skill("en", "", 3))))
        await client.ok("PUT", "/me/state", json={"state": state})
        return client

    async def ticket(self, client: Client, body: str = "USDT 还没到账", **more: object) -> int:
        """A new ticket, in the queue."""
        ticket: int = (await self.world.open(client, body, **{"language": "zh", **more}))["ticket"]["id"]
        await self.world.react()
        return ticket

    async def change(self, ticket: int, **fields: object) -> None:
        """Sets fields, as triage does."""
        sol = await self.world.staff(cast.SOL)
        version = (await sol.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
        await sol.ok("PATCH", f"/tickets/{ticket}", json={"version": version, **fields})
        await self.world.react()

    async def now(self) -> None:
        """Reactions, a sweep, and what follows from it."""
        await self.world.react()
        await actions.sweep(self.kit)
        await self.world.react()

    async def offers(self, client: Client) -> list[int]:
        """Tickets put before somebody."""
        return [offer["ticket"] for offer in (await client.ok("GET", "/me/state"))["offers"]]

    async def owner(self, ticket: int) -> str | None:
        """Who has it."""
        name: str | None = await self.kit.db.fetchval("select s.name from ticket t join staff s on s.id = t.owner_id where t.id = $1", ticket)
        return name

    async def kinds(self, ticket: int) -> list[str]:
        """What happened to a ticket in the queue."""
        rows = await self.kit.db.fetch("select kind from event where stream = $1 order by seq", f"queue:{ticket}")
        return [row["kind"].removeprefix("queue.") for row in rows]


@pytest.fixture
async def desk(world: World):
    """The world with the first line."""
    desk = Desk(world)
    await desk.team()
    yield desk
    later()
