"""Ladders: which one fits, and what cannot be one."""

from typing import Any

import pytest

from farol.app.demo import cast
from farol.desk.escalation.model import Candidate, Facts, Ladder, Owner, Step, choose, fitting
from farol.desk.escalation.tests.conftest import Desk
from farol.kit import clock

STEP = {"owner": {"kind": "role", "key": "duty"}, "wait_s": 600}


def ladder(id_: int, **some: Any) -> Ladder:
    """A ladder with these conditions."""
    empty: dict[str, Any] = {"reasons": [], "severities": [], "tiers": [], "teams": []}
    return Ladder(id_, str(id_), **{**empty, **some}, on_breach=False, steps=[Step(Owner("lead"), 600)])


def test_the_most_particular_ladder_fits_best() -> None:
    facts = Facts(1, "FRL-1", "open", "P1", "wd.not_received", "VIP 3", "wallet", None, clock.now())
    all_ = [ladder(1), ladder(2, reasons=["wd"]), ladder(3, reasons=["wd.not_received"]), ladder(4, reasons=["wd"], tiers=["vip"]),
            ladder(5, severities=["P0"]), ladder(6, teams=["wallet"], severities=["P1"]), ladder(7, tiers=["VI"]), ladder(8, reasons=["dep"])]
    assert [x.id for x in fitting(all_, facts)] == [3, 4, 2, 6, 1]


def test_whose_a_step_is() -> None:
    def who(id_: int, role: str, *teams: str, here: bool = True, held: int = 0) -> Candidate:
        return Candidate(id_, str(id_), role, here, frozenset(teams), held)

    near, far, duty, agent = who(1, "lead", "wallet"), who(2, "lead", "kyc"), who(3, "duty"), who(4, "agent", "wallet")
    away = who(5, "lead", "wallet", here=False)

    def chosen(owner: Owner, *people: Candidate, **more: Any) -> int | None:
        found = choose(owner, people, "wallet", **more)
        return found.id if found else None

    assert chosen(Owner("lead"), agent, duty, far, near) == 1
    assert chosen(Owner("lead"), agent, duty, far) == 3
    assert chosen(Owner("lead"), agent, far, away) == 2
    assert chosen(Owner("lead", "kyc"), near, far, duty) == 2
    assert chosen(Owner("person", "4"), near, duty, agent) == 4
    assert chosen(Owner("role", "security"), near, duty) == 3
    assert chosen(Owner("lead"), agent, away) == 5
    assert chosen(Owner("lead"), agent) is None
    assert chosen(Owner("lead"), near, who(6, "lead", "wallet", held=0), avoid=frozenset({1})) == 6
    assert chosen(Owner("lead"), near, away, avoid=frozenset({1})) == 1
    assert chosen(Owner("lead"), near, away, rather_not=frozenset({1})) == 5
    assert chosen(Owner("lead"), who(7, "lead", "wallet", held=2), who(8, "lead", "wallet", held=1)) == 8


async def test_a_ladder_is_made_changed_and_taken_away(desk: Desk) -> None:
    sol, ana = await desk.world.staff(cast.SOL), await desk.world.staff(cast.ANA)
    assert [x["name"] for x in (await sol.ok("GET", "/ladders"))["ladders"]] == ["Security", "Wallet"]
    body = {"name": " VIP ", "tiers": ["VIP"], "steps": [STEP]}
    made = (await sol.ok("POST", "/ladders", json=body))["id"]
    assert (await sol.post("/ladders", json={**body, "name": "vip"})).json()["code"] == "ladder_name_taken"
    await sol.ok("PUT", f"/ladders/{made}", json={**body, "name": "VIP desk", "on_breach": True})
    assert [x["name"] for x in (await sol.ok("GET", "/ladders"))["ladders"]] == ["Security", "VIP desk", "Wallet"]
    assert (await ana.ok("GET", f"/tickets/{await desk.ticket()}/escalations"))["ladders"][0]["name"] == "VIP desk"
    await sol.ok("DELETE", f"/ladders/{made}")
    assert (await sol.delete(f"/ladders/{made}")).status_code == 404
    assert (await ana.get("/ladders")).status_code == 403
    kinds = await desk.kit.db.fetch("select kind from event where stream = $1 order by seq", f"ladder:{made}")
    assert [r["kind"] for r in kinds] == ["escalation.ladder_saved", "escalation.ladder_saved", "escalation.ladder_removed"]


@pytest.mark.parametrize("wrong", [
    {"steps": []}, {"steps": [STEP] * 9}, {"reasons": ["nothing"]}, {"severities": ["P9"]}, {"teams": ["nobody"]},
    {"steps": [{**STEP, "owner": {"kind": "role", "key": "viewer"}}]}, {"steps": [{**STEP, "owner": {"kind": "person", "key": "0"}}]},
    {"steps": [{**STEP, "owner": {"kind": "lead", "key": "nobody"}}]}, {"steps": [{**STEP, "wait_s": 5}]}, {"name": "  "}])
async def test_a_ladder_that_could_never_work(desk: Desk, wrong: dict[str, Any]) -> None:
    sol = await desk.world.staff(cast.SOL)
    answer = await sol.post("/ladders", json={"name": "L", "steps": [STEP], **wrong})
    assert answer.status_code == 422


async def test_defaults_are_put_in_once(desk: Desk) -> None:
    from farol.desk.escalation import actions

    sol = await desk.world.staff(cast.SOL)
    for each in (await sol.ok("GET", "/ladders"))["ladders"]:
        await sol.ok("DELETE", f"/ladders/{each['id']}")
    await actions.seed(desk.kit)
    assert (await sol.ok("GET", "/ladders"))["ladders"] == []
