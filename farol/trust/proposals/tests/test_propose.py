"""Proposing: what protects is done at once, everything else waits; what may not be is refused with a sentence."""

from typing import Any

import pytest

from farol.app.demo import cast
from farol.kit.permission import Actor
from farol.trust.identity.model import Level
from farol.trust.identity.problems import IdentityTooLow
from farol.trust.proposals import actions
from farol.trust.proposals.problems import ActionNotYours, OverLimit

from .conftest import Desk


async def test_a_freeze_is_done_before_the_agent_has_an_answer(desk: Desk) -> None:
    made = await desk.proposed(cast.ANA, "account.freeze", params={"hours": 24})
    assert (made["state"], made["cls"], made["receipt"]["action_id"], made["receipt"]["undo"]) == ("executed", "B", "act-1", "account.unfreeze")
    assert made["receipt"]["effects"][0]["en"] == "The account is frozen"
    key = f"farol-proposal-{made['id']}"
    assert desk.core.done == {key: 1}
    sent = desk.core.orders[key]
    assert (sent["uid"], sent["params"], sent["actor"]["role"]) == (cast.MEI.uid, {"hours": 24}, "agent")
    assert sent["case_ref"].startswith("FRL-")
    assert await desk.kinds() == ["proposal.made", "proposal.executed"]
    await desk.work()
    await desk.work()
    assert desk.core.done == {key: 1}
    said = await desk.kit.db.fetchval("select body from message where ticket_id = $1 and author_kind = 'system' order by seq desc limit 1", desk.ticket)
    assert said == "您的账户已冻结。"


async def test_a_customer_protects_their_own_account_and_nobody_elses(desk: Desk) -> None:
    mei = Actor("customer", desk.mei, frozenset(), language="zh", name="Mei")
    made = await actions.propose(desk.kit, mei, desk.asked("sessions.revoke", ticket_id=None))
    assert made.state == "executed"
    assert next(iter(desk.core.orders.values()))["actor"] == {"agent_id": f"customer:{desk.mei}", "role": "customer", "auth": "customer_self"}
    with pytest.raises(ActionNotYours):
        await actions.propose(desk.kit, mei, desk.asked("goodwill.grant", ticket_id=None))
    other = await actions_refused(desk, mei, uid="1")
    assert other == "contact_needed"


async def actions_refused(desk: Desk, who: Actor, **more: Any) -> str:
    from farol.kit.problem import Problem

    try:
        await actions.propose(desk.kit, who, desk.asked("account.freeze", **more))
    except Problem as problem:
        return problem.code
    return ""


async def test_what_changes_who_holds_the_account_needs_the_reviewed_level(desk: Desk) -> None:
    ana = await desk.come(cast.ANA)
    for level in (None, Level.CONTACT, Level.STEP_UP):
        if level:
            await desk.prove(level)
        answer = await ana.post(f"/tickets/{desk.ticket}/proposals", json=desk.body("factor.reset"))
        assert (answer.status_code, answer.json()["code"]) == (403, "identity_too_low")
    await desk.prove(Level.REVIEWED)
    made = await desk.proposed(cast.ANA, "factor.reset")
    assert (made["state"], made["seats"]) == ("proposed", [["compliance", "security"]])
    assert desk.core.asked == []


async def test_who_may_not_is_refused(desk: Desk) -> None:
    tim, ana, vera = await desk.come(cast.TIM), await desk.come(cast.ANA), await desk.come(cast.VERA)
    assert (await tim.post(f"/tickets/{desk.ticket}/proposals", json=desk.body("account.freeze"))).status_code == 403
    legal = await ana.post(f"/tickets/{desk.ticket}/proposals", json=desk.body("legal.hold", legal_basis="Order 7"))
    assert legal.json()["code"] == "action_not_yours"
    assert (await vera.post(f"/tickets/{desk.ticket}/proposals", json=desk.body("legal.hold"))).json()["code"] == "basis_needed"
    p2p = await vera.post(f"/tickets/{desk.ticket}/proposals", json=desk.body("p2p.release", params={"p2p_order_id": "o1"}))
    assert p2p.json()["code"] == "action_not_yours"


@pytest.mark.parametrize("params", [
    {"amount": "1e5", "coin": "USDT"}, {"amount": "-5", "coin": "USDT"}, {"amount": "5", "coin": "usdt"}, {"amount": "5", "coin": "USDT\u200b"},
    {"amount": "５", "coin": "USDT"}, {"amount": "1" * 40, "coin": "USDT"}, {"amount": "5"}, {"amount": "5", "coin": "USDT", "to": "me"}, {"amount": "0", "coin": "USDT"},
])
async def test_fields_that_only_look_right_are_refused(desk: Desk, params: dict[str, Any]) -> None:
    sol = await desk.come(cast.SOL)
    answer = await sol.post(f"/tickets/{desk.ticket}/proposals", json=desk.body("goodwill.grant", params=params))
    assert (answer.status_code, answer.json()["code"]) == (422, "params_wrong")


