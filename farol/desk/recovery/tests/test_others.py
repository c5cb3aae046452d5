"""What stands in another account, an exchange that does not answer, rules that change, prices that change, eyes that may not see."""

from typing import Any

from farol.app.demo import cast
from farol.app.demo.exchange.made import txid_of
from farol.core.exchange import CoreLink
from farol.desk.recovery import actions
from farol.trust.identity.tests.conftest import Phone

from .conftest import UNTAGGED, Scene

FOREIGN = txid_of("XRP", "stranger:foreign_memo")


async def test_a_memo_of_somebody_else_goes_to_risk_and_names_nobody(scene: Scene) -> None:
    id_ = await scene.ask(FOREIGN)
    page = await scene.rosa.get(f"/my/recovery/{id_}")
    assert "we cannot say more" in page
    assert "120" not in page
    case = await scene.case(id_)
    assert (case["recovery"]["state"], case["recovery"]["risk"], case["recovery"]["amount"]) == ("checking", True, "0")
    assert not any(case["recovery"]["may"].values())
    assert case["refusals"] == {}
    ana = await scene.staff(cast.ANA)
    assert (await ana.post(f"/recoveries/{id_}/refusal", json={"reason": "risk_closed"})).json()["code"] == "recovery_for_risk"
    vera = await scene.staff(cast.VERA)
    assert set((await scene.case(id_, cast.VERA))["refusals"]) == {"another_claim", "risk_closed"}
    assert (await vera.post(f"/recoveries/{id_}/refusal", json={"reason": "not_proven"})).status_code == 422
    await vera.ok("POST", f"/recoveries/{id_}/refusal", json={"reason": "risk_closed", "words": "held for the owner"})
    await scene.work()
    assert await scene.state(id_) == "refused"
    assert "we cannot say more" in await scene.said(id_)
    assert "held for the owner" not in await scene.rosa.get(f"/my/recovery/{id_}")


async def test_asked_while_the_exchange_is_down_and_priced_when_it_is_back(scene: Scene, phone: Phone) -> None:
    real = scene.kit.get(CoreLink)
    scene.kit.put(CoreLink("", "k", "s"))
    page = await scene.rosa.post("/my/recovery", 503, txid=UNTAGGED, network="XRP", do="look")
    assert "The exchange is not answering" in page
    id_ = await scene.ask()
    assert await scene.state(id_) == "asked"
    await actions.price_waiting(scene.kit)
    assert await scene.state(id_) == "asked"
    scene.kit.put(real)
    await actions.price_waiting(scene.kit)
    await scene.work()
    assert await scene.state(id_) == "quoted"
    assert "You receive: 250 − 2 = 248 XRP" in await scene.said(id_)


async def test_nothing_is_proposed_at_another_price_than_was_agreed_to(scene: Scene) -> None:
    id_ = await scene.ready()
    await scene.kit.db.execute(
        "update recovery set quote = jsonb_set(quote, '{fee}', '\"1\"') where id = $1", id_)
    await scene.kit.db.execute("update recovery_consent set quote = jsonb_set(quote, '{fee}', '\"1\"') where recovery_id = $1", id_)
    case = await scene.check(id_)
    assert (case["recovery"]["state"], case["recovery"]["proposal_id"], case["consent"]) == ("quoted", None, None)
    await scene.work()
    assert "your agreement to the old one is void" in await scene.said(id_)


async def test_evidence_is_looked_at_before_it_is_proposed(scene: Scene) -> None:
    id_ = await scene.ready()
    ana = await scene.staff(cast.ANA)
    one = next(p["id"] for p in (await scene.case(id_))["pieces"] if p["kind"] == "sender_picture")
    answer = await ana.post(f"/recoveries/{id_}/check", json={"seen": [one]})
    assert (answer.status_code, answer.json()["lacks"]) == (409, "screen_recording")


async def test_an_account_in_danger_ends_what_was_agreed(scene: Scene) -> None:
    id_ = await scene.ready()
    await scene.kit.db.execute("update identity_proof set revoked_at = now(), revoked_why = 'freeze', revoked_by = 'test'")
    seen = [one["id"] for one in (await scene.case(id_))["pieces"]]
    answer = await (await scene.staff(cast.ANA)).post(f"/recoveries/{id_}/check", json={"seen": seen})
    assert answer.json()["code"] == "recovery_consent_over"


async def test_nobody_reads_or_moves_anothers(scene: Scene, browser: Any) -> None:
    id_ = await scene.ask()
    mallory = await browser(cast.MALLORY)
    await mallory.get(f"/my/recovery/{id_}", 404)
    await mallory.post(f"/my/recovery/{id_}/withdrawal", 404)
    await mallory.post(f"/my/recovery/{id_}/agreement", 404, read="x")
    assert await scene.state(id_) == "quoted"


async def test_a_made_up_consent_counts_for_nothing(scene: Scene) -> None:
    """Whoever names a recovery as consent for another sum is asked for the customer's proof like everybody."""
    id_ = await scene.ready()
    ticket = await scene.kit.db.fetchval("select ticket_id from recovery where id = $1", id_)
    await scene.kit.db.execute("update identity_proof set at = at - interval '1 hour', until = until - interval '1 hour'")
    consent = {"method": "step_up", "ref": f"recovery:{id_}", "at": "2026-11-22T10:00:00Z"}
    params = {"txid": UNTAGGED, "network": "XRP", "coin": "XRP", "amount": "250", "fee": "1", "evidence": ["e" * 64]}
    answer = await (await scene.staff(cast.ANA)).post(f"/tickets/{ticket}/proposals", json={
        "client_id": "00000000-0000-4000-8000-000000000001", "type": "deposit.credit_unattributed", "params": params,
        "reason_code": "deposit_evidence", "consent": consent})
    assert (answer.status_code, answer.json()["code"]) == (403, "identity_too_low")
    assert (await scene.check(id_))["recovery"]["proposal_id"], "for exactly what was agreed to, the proof of that moment counts"


async def test_rules_are_versions_that_stay(scene: Scene) -> None:
    sol, ana = await scene.staff(cast.SOL), await scene.staff(cast.ANA)
    sets = (await ana.ok("GET", "/recovery-rules"))["sets"]
    new = {"version": 0, "rules": sets[0]["rules"][1:], "tiers": sets[0]["tiers"], "words": "Addresses of others are handled by risk"}
    assert (await ana.put("/recovery-rules", json=new)).status_code == 403
    after = await sol.ok("PUT", "/recovery-rules", json=new)
    assert [(one["version"], one["by"], one["words"]) for one in after["sets"]] == [(1, cast.SOL.name, new["words"]), (0, "", "")]
    assert (await sol.put("/recovery-rules", json=new)).status_code == 409
    less = {**new, "version": 1, "tiers": [{"usd_from": "0", "evidence": ["txid", "ownership"]}, {"usd_from": "9", "evidence": ["txid", "sender_picture"]}]}
    assert (await sol.put("/recovery-rules", json=less)).json()["errors"][0]["why"] == "more worth never asks for less"
