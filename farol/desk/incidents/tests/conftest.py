"""A desk in the middle of an incident."""

import uuid
from typing import Any

import msgspec
import pytest

from farol.app.demo import cast
from farol.desk.incidents import actions, notices
from farol.kit.core import Kit
from tests.world import Client, World

SAID = {"zh": "TRON 充值延迟", "en": "TRON deposits are late", "scope": {"networks": ["TRC20"]}, "severity": "P1", "public": True,
        "words_zh": "TRON 网络充值变慢，资金安全。", "words_en": "Deposits over TRON are slow. Funds are safe.", "internal": "Node 3 is behind."}
TEXT = {"zh": "{name}，您好。{incident}正在处理，工单 {number} 会收到结果。", "en": "{name}, we are on it: {incident}. {number} will hear the result."}


class Room:
    """The room where an incident is handled. ``work`` runs what was queued, as a worker would."""

    def __init__(self, world: World) -> None:
        self.world, self.kit = world, world.kit

    async def lead(self) -> Client:
        """Sol."""
        return await self.world.staff(cast.SOL)

    async def declare(self, **more: Any) -> int:
        """An incident, with its tickets found."""
        sol = await self.lead()
        found = await sol.ok("POST", "/incidents", json={"client_id": str(uuid.uuid4()), **SAID, **more})
        await self.work()
        return int(found["id"])

    async def work(self) -> None:
        """Reactions, and then the jobs they queued."""
        await self.world.react()
        await run_jobs(self.kit)

    async def tickets(self, incident: int, state: str = "attached") -> list[int]:
        """Its tickets."""
        return [c["id"] for c in await (await self.lead()).ok("GET", f"/incidents/{incident}/tickets?part={state}")]

    async def words(self, ticket: int) -> list[str]:
        """What staff said to the customer."""
        rows = await self.kit.db.fetch(
            "select body from message where ticket_id = $1 and author_kind = 'staff' and not internal order by seq", ticket)
        return [r["body"] for r in rows]


async def run_jobs(kit: Kit) -> None:
    """Runs the incident jobs that wait, and forgets them."""
    for row in await kit.db.fetch("delete from pgqueuer where entrypoint like 'incident.%' returning entrypoint, payload"):
        given = msgspec.json.decode(row["payload"])
        if row["entrypoint"] == "incident.scan":
            await actions.scan(kit, given["incident_id"])
        else:
            await actions.send(kit, given["answer_id"])


@pytest.fixture
async def room(world: World) -> Room:
    """Nobody has read the board yet."""
    if world.kit.has(notices.Board):
        world.kit.get(notices.Board).expire()
    return Room(world)
