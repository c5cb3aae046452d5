"""Opening a ticket."""

import asyncio
from uuid import uuid4

from tests.world import World


async def test_a_customer_gets_a_number_at_once(world: World) -> None:
    mei = await world.customer()
    opened = await world.open(mei, "  我充的USDT到现在还没到账  ")
    assert opened["ticket"]["number"].startswith("FRL-20")
    assert opened["ticket"]["subject"] == "我充的USDT到现在还没到账"
    assert opened["ticket"]["status"] == "open"
    assert opened["message"]["outcome"] == "new"
    detail = await mei.ok("GET", f"/tickets/{opened['ticket']['id']}")
    assert [m["body"] for m in detail["messages"]] == ["我充的USDT到现在还没到账"]
    assert detail["seq"] == 2


async def test_a_ticket_is_not_called_by_sixty_digits(world: World) -> None:
    mei = await world.customer()
    txid = "0x" + "4e2450bb" * 8
    opened = await world.open(mei, f"没到账 {txid}\n请查")
    assert opened["ticket"]["subject"] == "没到账 0x4e24…50bb 请查"
    assert (await mei.ok("GET", f"/tickets/{opened['ticket']['id']}"))["messages"][0]["body"] == f"没到账 {txid}\n请查"


async def test_rel_07_the_same_opening_twice_is_one_ticket(world: World) -> None:
    mei = await world.customer()
    body = {"client_id": str(uuid4()), "body": "where is it"}
    answers = await asyncio.gather(*(mei.ok("POST", "/tickets", json=body) for _ in range(6)))
    assert len({a["ticket"]["id"] for a in answers}) == 1
    assert sorted(a["message"]["outcome"] for a in answers) == ["again"] * 5 + ["new"]
    other = await mei.post("/tickets", json={**body, "body": "something else"})
    assert other.status_code == 409
    assert other.json()["code"] == "client_id_reused"


async def test_a_file_of_somebody_else_opens_nothing(world: World) -> None:
    mei = await world.customer()
    refused = await mei.post("/tickets", json={"client_id": str(uuid4()), "body": "x", "files": [str(uuid4())]})
    assert refused.status_code == 404
    assert (await mei.ok("GET", "/tickets"))["tickets"] == []


async def test_nothing_said_is_refused(world: World) -> None:
    mei = await world.customer()
    refused = await mei.post("/tickets", json={"client_id": str(uuid4()), "body": " \n\u3000 "})
    assert (refused.status_code, refused.json()["code"]) == (422, "empty")
    long = await mei.post("/tickets", json={"client_id": str(uuid4()), "body": "字" * 10_001})
    assert (long.status_code, long.json()["code"]) == (422, "too_long")