async def test_limits_hold_by_piece_by_day_and_for_the_desk(desk: Desk) -> None:
    ana = await desk.come(cast.ANA)
    big = await ana.post(f"/tickets/{desk.ticket}/proposals", json=desk.body("goodwill.grant", params={"amount": "101", "coin": "USDT"}))
    assert (big.json()["code"], big.json()["of"], big.json()["limit"]) == ("over_limit", "single", "100")
    for _ in range(5):
        await desk.proposed(cast.ANA, "goodwill.grant", params={"amount": "100", "coin": "USDT"})
    late = await ana.post(f"/tickets/{desk.ticket}/proposals", json=desk.body("goodwill.grant", params={"amount": "1", "coin": "USDT"}))
    assert (late.json()["code"], late.json()["of"]) == ("over_limit", "day")
    await desk.kit.db.execute("update proposal set usd = 49999.5")
    dan = await desk.come(cast.DAN)
    full = await dan.post(f"/tickets/{desk.ticket}/proposals", json=desk.body("goodwill.grant", params={"amount": "1", "coin": "USDT"}))
    assert full.json()["of"] == "desk"
    unpriced = await dan.post(f"/tickets/{desk.ticket}/proposals", json=desk.body("goodwill.grant", params={"amount": "1", "coin": "BTC"}))
    assert unpriced.json()["code"] == "worth_unknown"


async def test_the_same_client_id_proposes_once(desk: Desk) -> None:
    ana, body = await desk.come(cast.ANA), desk.body("sessions.revoke")
    one = await ana.ok("POST", f"/tickets/{desk.ticket}/proposals", json=body)
    two = await ana.ok("POST", f"/tickets/{desk.ticket}/proposals", json=body)
    assert one["id"] == two["id"]
    assert list(desk.core.done.values()) == [1]
    other = await ana.post(f"/tickets/{desk.ticket}/proposals", json={**body, "type": "account.freeze"})
    assert (other.status_code, other.json()["code"]) == (409, "client_id_reused")


async def test_consent_is_on_record_before_a_deposit_is_credited(desk: Desk) -> None:
    await desk.prove(Level.STEP_UP)
    ana = await desk.come(cast.ANA)
    without = await ana.post(f"/tickets/{desk.ticket}/proposals", json=desk.body("deposit.credit_unattributed"))
    assert without.json()["code"] == "consent_needed"
    consent = {"method": "step_up", "ref": "identity-proof:12", "at": "2026-11-22T07:00:00Z"}
    made = await desk.proposed(cast.ANA, "deposit.credit_unattributed", consent=consent)
    assert (made["usd"], made["consent"]) == ("120.50", "step_up · identity-proof:12")


async def test_another_customers_account_is_out_of_reach(desk: Desk) -> None:
    ana = await desk.come(cast.ANA)
    answer = await ana.post(f"/tickets/{desk.ticket}/proposals", json=desk.body("account.freeze", uid=cast.IVAN.uid))
    assert answer.json()["code"] == "contact_needed"
    visitor = (await desk.world.open(await desk.world.visitor(), "hello"))["ticket"]["id"]
    assert (await ana.post(f"/tickets/{visitor}/proposals", json=desk.body("account.freeze"))).json()["code"] == "contact_needed"


async def test_a_legal_action_names_an_account_and_a_consent_its_zone(desk: Desk) -> None:
    vera, ana = await desk.come(cast.VERA), await desk.come(cast.ANA)
    visitor = (await desk.world.open(await desk.world.visitor(), "Order 7"))["ticket"]["id"]
    for uid in ("", "two words", "\u200b12"):
        body = desk.body("legal.hold", legal_basis="Order 7", reason_code="authority", uid=uid)
        answer = await vera.post(f"/tickets/{visitor}/proposals", json=body)
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "uid")
    consent = {"method": "step_up", "ref": "identity-proof:12", "at": "2026-11-22T07:00:00"}
    body = desk.body("deposit.credit_unattributed", consent=consent)
    assert (await ana.post(f"/tickets/{desk.ticket}/proposals", json=body)).status_code == 422


async def test_outside_a_request_the_level_counts_too(desk: Desk) -> None:
    ana = await desk.actor(cast.ANA)
    with pytest.raises(IdentityTooLow):
        await actions.propose(desk.kit, ana, desk.asked("withdrawal.cancel"))
    with pytest.raises(OverLimit):
        await actions.propose(desk.kit, ana, desk.asked("goodwill.grant", params={"amount": "900", "coin": "USD"}))
