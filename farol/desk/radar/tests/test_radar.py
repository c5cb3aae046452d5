"""The radar: one customer's matter in two tickets is proposed as one; another customer's is a warning and no more."""

from typing import Any

import pytest

from farol.app.demo import cast
from farol.desk.radar.model import values
from tests.world import Client, World

TXID = "9f3c0a71bd5e46f08c2d1a7e5b9f4c630d8e7a6b5c4d3e2f1a0b9c8d7e6f5a41"
TRON = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"


class Desk:
    """Mei and Ana."""

    def __init__(self, world: World, mei: Client, ana: Client) -> None:
        self.world, self.mei, self.ana = world, mei, ana

    async def open(self, body: str, client: Client | None = None) -> int:
        """A ticket."""
        ticket: int = (await self.world.open(client or self.mei, body))["ticket"]["id"]
        return ticket

    async def sees(self, ticket: int) -> list[dict[str, Any]]:
        """What the radar says of a ticket, once it has looked."""
        await self.world.react()
        found: list[dict[str, Any]] = (await self.ana.ok("GET", f"/tickets/{ticket}/lookalikes"))["lookalikes"]
        return found

    async def reason(self, ticket: int, code: str) -> None:
        """Triage."""
        version = (await self.ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
        await self.ana.ok("PATCH", f"/tickets/{ticket}", json={"version": version, "reason": code})


@pytest.fixture
async def desk(world: World) -> Desk:
    """The world."""
    return Desk(world, await world.customer(), await world.staff())


async def test_the_same_hash_in_two_tickets_of_one_customer(desk: Desk) -> None:
    older, newer = await desk.open(f"没到账 {TXID}"), await desk.open("有人吗")
    await desk.world.say(desk.mei, newer, f"就是这笔 0x{TXID.upper()}")
    found = await desk.sees(newer)
    assert [(f["ticket_id"], f["why"], f["ours"], f["value"]) for f in found] == [(older, "txid", True, "9f3c0a…5a41")]
    assert [f["ticket_id"] for f in await desk.sees(older)] == [newer]
    kinds = [r["kind"] for r in await desk.world.kit.db.fetch("select kind from event where stream = $1 order by seq", f"ticket:{newer}")]
    assert kinds.count("lookalike.found") == 1


async def test_it_is_told_once(desk: Desk) -> None:
    await desk.open(TXID)
    newer = await desk.open(TXID)
    await desk.world.say(desk.mei, newer, f"{TXID} again")
    assert len(await desk.sees(newer)) == 1


async def test_the_same_family_of_reasons(desk: Desk) -> None:
    older, newer = await desk.open("充值没到"), await desk.open("还没到")
    await desk.reason(older, "dep.unconfirmed")
    await desk.reason(newer, "dep.missing_memo")
    assert [(f["ticket_id"], f["why"]) for f in await desk.sees(newer)] == [(older, "reason")]
    third = await desk.open("提币")
    await desk.reason(third, "wd.failed")
    assert await desk.sees(third) == []


async def test_another_customers_hash_is_a_warning_without_their_words(desk: Desk) -> None:
    ivan = await desk.world.customer(cast.IVAN)
    other = await desk.open(f"my money {TXID}", ivan)
    mine = await desk.open(f"我的 {TXID}")
    found = await desk.sees(mine)
    assert [(f["ticket_id"], f["ours"], f["subject"]) for f in found] == [(other, False, "")]
    answer = await desk.ana.post(f"/tickets/{mine}/merge", json={"into": other})
    assert answer.json()["code"] == "other_customer"


async def test_another_customers_address_is_nothing(desk: Desk) -> None:
    ivan = await desk.world.customer(cast.IVAN)
    await desk.open(f"to {TRON}", ivan)
    assert await desk.sees(await desk.open(f"转到 {TRON}")) == []


async def test_a_person_says_they_are_two_and_takes_it_back(desk: Desk) -> None:
    await desk.open(f"转到 {TRON}")
    newer = await desk.open(f"又转到 {TRON}")
    pair = (await desk.sees(newer))[0]
    assert pair["why"] == "address"
    for _ in range(2):
        await desk.ana.ok("PUT", f"/lookalikes/{pair['id']}", json={"state": "different"})
    assert await desk.sees(newer) == []
    await desk.world.say(desk.mei, newer, TRON)
    assert await desk.sees(newer) == []
    await desk.ana.ok("PUT", f"/lookalikes/{pair['id']}", json={"state": "open"})
    assert len(await desk.sees(newer)) == 1


async def test_merged_it_is_settled_and_unmerged_it_is_not(desk: Desk) -> None:
    older, newer = await desk.open(TXID), await desk.open(TXID)
    pair = (await desk.sees(newer))[0]
    await desk.ana.ok("POST", f"/tickets/{newer}/merge", json={"into": older})
    assert await desk.sees(older) == []
    assert (await desk.ana.put(f"/lookalikes/{pair['id']}", json={"state": "different"})).json()["code"] == "settled_already"
    await desk.ana.delete(f"/tickets/{newer}/merge")
    assert len(await desk.sees(older)) == 1


async def test_what_a_person_split_is_two(desk: Desk) -> None:
    older = await desk.open(f"第一 {TXID}")
    made = await desk.ana.ok("POST", f"/tickets/{older}/split", json={"client_id": "0b6c0f8e-0000-4000-8000-000000000009", "seqs": [2]})
    await desk.world.say(desk.mei, made["id"], TXID)
    assert await desk.sees(made["id"]) == []


async def test_two_weeks_and_no_longer(desk: Desk) -> None:
    older = await desk.open(TXID)
    await desk.world.react()
    await desk.world.kit.db.execute("update mention set at = at - interval '15 days' where ticket_id = $1", older)
    assert await desk.sees(await desk.open(TXID)) == []


def test_spellings() -> None:
    assert values(f"0x{TXID.upper()} {TXID}") == values(TXID)
    assert [v.kind for v in values(f"{TXID} -> {TRON}")] == ["txid", "address"]
    assert values("nothing here") == []
