"""Exactly one has a ticket."""

import asyncio

import pytest

from farol.app.demo import cast
from farol.desk.queue import actions
from farol.desk.queue.tests.conftest import Desk


async def test_rel_30_fifty_take_one_has_it(desk: Desk) -> None:
    mei = await desk.world.customer()
    ana, sol, vera = await desk.agent(cast.ANA), await desk.agent(cast.SOL), await desk.agent(cast.VERA)
    ticket = await desk.ticket(mei)
    vera_id = (await vera.ok("GET", "/session"))["id"]
    answers = await asyncio.gather(
        *(who.post(f"/tickets/{ticket}/take") for who in (ana, sol) * 25),
        vera.patch(f"/tickets/{ticket}", json={"version": 1, "owner_id": vera_id}),
        *(actions.sweep(desk.kit) for _ in range(5)))
    codes = [a.status_code for a in answers if a is not None]
    assert set(codes) <= {200, 409}
    assert 200 in codes
    owners = {a.json()["owner"]["name"] for a in answers if a is not None and a.status_code == 200 and "owner" in a.json()}
    assert len(owners) <= 1
    await desk.now()
    assert await desk.owner(ticket) in {"Ana Duarte", "Sol Navarro", "Vera Lindqvist"}
    assert owners <= {await desk.owner(ticket)}
    assert await desk.kit.db.fetchval("select count(*) from event where kind = 'queue.taken'") == 1
    assert await desk.kit.db.fetchval("select count(*) from event where kind = 'ticket.changed'") == 1
    assert await desk.kit.db.fetchval("select count(*) from offer where ended_at is null") == 0
    assert await desk.kit.db.fetchval("select count(*) from queue_entry where left_at is null") == 0
    assert await desk.kit.db.fetchval("select version from ticket where id = $1", ticket) == 2


@pytest.mark.parametrize("how", ["read", "say", "note", "patch"])
async def test_opening_or_answering_takes_it(desk: Desk, how: str) -> None:
    mei = await desk.world.customer()
    ana = await desk.agent(cast.ANA)
    ticket = await desk.ticket(mei)
    await desk.now()
    assert await desk.offers(ana) == [ticket]
    if how == "read":
        await ana.ok("PUT", f"/tickets/{ticket}/read", json={"seq": 2})
    elif how == "patch":
        await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 1, "owner_id": (await ana.ok("GET", "/session"))["id"]})
    else:
        await desk.world.say(ana, ticket, "看到了", internal=how == "note")
    await desk.world.react()
    assert await desk.owner(ticket) == "Ana Duarte"
    assert await desk.offers(ana) == []
    assert await desk.kinds(ticket) == ["entered", "offered", "taken"]
    assert await desk.kit.db.fetchval("select outcome from offer") == "taken"


async def test_taking_twice_is_harmless_and_anothers_is_refused(desk: Desk) -> None:
    mei = await desk.world.customer()
    ana, sol = await desk.agent(cast.ANA), await desk.agent(cast.SOL)
    ticket = await desk.ticket(mei)
    one = await ana.ok("POST", f"/tickets/{ticket}/take")
    assert one == await ana.ok("POST", f"/tickets/{ticket}/take")
    refused = await sol.post(f"/tickets/{ticket}/take")
    assert (refused.status_code, refused.json()["code"]) == (409, "already_taken")
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": one["version"], "status": "resolved", "owner_id": None})
    closed = await sol.post(f"/tickets/{ticket}/take")
    assert (closed.status_code, closed.json()["code"]) == (409, "not_open")
    assert (await sol.post("/tickets/999999/take")).status_code == 404
    viewer = await desk.world.staff(cast.KAI)
    assert (await viewer.post(f"/tickets/{ticket}/take")).status_code == 403
