"""Under surge mode the queue works differently, and customers are told so."""

from farol.app.demo import cast
from farol.desk import surge
from farol.desk.queue import actions as queue
from farol.desk.queue.model import Skill, Team
from farol.desk.surge import actions
from farol.kit.permission import SYSTEM
from tests.world import World, later

LINE = Team(0, "l1", "一线客服", "First line", [""], [], 1, 30, 120, 60)


async def agent(world: World):
    """Ana, who carries one conversation."""
    await queue.add_team(world.kit, SYSTEM, LINE)
    ana = await world.staff(cast.ANA)
    me = await ana.ok("GET", "/session")
    await queue.place_staff(world.kit, SYSTEM, me["id"], ["l1"], [Skill("zh", "", 3)])
    await ana.ok("PUT", "/me/state", json={"state": "available"})
    return ana


async def test_it_is_started_once_ended_by_hand_and_recorded(world: World) -> None:
    sol = await world.staff(cast.SOL)
    ana = await world.staff(cast.ANA)
    assert (await ana.post("/surge/mode", json={"reason": "BTC -20 %"})).status_code == 403
    mode = await sol.ok("POST", "/surge/mode", json={"reason": "BTC -20 %", "hours": 1})
    assert mode["by_name"] == cast.SOL.name
    assert (await sol.post("/surge/mode", json={"reason": "again"})).json()["code"] == "surge_on"
    found = await surge.on(world.kit.db)
    assert found
    assert found.surveys_off
    assert (await sol.delete("/surge/mode")).status_code == 204
    assert (await sol.delete("/surge/mode")).json()["code"] == "surge_off"
    kinds = await world.kit.db.fetch("select kind from event where stream = 'surge:1' order by seq")
    assert [r["kind"] for r in kinds] == ["surge.started", "surge.ended"]


async def test_it_ends_by_itself(world: World) -> None:
    sol = await world.staff(cast.SOL)
    await sol.ok("POST", "/surge/mode", json={"reason": "BTC -20 %", "hours": 0.5})
    later(minutes=31)
    try:
        assert await surge.on(world.kit.db) is None
        await actions.expire(world.kit)
        assert await world.kit.db.fetchval("select body ->> 'why' from event where kind = 'surge.ended'") == "time"
        await sol.ok("POST", "/surge/mode", json={"reason": "and again"})
    finally:
        later()


async def test_everybody_carries_more_and_p4_waits(world: World) -> None:
    ana, sol, mei = await agent(world), await world.staff(cast.SOL), await world.customer()
    tickets = [(await world.open(mei, f"{n}", language="zh"))["ticket"]["id"] for n in range(3)]
    await sol.ok("PATCH", f"/tickets/{tickets[0]}", json={"version": 1, "severity": "P4"})
    await world.react()
    mode = await sol.ok("POST", "/surge/mode", json={"reason": "BTC -20 %"})
    await queue.sweep(world.kit)
    state = await ana.ok("GET", "/me/state")
    assert state["slots"]["of"] == 2
    assert sorted(o["ticket"] for o in state["offers"]) == tickets[1:]
    place = await mei.ok("GET", f"/tickets/{tickets[0]}/place")
    assert place["later"] == mode["until"]
    assert place["busy"]
    assert place["slowest_s"] > 7000
    await sol.delete("/surge/mode")
    assert "busy" not in await mei.ok("GET", f"/tickets/{tickets[0]}/place")


async def test_the_dial_sets_what_everybody_carries(world: World) -> None:
    ana, sol = await agent(world), await world.staff(cast.SOL)
    assert (await sol.ok("PUT", "/surge/dial", json={"slots": 4}))["slots"] == 4
    assert (await ana.ok("GET", "/me/state"))["slots"]["of"] == 4
    assert await sol.ok("PUT", "/surge/dial", json={"slots": None}) is None
    assert (await ana.ok("GET", "/me/state"))["slots"]["of"] == 1
