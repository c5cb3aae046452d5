"""Saving lists, sharing them, counting them."""

from typing import Any

import pytest

from farol.app.demo import cast
from tests.world import World

URGENT = {"all": [{"field": "status", "op": "in", "value": ["open"]}, {"any": [
    {"field": "severity", "op": "is", "value": "P0"}, {"not": {"field": "reason", "op": "empty"}}]}]}


def body(**more: Any) -> dict[str, Any]:
    return {"zh": "紧急", "en": "Urgent", "conditions": URGENT, **more}


async def test_a_saved_list_is_read_changed_and_removed(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ids = [(await world.open(mei, f"nr {n}"))["ticket"]["id"] for n in range(2)]
    await ana.ok("PATCH", f"/tickets/{ids[1]}", json={"version": 1, "severity": "P0"})
    view = (await ana.ok("POST", "/views", json=body(columns=["owner", "owner", "due"])))["id"]
    shown = await ana.ok("GET", f"/views/{view}")
    assert (shown["zh"], shown["mine"], shown["columns"], shown["version"]) == ("紧急", True, ["owner", "due"], 1)
    assert [row["id"] for row in (await ana.ok("GET", "/inbox", params={"view": view}))["rows"]] == [ids[1]]
    assert (await ana.ok("GET", "/inbox/counts"))["views"] == {str(view): 1}
    assert (await ana.ok("PUT", f"/views/{view}", json=body(en="Now", version=1)))["version"] == 2
    assert (await ana.put(f"/views/{view}", json=body(version=1))).status_code == 409
    await ana.ok("DELETE", f"/views/{view}")
    assert (await ana.get(f"/views/{view}")).status_code == 404
    assert (await ana.get("/inbox", params={"view": view})).status_code == 404


async def test_a_list_is_seen_by_those_it_is_for(world: World) -> None:
    ana, tim, sol = await world.staff(), await world.staff(cast.TIM), await world.staff(cast.SOL)
    team = await world.kit.db.fetchval("insert into team (key, zh, en, reasons) values ('wallet', '钱包', 'Wallet', '{}') returning id")
    for who in (ana, sol):
        await world.kit.db.execute("insert into team_member (team_id, staff_id, set_by) values ($1, $2, 'staff:0')", team,
                                   (await who.ok("GET", "/session"))["id"])
    assert (await ana.post("/views", json=body(scope="all"))).status_code == 403
    assert (await sol.post("/views", json=body(scope="team"))).status_code == 422
    assert (await sol.post("/views", json=body(scope="team", team_id=987_654_321))).status_code == 422
    everybodys = (await sol.ok("POST", "/views", json=body(scope="all")))["id"]
    teams = (await sol.ok("POST", "/views", json=body(scope="team", team_id=team)))["id"]
    own = (await sol.ok("POST", "/views", json=body()))["id"]
    assert {v["id"] for v in (await sol.ok("GET", "/views"))["views"]} == {everybodys, teams, own}
    assert {v["id"] for v in (await ana.ok("GET", "/views"))["views"]} == {everybodys, teams}
    assert {v["id"] for v in (await tim.ok("GET", "/views"))["views"]} == {everybodys}
    assert (await tim.get("/inbox", params={"view": teams})).status_code == 404
    assert (await ana.get(f"/views/{own}")).status_code == 404
    assert (await ana.delete(f"/views/{everybodys}")).status_code == 403
    assert (await ana.delete(f"/views/{own}")).status_code == 404


@pytest.mark.parametrize(("conditions", "at"), [
    ({"all": [{"field": "severity", "op": "is", "value": "P9"}]}, "all.0"),
    ({"all": [{"any": [{"field": "nothing", "op": "is", "value": 1}]}]}, "all.0.any.0"),
    ({"field": "subject", "op": "contains", "value": "x" * 201}, ""),
    ({"all": [{"field": "status", "op": "is", "value": "open"}] * 61}, ""),
    ({"not": {"not": {"not": {"not": {"not": {"not": {"field": "status", "op": "empty"}}}}}}}, "not.not.not.not.not.not"),
    ({}, ""),
])
async def test_what_is_wrong_is_said_with_its_place(world: World, conditions: Any, at: str) -> None:
    ana = await world.staff()
    for path, sent in (("/views", body(conditions=conditions)), ("/views/preview", {"conditions": conditions})):
        answer = await ana.post(path, json=sent)
        assert answer.status_code == 422, answer.text
        assert answer.json()["at"] == at


async def test_a_preview_counts_and_shows(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    for n in range(7):
        await world.open(mei, f"nr {n}")
    found = await ana.ok("POST", "/views/preview", json={"conditions": {"field": "status", "op": "is", "value": "open"}})
    assert (found["count"], len(found["rows"])) == (7, 5)


async def test_forty_nested_conditions_are_taken(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    await world.open(mei)
    leaf = {"any": [{"field": "words", "op": "contains", "value": ["USDT", "没到"]}, {"field": "field.bank", "op": "more_than", "value": 3}]}
    deep = {"all": [{"any": [{"all": [leaf, {"not": {"field": "tag", "op": "is", "value": f"t{n}"}}, {"field": "tier", "op": "is_not", "value": "VIP"}]},
                             leaf, {"field": "due_minutes", "op": "less_than", "value": n}]} for n in range(5)]}
    found = await ana.ok("POST", "/views/preview", json={"conditions": deep})
    assert found["count"] == 1
