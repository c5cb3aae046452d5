"""The wall shows what is, in few statements, and acts."""

import uuid
from datetime import timedelta

import pytest

from farol.app.demo import cast
from farol.desk.queue import actions as queue
from farol.desk.queue.model import Skill, Team
from farol.desk.wall import band, view
from farol.kit.permission import SYSTEM
from tests.world import World

LINE = Team(0, "l1", "一线客服", "First line", [""], [], 3, 30, 120, 60)


@pytest.fixture
async def desk(world: World) -> World:
    """One team with Ana in it, and nothing remembered."""
    if world.kit.has(view.Board):
        world.kit.get(view.Board).expire()
    await queue.add_team(world.kit, SYSTEM, LINE)
    ana = await world.staff(cast.ANA)
    me = await ana.ok("GET", "/session")
    await queue.place_staff(world.kit, SYSTEM, me["id"], ["l1"], [Skill("zh", "", 3)])
    await ana.ok("PUT", "/me/state", json={"state": "available"})
    return world


async def test_the_whole_desk_in_one_request(desk: World) -> None:
    mei, sol, ana = await desk.customer(), await desk.staff(cast.SOL), await desk.staff(cast.ANA)
    first = (await desk.open(mei, "我的账户被盗了", language="zh"))["ticket"]["id"]
    await desk.open(mei, "充值没到账", language="zh")
    await sol.ok("PATCH", f"/tickets/{first}", json={"version": 1, "severity": "P0"})
    await desk.react()
    with desk.statements() as ran:
        wall = await sol.ok("GET", "/wall")
    assert len(ran) <= 12, ran
    assert (wall["figures"]["waiting"], wall["figures"]["waiting_before"]) == (2, 0)
    assert (wall["figures"]["emergencies"]["open"], wall["figures"]["emergencies"]["ticket_id"]) == (1, first)
    assert wall["figures"]["longest_team"] == "l1"
    [line] = wall["queues"]
    assert (line["waiting"], line["free"], line["shift"], line["left"]) == (2, 1, 1, 0)
    [member] = wall["crew"]
    assert (member["name"], member["used"], member["of"], member["hand"]) == (cast.ANA.name, 0, 3, None)
    assert sum(wall["contacts"]["counts"]) == 2
    assert wall["contacts"]["low"] == []
    assert wall["slots"] == 3
    assert (await ana.get("/wall")).status_code == 403
    with desk.statements() as ran:
        assert await sol.ok("GET", "/wall") == wall
    assert not [q for q in ran if "queue_entry" in q], "a second look within a second reads nothing"


async def test_promises_raised_hands_and_incidents_show(desk: World) -> None:
    mei, sol, ana = await desk.customer(), await desk.staff(cast.SOL), await desk.staff(cast.ANA)
    ticket = (await desk.open(mei, "充值没到账", language="zh"))["ticket"]["id"]
    await desk.react()
    await ana.ok("POST", f"/tickets/{ticket}/take")
    await ana.ok("PUT", f"/tickets/{ticket}/hand", json={"words": "大额"})
    await sol.ok("POST", "/incidents", json={
        "client_id": str(uuid.uuid4()), "zh": "充值延迟", "en": "Deposits are late", "scope": {"reasons": ["dep."]}, "severity": "P2", "public": False})
    wall = await sol.ok("GET", "/wall")
    assert wall["crew"][0]["hand"]["words"] == "大额"
    assert [i["en"] for i in wall["incidents"]] == ["Deposits are late"]


async def test_a_waiting_ticket_is_given_to_somebody_who_may(desk: World) -> None:
    mei, sol, ana, kai = await desk.customer(), await desk.staff(cast.SOL), await desk.staff(cast.ANA), await desk.staff(cast.KAI)
    ticket = (await desk.open(mei, "充值没到账", language="zh"))["ticket"]["id"]
    await desk.react()
    ana_id, kai_id = [(await who.ok("GET", "/session"))["id"] for who in (ana, kai)]
    found = await sol.ok("GET", f"/wall/tickets/{ticket}/candidates")
    assert (found[0]["id"], found[0]["able"]) == (ana_id, True)
    assert kai_id not in [c["id"] for c in found]
    refused = await sol.post(f"/wall/tickets/{ticket}/owner", json={"staff_id": kai_id})
    assert (refused.status_code, refused.json()["code"]) == (422, "may_not_take")
    given = await sol.ok("POST", f"/wall/tickets/{ticket}/owner", json={"staff_id": ana_id})
    assert await sol.ok("POST", f"/wall/tickets/{ticket}/owner", json={"staff_id": ana_id}) == given
    await desk.react()
    assert (await sol.ok("GET", f"/tickets/{ticket}"))["ticket"]["owner"]["id"] == ana_id
    assert await desk.kit.db.fetchval("select outcome from queue_entry where ticket_id = $1", ticket) == "taken"
    assert (await ana.post(f"/wall/tickets/{ticket}/owner", json={"staff_id": ana_id})).status_code == 403


def test_the_band_follows_past_weeks_and_no_single_day_moves_it() -> None:
    usual = {slot: 20 for slot in range(96)}
    low, high = band.band({1: usual, 2: usual, 3: usual, 4: usual})
    assert (len(low), low[48], high[48]) == (96, 11.1, 28.9)
    assert band.band({}) == ([], [])
    assert timedelta(minutes=15) * band.SLOTS == timedelta(days=1)
