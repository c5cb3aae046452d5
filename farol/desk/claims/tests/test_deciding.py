"""Four eyes over many claims: other eyes, from elsewhere, on the sheet that holds, within what they may pay."""

import asyncio
from decimal import Decimal

import pytest

from farol.app.demo import cast
from farol.desk.claims.actions import batching
from farol.trust.proposals import limits

from .conftest import Scene


async def worked_out(scene: Scene) -> None:
    await scene.publish()
    await scene.make()
    await scene.work()


async def test_the_second_pair_of_eyes_is_elsewhere(scene: Scene) -> None:
    await worked_out(scene)
    batch = await scene.batch()
    dan = await scene._at(cast.DAN, "203.0.113.9")  # where Sol sits
    assert (await dan.post(f"/claim-batches/{batch}/decision", json={"agree": True})).json()["code"] == "claim_another_person"
    assert (await dan.post(f"/claim-batches/{batch}/decision", json={"agree": False})).status_code == 200, "a no needs no distance"


async def test_raced_it_is_decided_once(scene: Scene) -> None:
    await worked_out(scene)
    batch = await scene.batch()
    dan, vera = await scene.staff(cast.DAN), await scene.staff(cast.VERA)
    answers = await asyncio.gather(*(
        who.post(f"/claim-batches/{batch}/decision", json={"agree": agree}) for who in (dan, vera) for agree in (True, False)))
    assert sorted(one.status_code for one in answers) == [200, 409, 409, 409]
    assert await scene.kit.db.fetchval("select count(*) from event where kind = 'claim_batch.decided'") == 1


async def test_nobody_agrees_to_what_another_sheet_holds_for_by_now(scene: Scene) -> None:
    await worked_out(scene)
    batch = await scene.batch()
    await scene.publish(1, share=50)
    await scene.work()
    assert (await scene.decide(batch, status=409))["code"] == "claim_sheet_changed"
    await scene.decide(batch, agree=False)
    await scene.work()
    assert ((await scene.claim())["state"], (await scene.claim())["version"], (await scene.claim())["amount"]) == ("assessed", 2, "99.94")
    await scene.decide(await scene.batch())
    await scene.work()
    assert "99.94 USDT" in await scene.said()


async def test_more_than_the_maker_may_pay_is_not_promised(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    await worked_out(scene)
    small = {**limits.MATRIX["claim"], "lead": limits.Limit(Decimal(100), Decimal(1_000), Decimal(100))}
    monkeypatch.setitem(limits.MATRIX, "claim", small)
    answer = await (await scene.staff(cast.SOL)).post(f"/claim-windows/{scene.window}/batches", json={})
    assert (answer.status_code, answer.json()["code"]) == (409, "claim_batch_over_limit")
    assert answer.json()["top"] == "159.91"
    assert (await scene.claim())["state"] == "assessed", "nothing was kept of it"
    await scene.batch(cast.DAN)


async def test_a_batch_is_as_large_as_one_decision_and_the_others_make_the_next(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    await worked_out(scene)
    row = await scene.kit.db.fetchrow("select window_id, customer_id, ticket_id, version, lines, logs from claim")
    for n in range(3):
        await scene.kit.db.execute(
            "insert into claim (window_id, customer_id, uid, ticket_id, words, state, version, lines, logs, amount, whole) "
            "values ($1, $2, $3, $4, '', 'assessed', $5, $6, $7, 1, 1)",
            row["window_id"], row["customer_id"], f"other-{n}", row["ticket_id"], row["version"], row["lines"], row["logs"])
    monkeypatch.setattr(batching, "MOST", 3)
    first = await scene.batch()
    assert await scene.kit.db.fetchval("select count(*) from claim where batch_id = $1", first) == 3
    await scene.decide(first)
    second = await scene.batch()
    assert await scene.kit.db.fetchval("select count(*) from claim where batch_id = $1", second) == 1
    decided = await scene.kit.db.fetchval("select count(*) from event where kind = 'claim.decided'")
    assert decided == 3, "each claim of a batch gets its decision"
    assert await scene.kit.db.fetchval("select count(*) from pgqueuer where entrypoint = 'claims.say'") == 3


async def test_letters_in_the_customers_language(scene: Scene) -> None:
    await scene.publish()
    await scene.make()
    await scene.work()  # the words of the claim's ticket are heard as English first
    await scene.kit.db.execute("update ticket set language = 'zh-Hans' where id = (select ticket_id from claim)")
    await scene.decide(await scene.batch())
    await scene.work()
    said = await scene.said()
    assert "已通过，金额 159.91 USDT" in said
    assert "被系统拒绝的订单 BTC-USDT-PERP" in said
    assert "0.2 × (96000 − 95000.55) = 199.89 USDT" in said
    assert said.rstrip().endswith("由没有参与决定的人重新看。")
    assert "granted" not in said
