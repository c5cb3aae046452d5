"""Who may have which macro, and how it is written, changed and taken away."""

from typing import Any

import pytest

from farol.app.demo import cast
from tests.world import Client, World


def macro(**more: Any) -> dict[str, Any]:
    return {"scope": "me", "name_zh": "问候", "name_en": "Greeting", "zh": "{{customer.name}}您好", "en": "Hello {{customer.name}}", **more}


async def names(client: Client) -> list[str]:
    return [m["name_en"] for m in (await client.ok("GET", "/macros"))["macros"]]


async def test_ones_own_are_ones_own(world: World) -> None:
    ana, sol = await world.staff(), await world.staff(cast.SOL)
    made = await ana.ok("POST", "/macros", json=macro(shortcut="/Hi"))
    assert (made["version"], made["shortcut"], made["editable"], made["uses"]) == (1, "hi", True, 0)
    assert await names(ana) == ["Greeting"]
    assert await names(sol) == []
    assert (await sol.put(f"/macros/{made['id']}", json=macro(version=1))).status_code == 404
    assert (await sol.delete(f"/macros/{made['id']}")).status_code == 404
    assert (await sol.get(f"/macros/{made['id']}/versions")).status_code == 404


async def test_shared_ones_are_for_those_who_may_share(world: World) -> None:
    ana, sol = await world.staff(), await world.staff(cast.SOL)
    assert (await ana.post("/macros", json=macro(scope="all"))).status_code == 403
    made = await sol.ok("POST", "/macros", json=macro(scope="all"))
    shown = (await ana.ok("GET", "/macros"))["macros"][0]
    assert (shown["id"], shown["editable"]) == (made["id"], False)
    assert (await ana.put(f"/macros/{made['id']}", json=macro(version=1))).status_code == 403
    assert (await sol.post("/macros", json=macro(scope="team"))).json()["code"] == "macro_team_missing"


async def test_a_change_stands_on_the_version_on_screen_and_versions_are_kept(world: World) -> None:
    ana = await world.staff()
    made = await ana.ok("POST", "/macros", json=macro())
    changed = await ana.ok("PUT", f"/macros/{made['id']}", json=macro(zh="您好", version=1))
    assert (changed["version"], changed["zh"]) == (2, "您好")
    assert (await ana.put(f"/macros/{made['id']}", json=macro(version=1))).json()["code"] == "conflict"
    kept = (await ana.ok("GET", f"/macros/{made['id']}/versions"))["versions"]
    assert [(v["version"], v["content"]["zh"], v["name"]) for v in kept] == [(2, "您好", "Ana Duarte"), (1, "{{customer.name}}您好", "Ana Duarte")]
    await ana.ok("DELETE", f"/macros/{made['id']}")
    assert await names(ana) == []
    assert (await ana.delete(f"/macros/{made['id']}")).status_code == 404


@pytest.mark.parametrize(("more", "code"), [
    ({"zh": "{{customer.email}}"}, "macro_variable_unknown"), ({"en": "Hello {{"}, "macro_variable_unknown"), ({"zh": "请提供验证码"}, "never_asked"),
    ({"name_zh": " "}, "macro_empty"), ({"zh": "", "en": ""}, "macro_empty"), ({"zh": "x" * 4001}, "macro_too_long"),
    ({"effects": [{"do": "status", "value": "gone"}]}, "effect_invalid"), ({"effects": [{"do": "notify", "value": ["owner"]}]}, "effect_invalid"),
    ({"effects": [{"do": "tag_add", "value": ["a b!"]}]}, "effect_invalid"), ({"effects": [{"do": "promise", "value": 1}]}, "effect_invalid"),
    ({"effects": [{"do": "severity", "value": "P1"}, {"do": "severity", "value": "P2"}]}, "effect_invalid"), ({"effects": [{"do": "severity"}]}, "effect_invalid"),
    ({"effects": [{"do": "reason", "value": "no.such"}]}, "effect_invalid"), ({"effects": [{"do": "owner", "value": "ana"}]}, "effect_invalid"),
])
async def test_what_is_wrong_is_said(world: World, more: dict[str, Any], code: str) -> None:
    ana = await world.staff()
    refused = await ana.post("/macros", json=macro(**more))
    assert (refused.status_code, refused.json()["code"]) == (422, code)


async def test_a_macro_can_do_nothing_its_writer_may_not(world: World) -> None:
    tim = await world.staff(cast.TIM)
    refused = await tim.post("/macros", json=macro(effects=[{"do": "severity", "value": "P1"}]))
    assert (refused.json()["code"], refused.json()["why"]) == ("effect_invalid", "may_not")
    await tim.ok("POST", "/macros", json=macro(effects=[{"do": "note", "value": "问过了"}]))
    assert "severity" not in (await tim.ok("GET", "/macros"))["effects"]


async def test_a_shortcut_is_one_macros(world: World) -> None:
    ana = await world.staff()
    await ana.ok("POST", "/macros", json=macro(shortcut="hi"))
    assert (await ana.post("/macros", json=macro(shortcut="HI"))).json()["code"] == "shortcut_taken"
