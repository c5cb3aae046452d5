"""A dry run shows what would be, does nothing, and finds rules that would chase each other."""

from typing import Any

from farol.app.demo import cast

from .conftest import Desk, do, leaf


def trial(given: Any, *effects: dict[str, Any], when: tuple[str, ...] = ("opened",), **more: Any) -> dict[str, Any]:
    return {"zh": "甲", "en": "A", "triggers": list(when), "conditions": given, "effects": list(effects), **more}


async def test_it_shows_what_would_change_and_changes_nothing(desk: Desk) -> None:
    vip, plain = await desk.ticket(), await desk.ticket(who=cast.IVAN)
    before = await desk.kit.db.fetchval("select count(*) from event")
    found = await desk.sol.ok("POST", "/rules/trial", json=trial({"all": [leaf("tier", "is", "VIP")]}, do("severity", "up"), do("tag_add", ["vip"])))
    assert (found["looked"], found["matched"], found["changed"], found["chains"]) == (2, 1, 1, [])
    [hit] = found["hits"]
    assert (hit["ticket_id"], hit["seen"][0]["saw"]) == (vip, cast.MEI.tier)
    assert [(w["do"], w["was"], w["value"], w["changes"]) for w in hit["would"]] == [("severity", "P3", "P2", True), ("tag_add", [], ["vip"], True)]
    assert plain
    assert await desk.kit.db.fetchval("select count(*) from event") == before
    assert (await desk.row(vip))["severity"] == "P3"


async def test_what_matches_and_changes_nothing_is_counted_so(desk: Desk) -> None:
    await desk.ticket()
    found = await desk.sol.ok("POST", "/rules/trial", json=trial({"all": []}, do("severity", "P3")))
    assert (found["matched"], found["changed"]) == (1, 0)


async def test_rules_that_chase_each_other_are_found(desk: Desk) -> None:
    other = await desk.rule(do("severity", "P3"), when=("changed",), given=leaf("severity", "is", "P1"), name="B")
    await desk.ticket()
    found = await desk.sol.ok("POST", "/rules/trial", json=trial(leaf("severity", "is", "P3"), do("severity", "P1"), when=("changed",)))
    [chain] = found["chains"]
    assert chain["loop"]
    assert [name["id"] for name in chain["rules"]] == [0, other, 0]


async def test_what_would_follow_is_shown(desk: Desk) -> None:
    other = await desk.rule(do("tag_add", ["urgent"]), when=("changed",), given=leaf("severity", "is", "P1"), name="B")
    await desk.ticket()
    found = await desk.sol.ok("POST", "/rules/trial", json=trial({"all": []}, do("severity", "P1")))
    [chain] = found["chains"]
    assert (chain["loop"], [name["id"] for name in chain["rules"]]) == (False, [0, other])


async def test_a_rule_that_is_changed_takes_its_own_place(desk: Desk) -> None:
    rule = await desk.rule(do("severity", "P1"), when=("changed",), given=leaf("severity", "is", "P3"))
    await desk.ticket()
    found = await desk.sol.ok("POST", "/rules/trial", json=trial(leaf("severity", "is", "P3"), do("severity", "P2"), when=("changed",), rule_id=rule, tickets=1000))
    assert found["chains"] == []


async def test_tickets_that_one_may_not_see_are_not_looked_at(desk: Desk) -> None:
    ticket = await desk.ticket()
    await desk.kit.db.execute("update staff set role = 'lead'")
    found = await desk.sol.ok("POST", "/rules/trial", json=trial({"all": []}, do("severity", "P1")))
    assert [hit["ticket_id"] for hit in found["hits"]] == [ticket]
