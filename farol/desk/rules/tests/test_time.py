"""Rules about time act once on a ticket until somebody says something again."""

import asyncio

import pytest

from farol.desk.rules import actions

from .conftest import Desk, do, leaf

LONG = leaf("waiting_minutes", "more_than", 30)


async def older(desk: Desk, ticket: int, minutes: int) -> None:
    await desk.kit.db.execute(
        "update ticket set opened_at = opened_at - $2 * interval '1 minute', waiting_since = waiting_since - $2 * interval '1 minute',"
        " updated_at = updated_at - $2 * interval '1 minute' where id = $1", ticket, minutes)


async def test_it_acts_once_when_the_time_has_come(desk: Desk) -> None:
    await desk.rule(do("severity", "up"), do("note", "等了很久"), when=("time",), given={"all": [LONG]})
    ticket, other = await desk.ticket(), await desk.ticket()
    assert await actions.tick(desk.kit) == 0
    await older(desk, ticket, 40)
    assert sum(await asyncio.gather(*(actions.tick(desk.kit) for _ in range(4)))) == 1
    assert await actions.tick(desk.kit) == 0
    assert [(await desk.row(t))["severity"] for t in (ticket, other)] == ["P2", "P3"]
    [run] = await desk.runs(ticket)
    assert (run["trigger"], run["results"][0]["seen"][0]["saw"]) == ("time", 40)
    mei = await desk.world.customer()
    await desk.world.say(mei, ticket, "还在吗")
    assert await actions.tick(desk.kit) == 1
    assert (await desk.row(ticket))["severity"] == "P1"


async def test_other_conditions_count_too(desk: Desk) -> None:
    await desk.rule(do("note", "x"), when=("time",), given={"all": [LONG, leaf("severity", "is", "P0")]})
    ticket = await desk.ticket()
    await older(desk, ticket, 40)
    assert await actions.tick(desk.kit) == 0
    await desk.change(ticket, severity="P0")
    assert await actions.tick(desk.kit) == 1


@pytest.mark.parametrize("given", [{"all": []}, {"any": [LONG]}, {"not": LONG}, leaf("waiting_minutes", "less_than", 30), leaf("severity", "is", "P1")])
async def test_a_rule_about_time_needs_a_time(desk: Desk, given: object) -> None:
    body = {"zh": "甲", "en": "A", "triggers": ["time"], "conditions": given, "effects": [do("note", "x")]}
    assert (await desk.sol.post("/rules", json=body)).json()["code"] == "rule_time_open"


async def test_many_tickets_are_looked_at_by_pages(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from farol.desk.rules.actions import run

    monkeypatch.setattr(run, "PAGE", 2)
    await desk.rule(do("tag_add", ["late"]), when=("time",), given={"all": [LONG]})
    for _ in range(5):
        await older(desk, await desk.ticket(), 60)
    assert await actions.tick(desk.kit) == 5
