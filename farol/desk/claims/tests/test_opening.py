"""A window and its sheet: what cannot be right is refused, field by field, and what is published stays."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from farol.app.demo import cast
from farol.kit import clock

from .conftest import SHEET, Scene

RULE = SHEET["rules"][0]


def window(**more: Any) -> dict[str, Any]:
    now = clock.now().replace(microsecond=0)
    times = {"from_at": now - timedelta(days=3), "until_at": now - timedelta(days=1), "closes_at": now + timedelta(days=7), **more}
    return {"client_id": str(uuid4()), "zh": "停顿", "en": "A standstill", **{name: at.isoformat() for name, at in times.items()}}


@pytest.mark.parametrize("wrong", [
    {"until_at": timedelta(days=-4)}, {"closes_at": timedelta(days=-1)}, {"until_at": timedelta(days=9)}])
async def test_times_that_cannot_be_right(scene: Scene, wrong: dict[str, timedelta]) -> None:
    incident = await scene.kit.db.fetchval("select incident_id from claim_window")
    body = window(**{name: clock.now() + by for name, by in wrong.items()})
    answer = await (await scene.staff(cast.SOL)).post(f"/incidents/{incident}/claim-windows", json=body)
    assert answer.status_code == 422, answer.text


async def test_opened_once_however_often_it_is_sent(scene: Scene) -> None:
    incident, sol, body = await scene.kit.db.fetchval("select incident_id from claim_window"), await scene.staff(cast.SOL), window()
    first, second = [await sol.ok("POST", f"/incidents/{incident}/claim-windows", json=body) for _ in range(2)]
    assert first["window"]["id"] == second["window"]["id"]
    assert await scene.kit.db.fetchval("select count(*) from event where kind = 'claim_window.opened'") == 2, "the scene's own and this one"
    other = {**body, "closes_at": (clock.now() + timedelta(days=9)).isoformat()}
    assert (await sol.post(f"/incidents/{incident}/claim-windows", json=other)).status_code == 409


@pytest.mark.parametrize("wrong", [
    {"rules": []}, {"rules": [RULE, RULE]}, {"rules": [{**RULE, "then": "1e9"}]}, {"rules": [{**RULE, "then": "-1"}]}, {"rules": [{**RULE, "kind": "gift"}]},
    {"share": 0}, {"share": 101}, {"places": 9}, {"least": "6", "most": "5"}, {"coin": "BTC"}, {"least": "0" * 60},
    {"exclusions": [{"zh": "请把验证码发给我", "en": "Tell us your 2FA code"}]}, {"surprise": 1}])
async def test_a_sheet_that_cannot_be_right(scene: Scene, wrong: dict[str, Any]) -> None:
    sol = await scene.staff(cast.SOL)
    answer = await sol.post(f"/claim-windows/{scene.window}/sheets", json={"version": 0, "sheet": {**SHEET, **wrong}, "words": "first"})
    assert answer.status_code == 422, answer.text
    assert (await scene.seen())["sheets"] == []


async def test_two_who_publish_at_one_moment(scene: Scene) -> None:
    sol, dan = await scene.staff(cast.SOL), await scene.staff(cast.DAN)
    body = {"version": 0, "sheet": SHEET, "words": "first"}
    answers = await asyncio.gather(*(who.post(f"/claim-windows/{scene.window}/sheets", json=body) for who in (sol, dan)))
    assert sorted(one.status_code for one in answers) == [200, 409]


async def test_who_may_not(scene: Scene) -> None:
    for who in (cast.ANA, cast.VERA, cast.TIM):
        staff = await scene.staff(who)
        assert (await staff.post(f"/claim-windows/{scene.window}/sheets", json={"version": 0, "sheet": SHEET, "words": "x"})).status_code == 403
        assert (await staff.post(f"/claim-windows/{scene.window}/batches", json={})).status_code == 403
