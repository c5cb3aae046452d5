"""Did the fix hold: somebody looks again on the day that was set."""

import asyncio
from datetime import timedelta

import pytest

from farol.app.demo import cast
from farol.desk.recheck import actions
from farol.kit import clock
from tests.world import Client, World

DAY_COMES = "update recheck set due_at = now() - interval '1 second' where done_at is null"


async def solved(world: World, client: Client) -> int:
    """A ticket of somebody's, resolved."""
    ticket: int = (await world.open(await world.customer()))["ticket"]["id"]
    done = await client.ok("POST", f"/tickets/{ticket}/take")
    await client.ok("PATCH", f"/tickets/{ticket}", json={"version": done["version"], "status": "resolved"})
    return ticket


def then(**delta: float) -> str:
    """A moment from now."""
    return (clock.now() + timedelta(**delta)).isoformat()


async def test_the_owner_gets_a_task_on_the_day_once(world: World) -> None:
    ana = await world.staff(cast.ANA)
    ticket = await solved(world, ana)
    await ana.ok("PUT", f"/tickets/{ticket}/recheck", json={"at": then(days=1)})
    await ana.ok("PUT", f"/tickets/{ticket}/recheck", json={"at": then(days=3), "words": "Did the coins arrive?"})
    assert await actions.tick(world.kit) == 0
    assert (await ana.ok("GET", "/rechecks"))["rechecks"] == []
    await world.kit.db.execute(DAY_COMES)
    assert sum(await asyncio.gather(*(actions.tick(world.kit) for _ in range(5)))) == 1
    task, = (await ana.ok("GET", "/rechecks"))["rechecks"]
    assert (task["recheck"]["words"], task["about"]["ticket_id"]) == ("Did the coins arrive?", ticket)
    assert len((await ana.ok("GET", "/notices"))["notices"]) == 1
    await ana.ok("POST", f"/rechecks/{task['recheck']['id']}/outcome", json={"outcome": "held"})
    assert (await ana.ok("GET", "/rechecks"))["rechecks"] == []
    again = await ana.post(f"/rechecks/{task['recheck']['id']}/outcome", json={"outcome": "unknown"})
    assert (again.status_code, again.json()["code"]) == (409, "recheck_over")
    assert [r["outcome"] for r in (await ana.ok("GET", f"/tickets/{ticket}/rechecks"))["rechecks"]] == ["held"]


async def test_what_came_back_opens_its_ticket_again(world: World) -> None:
    ana = await world.staff(cast.ANA)
    ticket = await solved(world, ana)
    made = (await ana.ok("PUT", f"/tickets/{ticket}/recheck", json={"at": then(days=1)}))["id"]
    await ana.ok("POST", f"/rechecks/{made}/outcome", json={"outcome": "came_back"})
    row = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]
    assert (row["status"], row["owner"]["name"]) == ("open", "Ana Duarte")


async def test_the_task_goes_to_a_lead_when_nobody_of_the_two_is_left(world: World) -> None:
    ana, sol = await world.staff(cast.ANA), await world.staff(cast.SOL)
    ticket = await solved(world, ana)
    await ana.ok("PUT", f"/tickets/{ticket}/recheck", json={"at": then(days=1)})
    await world.kit.db.execute("update staff set disabled_at = now() where name = 'Ana Duarte'")
    await world.kit.db.execute(DAY_COMES)
    await actions.tick(world.kit)
    assert len((await sol.ok("GET", "/rechecks"))["rechecks"]) == 1


async def test_a_day_is_taken_away(world: World) -> None:
    ana = await world.staff(cast.ANA)
    ticket = await solved(world, ana)
    await ana.ok("PUT", f"/tickets/{ticket}/recheck", json={"at": then(days=1)})
    for _ in range(2):
        await ana.ok("DELETE", f"/tickets/{ticket}/recheck")
    await world.kit.db.execute(DAY_COMES)
    assert await actions.tick(world.kit) == 0
    assert (await ana.ok("GET", f"/tickets/{ticket}/rechecks"))["rechecks"] == []


@pytest.mark.parametrize("delta", [{"seconds": -5}, {"days": 91}])
async def test_a_day_out_of_reach(world: World, delta: dict[str, float]) -> None:
    ana = await world.staff(cast.ANA)
    ticket = await solved(world, ana)
    refused = await ana.put(f"/tickets/{ticket}/recheck", json={"at": then(**delta)})
    assert refused.json()["code"] == "recheck_past"
