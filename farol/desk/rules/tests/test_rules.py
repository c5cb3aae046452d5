"""Rules are written by who may, checked, kept in every version, ordered."""

from typing import Any

import pytest

from farol.app.demo import cast

from .conftest import Desk, do, leaf


def body(**more: Any) -> dict[str, Any]:
    return {"zh": "甲", "en": "A", "triggers": ["opened"], "conditions": {"all": []}, "effects": [do("severity", "P1")], **more}


async def test_only_who_may(desk: Desk) -> None:
    ana = await desk.world.staff(cast.ANA)
    for method, path in (("GET", "/rules"), ("POST", "/rules"), ("POST", "/rules/trial"), ("PUT", "/rules/order")):
        assert (await ana.request(method, path, **({} if method == "GET" else {"json": body()}))).status_code == 403


@pytest.mark.parametrize(("more", "code"), [
    ({"zh": " "}, "rule_empty"), ({"effects": []}, "rule_empty"), ({"triggers": []}, "rule_empty"), ({"triggers": ["full moon"]}, "invalid"),
    ({"conditions": {"all": [leaf("colour", "is", "x")]}}, "condition_invalid"), ({"conditions": {}}, "condition_invalid"),
    ({"effects": [do("promise", 60)]}, "effect_invalid"), ({"effects": [do("owner", "me")]}, "effect_invalid"),
    ({"effects": [do("owner", 987654)]}, "effect_invalid"), ({"effects": [do("notify", [987654])]}, "effect_invalid"),
    ({"effects": [do("macro", 987654)]}, "effect_invalid"), ({"effects": [do("stage", "nowhere")]}, "effect_invalid"),
])
async def test_what_is_wrong_is_said(desk: Desk, more: dict[str, Any], code: str) -> None:
    refused = await desk.sol.post("/rules", json=body(**more))
    assert (refused.status_code, refused.json()["code"]) == (422, code)
    assert (await desk.sol.post("/rules/trial", json={k: v for k, v in body(**more).items()})).json()["code"] == code


async def test_a_condition_is_refused_with_its_place(desk: Desk) -> None:
    tree = {"all": [leaf("severity", "is", "P1"), {"any": [leaf("words", "contains", "x"), leaf("owner", "is", "everybody")]}]}
    refused = (await desk.sol.post("/rules", json=body(conditions=tree), headers={"accept-language": "zh"})).json()
    assert (refused["at"], refused["why"]) == ("all.1.any.1", "value")


async def test_versions_and_who_changed_it(desk: Desk) -> None:
    made = await desk.sol.ok("POST", "/rules", json=body())
    assert (made["version"], made["active"], made["name"]) == (1, False, "Sol Navarro")
    on = await desk.sol.ok("PUT", f"/rules/{made['id']}", json=body(active=True, version=1))
    assert (on["version"], on["active"]) == (2, True)
    assert (await desk.sol.put(f"/rules/{made['id']}", json=body(version=1))).json()["code"] == "conflict"
    kept = (await desk.sol.ok("GET", f"/rules/{made['id']}/versions"))["versions"]
    assert [(v["version"], v["content"]["active"]) for v in kept] == [(2, True), (1, False)]
    assert (await desk.sol.get("/rules/987654/versions")).status_code == 404
    assert (await desk.sol.put("/rules/987654", json=body(version=1))).status_code == 404
    assert (await desk.sol.delete("/rules/987654")).status_code == 404


async def test_order_names_every_rule_once(desk: Desk) -> None:
    ids = [(await desk.sol.ok("POST", "/rules", json=body(en=n)))["id"] for n in "ABC"]
    turned = await desk.sol.ok("PUT", "/rules/order", json={"ids": ids[::-1]})
    assert [rule["id"] for rule in turned["rules"]] == ids[::-1]
    for wrong in (ids[:2], [*ids, ids[0]], [*ids[:2], 987654]):
        assert (await desk.sol.put("/rules/order", json={"ids": wrong})).status_code == 409
