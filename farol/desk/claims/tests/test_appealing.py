"""An appeal is decided once, by somebody who had no part in the decision, and paid once."""

import asyncio

import pytest

from farol.app.demo import cast
from farol.desk.claims.actions import appealing

from .conftest import Scene


async def refused(scene: Scene, by: cast.StaffMember = cast.ANA) -> int:
    """The one line is left out, so nothing is granted, and Sean appeals: the claim."""
    await scene.publish()
    await scene.make()
    await scene.work()
    claim = await scene.claim()
    await (await scene.staff(by)).ok("POST", f"/claims/{claim['id']}/lines", json={"line": claim["lines"][0]["key"], "exclusion": 0})
    await scene.decide(await scene.batch())
    await scene.work()
    await scene.sean.post(f"/my/claims/{scene.window}/appeal", words="I did place one")
    return int(claim["id"])


async def test_whoever_left_the_line_out_does_not_decide(scene: Scene) -> None:
    claim = await refused(scene, cast.VERA)
    vera = await scene.staff(cast.VERA)
    answer = await vera.post(f"/claims/{claim}/appeal", json={"extra": "0", "words": "It stays"})
    assert (answer.status_code, answer.json()["code"]) == (403, "claim_another_person")


async def test_bad_answers(scene: Scene) -> None:
    claim, vera = await refused(scene), await scene.staff(cast.VERA)
    for extra, words in (("159.911", "x"), ("160", "x"), ("159.91", " "), ("-1", "x"), ("1e2", "x"), ("NaN", "x")):
        assert (await vera.post(f"/claims/{claim}/appeal", json={"extra": extra, "words": words})).status_code == 422, (extra, words)
    assert (await scene.claim())["appeal"]["outcome"] == "open"


async def test_raced_it_is_decided_once_and_proposed_once(scene: Scene) -> None:
    claim = await refused(scene)
    vera = await scene.staff(cast.VERA)
    bodies = [{"extra": extra, "words": "looked at anew"} for extra in ("159.91", "100", "0", "159.91")]
    answers = await asyncio.gather(*(vera.post(f"/claims/{claim}/appeal", json=body) for body in bodies))
    assert sorted(one.status_code for one in answers) == [200, 409, 409, 409]
    extra = (await scene.claim())["appeal"]["extra"]
    assert await scene.kit.db.fetchval("select count(*) from proposal where type = 'claim.pay'") == int(float(extra) > 0)


async def test_a_process_that_dies_after_the_decision_pays_once(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    claim, vera = await refused(scene), await scene.staff(cast.VERA)

    async def dies(*_: object) -> None:
        return None

    with monkeypatch.context() as patch:
        patch.setattr(appealing.pay_appeal, "run", dies)
        await vera.ok("POST", f"/claims/{claim}/appeal", json={"extra": "159.91", "words": "There was one"})
    assert await scene.kit.db.fetchval("select proposal_id from claim_appeal") is None
    await scene.work()
    proposal = await scene.kit.db.fetchval("select proposal_id from claim_appeal")
    await (await scene.staff(cast.DAN)).ok("POST", f"/proposals/{proposal}/approval", json={})
    await scene.work()
    scene.finance()
    await scene.work()
    assert str(scene.money()["USDT"]) == "159.91"
    assert await scene.kit.db.fetchval("select count(*) from proposal where type = 'claim.pay'") == 1


async def test_an_appeal_in_chinese(scene: Scene) -> None:
    claim, vera = await refused(scene), await scene.staff(cast.VERA)
    await scene.kit.db.execute("update ticket set language = 'zh' where id = (select ticket_id from claim)")
    await vera.ok("POST", f"/claims/{claim}/appeal", json={"extra": "0", "words": "日志里没有新的订单"})
    await scene.work()
    assert "已重新看过，决定不变。日志里没有新的订单。" in await scene.said()
