"""A reason brings its steps; what was done stays done, with who and when."""

import pytest

from farol.app.demo import cast
from farol.core.reasons import reasons
from farol.desk.checklists.model import procedures
from tests.world import Client, World


async def ticket_about(world: World, sol: Client, reason: str) -> int:
    ticket: int = (await world.open(await world.customer()))["ticket"]["id"]
    await about(sol, ticket, reason)
    return ticket


async def about(sol: Client, ticket: int, reason: str) -> None:
    version = (await sol.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    await sol.ok("PATCH", f"/tickets/{ticket}", json={"version": version, "reason": reason})


def test_every_reason_has_steps_in_both_languages() -> None:
    steps, by_reason = procedures()
    assert set(by_reason) == set(reasons())
    assert all(2 <= len(keys) <= 9 for keys in by_reason.values())
    assert all(step.zh.strip() and step.en.strip() and len(step.zh) <= 60 and len(step.en) <= 110 for step in steps.values())
    assert not any("！" in s.zh or "!" in s.en or "你" in s.zh for s in steps.values())


async def test_steps_are_ticked_and_the_first_open_one_is_next(world: World) -> None:
    ana, sol = await world.staff(), await world.staff(cast.SOL)
    ticket = await ticket_about(world, sol, "wd.failed")
    before = await ana.ok("GET", f"/tickets/{ticket}/checklist")
    assert [step["key"] for step in before["steps"]] == ["wd.code", "wd.refunded", "wd.fix_link", "wd.not_back"]
    assert before["next"] == "wd.code"
    after = await ana.ok("PUT", f"/tickets/{ticket}/checklist/wd.code", json={"done": True})
    assert (after["steps"][0]["done"]["name"], after["next"]) == ("Ana Duarte", "wd.refunded")
    assert await ana.ok("PUT", f"/tickets/{ticket}/checklist/wd.code", json={"done": True}) == after
    events = await world.kit.db.fetch("select kind, actor from event where kind like 'checklist.%'")
    assert [(e["kind"], e["actor"].partition(":")[0]) for e in events] == [("checklist.ticked", "staff")]
    reopened = await sol.ok("PUT", f"/tickets/{ticket}/checklist/wd.code", json={"done": False})
    assert (reopened["steps"][0]["done"], reopened["steps"][0]["reopened"]["name"]) == (None, "Sol Navarro")
    assert reopened["next"] == "wd.code"
    again = await ana.ok("PUT", f"/tickets/{ticket}/checklist/wd.code", json={"done": True})
    assert again["steps"][0]["reopened"] is None


async def test_what_was_done_survives_another_reason(world: World) -> None:
    ana, sol = await world.staff(), await world.staff(cast.SOL)
    ticket = await ticket_about(world, sol, "dep.suspended")
    for step in ("net.status", "net.safe"):
        await ana.ok("PUT", f"/tickets/{ticket}/checklist/{step}", json={"done": True})
    await about(sol, ticket, "wd.suspended")
    moved = await ana.ok("GET", f"/tickets/{ticket}/checklist")
    assert moved["steps"][0]["key"] == "net.status"
    assert moved["steps"][0]["done"]["reason"] == "dep.suspended"
    assert moved["next"] == "wd.other_net"
    assert [step["key"] for step in moved["before"]] == ["net.safe"]
    await about(sol, ticket, "dep.suspended")
    back = await ana.ok("GET", f"/tickets/{ticket}/checklist")
    assert [bool(step["done"]) for step in back["steps"]] == [True, True, False]


async def test_a_ticket_without_reason_has_no_steps(world: World) -> None:
    ana = await world.staff()
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    assert await ana.ok("GET", f"/tickets/{ticket}/checklist") == {"reason": None, "steps": [], "next": None, "before": []}


@pytest.mark.parametrize("step", ["nothing", "wd", "..%2F"])
async def test_what_is_no_step_is_not_found(world: World, step: str) -> None:
    ana, sol = await world.staff(), await world.staff(cast.SOL)
    ticket = await ticket_about(world, sol, "wd.failed")
    assert (await ana.put(f"/tickets/{ticket}/checklist/{step}", json={"done": True})).status_code in (404, 422)
    viewer = await world.staff(cast.KAI)
    assert (await viewer.put(f"/tickets/{ticket}/checklist/wd.code", json={"done": True})).status_code == 403


async def test_two_who_tick_at_once_are_one(world: World) -> None:
    import asyncio

    ana, sol = await world.staff(), await world.staff(cast.SOL)
    ticket = await ticket_about(world, sol, "wd.failed")
    await asyncio.gather(*(who.ok("PUT", f"/tickets/{ticket}/checklist/wd.code", json={"done": True}) for who in (ana, sol) * 5))
    assert await world.kit.db.fetchval("select count(*) from checklist_tick") == 1
    assert await world.kit.db.fetchval("select count(*) from event where kind = 'checklist.ticked'") == 1
