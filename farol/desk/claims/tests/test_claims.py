"""Sean's closing orders were refused while futures stood still: from the published sheet to the money, and one appeal."""

import re
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from farol.app.demo import cast
from farol.desk.claims import store
from farol.desk.guard.never import never

from .conftest import SEAN, SHEET, Scene


async def test_from_the_sheet_to_the_money(scene: Scene) -> None:
    early = await scene.sean.post(f"/my/claims/{scene.window}", 409, words="", form_id=str(uuid4()))
    assert "Publish how claims are worked out first" in early
    assert "not published yet" in await scene.sean.get(f"/claims/{scene.window}")
    await scene.publish()
    page = await scene.sean.get(f"/claims/{scene.window}")
    assert "amount not filled × (price then 96000 − price after 95000.55)" in page
    assert "× 80 %" in page
    await scene.sean.post(f"/my/claims/{scene.window}", words="I pressed close three times", form_id=str(uuid4()))
    await scene.work()
    page = await scene.sean.get(f"/my/claims/{scene.window}")
    assert "0.2 × (96000 − 95000.55) = 199.89 USDT" in page, page
    assert "199.89 = 199.89; × 80 % = 159.912; → 159.91 USDT" in page, page
    second = await scene.sean.post(f"/my/claims/{scene.window}", 409, words="once more", form_id=str(uuid4()))
    number = re.search(r"CLM-\d+-\d+", second)
    assert number
    assert "has a claim for this incident already" in second
    assert await scene.kit.db.fetchval("select count(*) from claim") == 1

    sol, dan = await scene.staff(cast.SOL), await scene.staff(cast.DAN)
    batch = await sol.ok("POST", f"/claim-windows/{scene.window}/batches", json={"words": "all by the sheet"})
    assert (batch["batch"]["n"], batch["batch"]["sum"], batch["mine"], len(batch["sample"])) == (1, "159.91", True, 1)
    own = await sol.post(f"/claim-batches/{batch['batch']['id']}/decision", json={"agree": True})
    assert (own.status_code, own.json()["code"]) == (403, "claim_another_person")
    await dan.ok("POST", f"/claim-batches/{batch['batch']['id']}/decision", json={"agree": True, "words": "sample seen"})
    await scene.work()
    scene.phone.parts.desk.finance(now=True)
    await scene.work()
    (claim,) = (await scene.seen())["claims"]
    assert (claim["state"], claim["why"], claim["uid"], claim["logs"]) == ("paid", "", "", None)
    assert scene.phone.parts.world.ledger.moved(SEAN.uid) == {"USDT": Decimal("159.91")}
    again = await dan.post(f"/claim-batches/{batch['batch']['id']}/decision", json={"agree": True})
    assert again.json()["code"] == "claim_batch_over"
    said = await scene.said()
    assert f"Claim {number[0]} is granted: 159.91 USDT" in said
    assert not any(never(said))
    report = (await scene.seen())["report"]
    assert (report["states"], report["outcomes"]["paid"], report["paid"]) == ({"paid": 1}, 1, "159.91")


async def test_a_line_left_out_by_an_exclusion_and_an_appeal_before_somebody_else(scene: Scene) -> None:
    await scene.publish()
    await scene.sean.post(f"/my/claims/{scene.window}", words="", form_id=str(uuid4()))
    await scene.work()
    (claim,) = (await scene.seen())["claims"]
    ana, sol, dan, vera = [await scene.staff(who) for who in (cast.ANA, cast.SOL, cast.DAN, cast.VERA)]
    line = claim["lines"][0]["key"]
    assert (await ana.post(f"/claims/{claim['id']}/lines", json={"line": line, "exclusion": 5})).status_code == 422
    out = await ana.ok("POST", f"/claims/{claim['id']}/lines", json={"line": line, "exclusion": 0})
    assert (out["amount"], out["whole"]) == ("0.00", "159.91") or Decimal(out["amount"]) == 0
    batch = await sol.ok("POST", f"/claim-windows/{scene.window}/batches", json={})
    await dan.ok("POST", f"/claim-batches/{batch['batch']['id']}/decision", json={"agree": True})
    await scene.work()
    said = await scene.said()
    assert "is not granted" in said
    assert "No new order within 10 minutes" in said
    await scene.sean.post(f"/my/claims/{scene.window}/appeal", words="I did place one, see order 7")
    await scene.sean.post(f"/my/claims/{scene.window}/appeal", 409, words="again")
    (waiting,) = await vera.ok("GET", "/claim-appeals")
    assert waiting["appeal"]["words"] == "I did place one, see order 7"
    body = {"extra": "159.91", "words": "There was an order within 10 minutes"}
    assert (await dan.post(f"/claims/{claim['id']}/appeal", json=body)).json()["code"] == "claim_another_person"
    assert (await vera.post(f"/claims/{claim['id']}/appeal", json={**body, "extra": "160"})).status_code == 422
    await vera.ok("POST", f"/claims/{claim['id']}/appeal", json=body)
    proposal = await scene.kit.db.fetchval("select proposal_id from claim_appeal")
    await dan.ok("POST", f"/proposals/{proposal}/approval", json={})
    await scene.work()
    scene.phone.parts.desk.finance(now=True)
    await scene.work()
    assert scene.phone.parts.world.ledger.moved(SEAN.uid) == {"USDT": Decimal("159.91")}
    assert "159.91 USDT more" in await scene.said()


async def test_a_published_sheet_stays_and_a_new_one_is_applied_anew(scene: Scene) -> None:
    await scene.publish()
    await scene.sean.post(f"/my/claims/{scene.window}", words="", form_id=str(uuid4()))
    await scene.work()
    with pytest.raises(Exception, match="a published sheet stays"):
        await scene.kit.db.execute("update claim_sheet set words = 'other'")
    await scene.publish(1, share=100)
    assert (await (await scene.staff(cast.SOL)).post(
        f"/claim-windows/{scene.window}/sheets", json={"version": 1, "sheet": SHEET})).status_code == 409
    await scene.work()
    (claim,) = (await scene.seen())["claims"]
    assert (claim["version"], claim["amount"]) == (2, "199.89")
    assert "?version=1" in await scene.sean.get(f"/claims/{scene.window}")


async def test_nothing_in_the_logs_is_nothing_paid(scene: Scene, browser: Any) -> None:
    await scene.publish()
    rosa = await browser(cast.ROSA)
    await rosa.post(f"/my/claims/{scene.window}", words="I lost a lot", form_id=str(uuid4()))
    await scene.work()
    found = await store.claims(scene.kit.db, store.OF_WINDOW, scene.window)
    assert [(one.state, one.amount) for one in found] == [("assessed", Decimal(0))]
    assert "The logs hold nothing that the formula covers" in await rosa.get(f"/my/claims/{scene.window}")
