"""Scenes of merging: one customer with two tickets about one thing."""

from typing import Any, NamedTuple

import pytest

from farol.app.demo import cast
from farol.kit.core import Kit
from tests.world import Client, World


class Pair(NamedTuple):
    """Mei, who wrote twice, and Ana. newer is to go on in older."""

    world: World
    kit: Kit
    mei: Client
    ana: Client
    older: int
    newer: int

    async def row(self, ticket: int) -> dict[str, Any]:
        """The ticket as the desk has it."""
        found: dict[str, Any] = (await self.ana.ok("GET", f"/tickets/{ticket}"))["ticket"]
        return found

    async def merge(self, ticket: int = 0, into: int = 0, **more: Any) -> Any:
        """Newer into older, when nothing is said: the answer."""
        return await self.ana.post(f"/tickets/{ticket or self.newer}/merge", json={"into": into or self.older, **more})

    async def kinds(self, ticket: int) -> list[str]:
        """What happened to a ticket, in order; also proves that no seq is missing."""
        rows = await self.kit.db.fetch("select seq, kind from event where stream = $1 order by seq", f"ticket:{ticket}")
        head = await self.kit.db.fetchval("select seq from ticket where id = $1", ticket)
        assert [row["seq"] for row in rows] == list(range(1, head + 1))
        return [row["kind"] for row in rows]


@pytest.fixture
async def pair(world: World) -> Pair:
    """Two tickets of Mei, both waiting."""
    mei, ana = await world.customer(), await world.staff(cast.ANA)
    older = (await world.open(mei, "USDT 充值一直没到账"))["ticket"]["id"]
    newer = (await world.open(mei, "有人吗？充值还没到"))["ticket"]["id"]
    return Pair(world, world.kit, mei, ana, older, newer)
