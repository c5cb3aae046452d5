"""Paid once: whatever fails, dies or is tried again in between."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from farol.app.demo import cast
from farol.desk.claims import actions
from farol.desk.claims.actions.paying import Paying, pay_one
from farol.kit.db import transaction
from farol.trust.proposals import limits

from .conftest import Scene

PROPOSALS = "select id, state, why from proposal where type = 'claim.pay' order by id"


async def decided(scene: Scene) -> int:
    """Sean's claim is agreed to, and nobody has begun to pay it."""
    await scene.publish()
    await scene.make()
    await scene.work()
    await scene.decide(await scene.batch())
    await scene.kit.db.execute("delete from pgqueuer where entrypoint = 'claims.pay'")
    return int((await scene.claim())["id"])


async def test_a_payment_that_failed_is_tried_anew_and_paid_once(scene: Scene) -> None:
    claim = await decided(scene)
    await pay_one.run(scene.kit, Paying(claim))
    first = await scene.kit.db.fetchval("select proposal_id from claim")
    await scene.kit.db.execute("update proposal set state = 'failed', why = 'conflict', settled_at = now() where id = $1", first)
    async with transaction(scene.kit.db) as tx:
        await actions.paid(tx, first, False, "conflict")
    found = await scene.claim()
    assert (found["state"], found["why"], found["proposal_id"]) == ("agreed", "conflict", None)
    await scene.kit.db.execute("update claim set decided_at = now() - interval '1 hour'")
    await actions.pay_waiting(scene.kit)
    assert (await scene.claim())["state"] == "agreed", "what the exchange said no to waits for a person"
    await (await scene.staff(cast.SOL)).ok("POST", f"/claims/{claim}/payment")
    await scene.work()
    assert await scene.kit.db.fetchval("select proposal_id from claim") not in (None, first)
    scene.finance()
    await scene.work()
    assert (await scene.claim())["state"] == "paid"
    assert str(scene.money()["USDT"]) == "159.91"


async def test_what_stands_still_at_a_days_limit_goes_on_by_itself(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = await decided(scene)
    with monkeypatch.context() as patch:
        patch.setitem(limits.DESK_DAY, "claim", Decimal(1))
        await pay_one.run(scene.kit, Paying(claim))
        assert ((await scene.claim())["state"], (await scene.claim())["why"]) == ("agreed", "over_limit")
    await scene.kit.db.execute("update claim set decided_at = now() - interval '1 hour'")
    await actions.pay_waiting(scene.kit)
    assert ((await scene.claim())["state"], (await scene.claim())["why"]) == ("paying", "")


async def test_withdrawn_by_its_maker_it_is_told_and_tried_anew_by_a_person(scene: Scene) -> None:
    claim = await decided(scene)
    await scene.kit.db.execute("update staff set role = 'agent' where email = $1", cast.DAN.email)  # whose yes no longer counts
    await pay_one.run(scene.kit, Paying(claim))
    first = await scene.kit.db.fetchval("select proposal_id from claim")
    await (await scene.staff(cast.SOL)).ok("POST", f"/proposals/{first}/withdrawal", json={})
    await scene.work()
    assert ((await scene.claim())["state"], (await scene.claim())["why"]) == ("agreed", "withdrawn")


async def test_a_process_that_dies_after_it_proposed(scene: Scene) -> None:
    await scene.agreed()
    claim = await scene.claim()
    scene.finance()
    await scene.kit.db.execute("update claim set state = 'agreed', proposal_id = null")
    await scene.kit.db.execute("update proposal set state = 'executed', settled_at = now() where type = 'claim.pay'")
    await pay_one.run(scene.kit, Paying(claim["id"]))
    assert (await scene.claim())["state"] == "paid"
    assert len(await scene.kit.db.fetch(PROPOSALS)) == 1


async def test_nobody_pays_a_claim_by_hand_beside_it(scene: Scene) -> None:
    await scene.agreed()
    claim = await scene.claim()
    ana, dan = await scene.staff(cast.ANA), await scene.staff(cast.DAN)
    params: dict[str, Any] = {"amount": "159.91", "coin": "USDT", "claim_id": f"CLM-{scene.window}-{claim['id']}"}
    made = await ana.ok("POST", f"/tickets/{claim['ticket_id']}/proposals", json={
        "client_id": str(uuid4()), "type": "claim.pay", "params": params, "reason_code": "our_error"})
    await dan.ok("POST", f"/proposals/{made['id']}/approval", json={})
    await scene.work()
    rows = {row["id"]: (row["state"], row["why"]) for row in await scene.kit.db.fetch(PROPOSALS)}
    assert rows[made["id"]] == ("refused", "ground_gone")
    scene.finance()
    await scene.work()
    assert str(scene.money()["USDT"]) == "159.91"
