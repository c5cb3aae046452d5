"""The plan of who works when: nobody twice at once, whoever plans, and each hour against what it usually brings."""

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from farol.app.demo import cast
from farol.kit import clock
from tests.world import Client, World


def at(hours: float) -> datetime:
    return clock.now().astimezone(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=hours)


def span(start: float, end: float) -> dict[str, str]:
    return {"starts_at": at(start).isoformat(), "ends_at": at(end).isoformat()}


async def people(world: World) -> tuple[Client, int]:
    """Sol, the lead, and Ana's id."""
    ana = (await (await world.staff()).ok("GET", "/session"))["id"]
    return await world.staff(cast.SOL), ana


async def test_a_shift_is_planned_moved_and_removed(world: World) -> None:
    sol, ana = await people(world)
    made = await sol.ok("POST", "/shifts", json={"staff_id": ana, **span(24, 32), "note": "early"})
    moved = await sol.ok("PATCH", f"/shifts/{made['id']}", json=span(25, 33))
    assert moved["id"] == made["id"]
    assert [s["id"] for s in await (await world.staff()).ok("GET", "/me/shifts")] == [made["id"]]
    plan = await sol.ok("GET", "/shifts", params={"since": at(24).date().isoformat(), "days": 3})
    assert [s["id"] for s in plan["shifts"]] == [made["id"]]
    assert sum(h["people"] for h in plan["hours"]) == 8
    assert ana in {p["id"] for p in plan["people"]}
    await sol.ok("DELETE", f"/shifts/{made['id']}")
    assert (await sol.request("DELETE", f"/shifts/{made['id']}")).status_code == 404
    kinds = [r["kind"] for r in await world.kit.db.fetch("select kind from event where stream = $1 order by seq", f"shift:{made['id']}")]
    assert kinds == ["shift.planned", "shift.planned", "shift.removed"]


@pytest.mark.parametrize(("start", "end", "status"), [(1, 1.1, 422), (1, 18, 422), (3, 1, 422), (24 * 401, 24 * 401 + 1, 422), (1, 3, 200)])
async def test_impossible_shifts_are_refused(world: World, start: float, end: float, status: int) -> None:
    sol, ana = await people(world)
    assert (await sol.request("POST", "/shifts", json={"staff_id": ana, **span(start, end)})).status_code == status


async def test_nobody_is_planned_twice_at_once_whoever_plans(world: World) -> None:
    sol, ana = await people(world)
    bodies: list[dict[str, Any]] = [{"staff_id": ana, **span(n / 2, n / 2 + 2)} for n in range(10)]
    answers = await asyncio.gather(*(sol.request("POST", "/shifts", json=body) for body in bodies))
    assert {a.status_code for a in answers} == {200, 409}
    kept = sorted(await world.kit.db.fetch("select starts_at, ends_at from shift"), key=lambda r: r["starts_at"])
    assert all(a["ends_at"] <= b["starts_at"] for a, b in pairwise(kept))
    clash = next(a for a in answers if a.status_code == 409).json()
    assert clash["code"] == "shift_overlaps"
    assert "UTC" in clash["detail"]


async def test_only_people_who_take_tickets_are_planned_and_only_by_who_may(world: World) -> None:
    sol, ana = await people(world)
    kai = (await (await world.staff(cast.KAI)).ok("GET", "/session"))["id"]
    assert (await sol.request("POST", "/shifts", json={"staff_id": kai, **span(1, 3)})).status_code == 404
    assert (await (await world.staff()).request("POST", "/shifts", json={"staff_id": ana, **span(1, 3)})).status_code == 403


async def test_a_week_is_copied_and_what_is_there_stays(world: World) -> None:
    sol, ana = await people(world)
    day = at(24).date()
    start = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
    for n in range(3):
        body = {"staff_id": ana, "starts_at": (start + timedelta(days=n)).isoformat(), "ends_at": (start + timedelta(days=n, hours=8)).isoformat()}
        await sol.ok("POST", "/shifts", json=body)
    target = (day + timedelta(days=7)).isoformat()
    first = await sol.ok("POST", "/shifts/copies", json={"source": day.isoformat(), "target": target})
    again = await sol.ok("POST", "/shifts/copies", json={"source": day.isoformat(), "target": target})
    assert (first, again) == ({"added": 3, "skipped": 0}, {"added": 0, "skipped": 3})
    assert (await sol.request("POST", "/shifts/copies", json={"source": target, "target": target})).status_code == 422


async def test_an_hour_is_set_against_what_it_usually_brings(world: World) -> None:
    sol, _ = await people(world)
    mei = await world.customer()
    for weeks, many in ((1, 3), (2, 1), (3, 2)):
        for _ in range(many):
            ticket = (await world.open(mei))["ticket"]["id"]
            await world.kit.db.execute("update ticket set opened_at = $2 where id = $1", ticket, at(1) - timedelta(weeks=weeks) + timedelta(minutes=7))
    plan = await sol.ok("GET", "/shifts", params={"since": at(1).date().isoformat(), "days": 1})
    usual = {datetime.fromisoformat(h["at"]): h["usual"] for h in plan["hours"]}
    assert usual[at(1)] == 2  # of 3, 1 and 2; the fourth week lies before the first ticket


async def test_who_should_be_here_and_is_not_is_told(world: World) -> None:
    sol, ana = await people(world)
    await sol.ok("POST", "/shifts", json={"staff_id": ana, **span(-1, 3)})
    assert [m["staff_id"] for m in await sol.ok("GET", "/shifts/missing")] == [ana]
    await (await world.staff()).ok("PUT", "/me/state", json={"state": "available"})
    assert await sol.ok("GET", "/shifts/missing") == []
