"""A desk whose people are on shift, and a hand on the clock of escalations."""

from itertools import pairwise
from typing import Any

import pytest

from farol.app.demo import cast
from farol.desk.escalation import actions
from farol.desk.queue import actions as queue
from farol.desk.queue.model import Skill, Team
from farol.kit.permission import SYSTEM
from tests.world import Client, World

PASSED = "update escalation set due_at = due_at - make_interval(secs => $1) where due_at is not null"


class Desk:
    """The world with the default ladders, two teams, and whoever came."""

    def __init__(self, world: World) -> None:
        self.world, self.kit = world, world.kit

    async def come(self, who: cast.StaffMember, *teams: str, state: str = "available") -> Client:
        """Somebody on shift, with whom everything can be done."""
        client = await self.world.staff(who)
        await queue.place_staff(self.kit, SYSTEM, await self.me(client), list(teams), [Skill("en", "", 3), Skill("zh", "", 3)])
        await client.ok("PUT", "/me/state", json={"state": state})
        return client

    async def me(self, client: Client) -> int:
        """Whose client it is."""
        found: int = (await client.ok("GET", "/session"))["id"]
        return found

    async def ticket(self, **fields: object) -> int:
        """Mei's ticket, with what triage has set."""
        mei = await self.world.customer()
        found: int = (await self.world.open(mei, "USDT 还没到账", language="zh"))["ticket"]["id"]
        for name, value in fields.items():
            await self.kit.db.execute(f"update ticket set {name} = $2 where id = $1", found, value)
        return found

    async def escalate(self, client: Client, ticket: int, **more: object) -> int:
        """A ticket goes on a ladder."""
        body = {"why": "Twelve hours on chain", "ask": "Look at wallet 3", **more}
        found: int = (await client.ok("POST", f"/tickets/{ticket}/escalations", json=body))["id"]
        return found

    async def passes(self, seconds: float) -> int:
        """So much time passes, and a worker looks."""
        await self.kit.db.execute(PASSED, float(seconds))
        return await actions.tick(self.kit)

    async def shown(self, client: Client, ticket: int) -> dict[str, Any]:
        """A ticket's newest escalation."""
        found: dict[str, Any] = (await client.ok("GET", f"/tickets/{ticket}/escalations"))["escalations"][0]
        return found

    async def leaves(self, client: Client) -> None:
        """Somebody does not work here any more."""
        await self.kit.db.execute("update staff set disabled_at = now() where id = $1", await self.me(client))

    async def whole(self) -> None:
        """What is true at every moment: an open escalation has one open hold and ended ones none; holds follow one another without a gap."""
        for e in await self.kit.db.fetch("select * from escalation order by id"):
            holds = await self.kit.db.fetch("select * from escalation_hold where escalation_id = $1 order by id", e["id"])
            assert holds[0]["since"] == e["started_at"]
            for before, then in pairwise(holds):
                assert before["until"] == then["since"]
                assert before["until"] >= before["since"]
                assert before["step"] <= then["step"]
            assert [h["until"] is None for h in holds] == [False] * (len(holds) - 1) + [e["ended_at"] is None]
            assert holds[-1]["until"] == e["ended_at"]
            assert holds[-1]["step"] == e["step"]
            assert (e["due_at"] is None) == (e["ended_at"] is not None or holds[-1]["acknowledged_at"] is not None)
            moved = await self.kit.db.fetchval(
                "select count(*) from event where kind = 'escalation.moved' and (body->>'escalation_id')::bigint = $1", e["id"])
            assert moved == len(holds) - 1


@pytest.fixture
async def desk(world: World) -> Desk:
    """With the first line, wallet and security, and the default ladders."""
    desk = Desk(world)
    for key in ("l1", "wallet", "security"):
        await queue.add_team(world.kit, SYSTEM, Team(0, key, key, key, [""] if key == "l1" else [], [], 3, 30, 120, 60))
    await actions.seed(world.kit)
    return desk


