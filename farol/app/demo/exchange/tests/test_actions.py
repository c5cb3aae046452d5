"""What the exchange checks itself before it does anything."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from typing import Any

import httpx2
import msgspec
import pytest

from farol.app.demo.cast import IVAN, MEI, ROSA
from farol.app.demo.exchange.app import Parts
from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.core.exchange.client import CoreLink
from farol.core.exchange.model import Consent, Decision, Doer, Method
from farol.core.exchange.problems import ExchangeRefused

from .conftest import WHY, Clock
from .orders import AT, DAN, SOL, VERA, order

UNTAGGED = SCENARIOS["dep.missing_memo"].uid
MEI_SELF = Doer("customer:12", "customer", "customer_self")


async def proven(link: CoreLink, parts: Parts, uid: str) -> None:
    asked = await link.challenge(WHY, uid, Method.TOTP, "action")
    assert (await link.answer(WHY, asked.challenge_id, parts.proofs.totp(uid)[1])).proves(uid)


async def test_the_same_key_is_the_same_action(link: CoreLink, parts: Parts) -> None:
    one = order("account.freeze", MEI.uid)
    first = await link.act(WHY, one, "k-1")
    told = len(parts.world.ledger.told)
    again = await asyncio.gather(*(link.act(WHY, one, "k-1") for _ in range(6)))
    assert all(receipt == first for receipt in again)
    assert len(parts.world.ledger.told) == told
    with pytest.raises(ExchangeRefused) as refused:
        await link.act(WHY, order("account.freeze", IVAN.uid), "k-1")
    assert refused.value.fields["core_code"] == "conflict"
    assert await link.action(WHY, first.action_id) == first
    assert await link.action_by_key(WHY, "k-1") == first


async def test_a_key_that_never_arrived(link: CoreLink) -> None:
    assert await link.action_by_key(WHY, "never") is None


@pytest.mark.parametrize(
    ("type_", "params"),
    [
        ("account.unfreeze", {}), ("factor.reset", {"factor": "totp"}), ("contact.change", {"kind": "email", "new_contact": "m@example.net"}),
        ("kyc.manual_review", {}), ("goodwill.grant", {"amount": "20", "coin": "USDT"}), ("claim.pay", {"amount": "20", "coin": "USDT", "claim_id": "C-1"}),
        ("legal.hold", {"authority_ref": "A-1", "scope": "all"}),
    ],
)  # fmt: skip
async def test_nobody_alone(link: CoreLink, parts: Parts, type_: str, params: dict[str, Any]) -> None:
    uid = SCENARIOS["sec.freeze_unfreeze"].uid
    before = parts.world.ledger.fields("account", uid)
    receipt = await link.act(WHY, order(type_, uid, **params), "k-1")
    assert (receipt.state, receipt.policy.missing[0] if receipt.policy else "") == ("needs_approval", "checker")
    again = await link.act(WHY, order(type_, uid, msgspec.structs.replace(SOL, agent_id="staff:3"), **params), "k-2")
    assert again.state == "needs_approval"
    assert parts.world.ledger.fields("account", uid) == before
    assert parts.world.status(uid) == "frozen"


async def test_what_waits_goes_on_when_another_person_agrees(link: CoreLink, parts: Parts) -> None:
    uid = SCENARIOS["sec.freeze_unfreeze"].uid
    waiting = await link.act(WHY, order("account.unfreeze", uid), "k-1")
    own = await link.approve(WHY, waiting.action_id, Decision("staff:3", "approve", "sig"), "a-1")
    assert own.state == "needs_approval"
    done = await link.approve(WHY, waiting.action_id, Decision("staff:6", "approve", "sig"), "a-2")
    assert (done.state, done.undo.type if done.undo else "") == ("executed", "account.freeze")
    assert parts.world.status(uid) == "active"
    late = await link.approve(WHY, waiting.action_id, Decision("staff:9", "reject", "sig"), "a-3")
    assert late == done


async def test_refused_by_the_second_person(link: CoreLink, parts: Parts) -> None:
    uid = SCENARIOS["sec.freeze_unfreeze"].uid
    waiting = await link.act(WHY, order("account.unfreeze", uid), "k-1")
    assert (await link.approve(WHY, waiting.action_id, Decision("staff:6", "reject", "sig"), "a-1")).state == "rejected"
    assert parts.world.status(uid) == "frozen"


async def test_a_withdrawal_is_cancelled_only_for_whoever_proved_themselves(link: CoreLink, parts: Parts, clock: Clock) -> None:
    uid = SCENARIOS["wd.wrong_address"].uid
    wrong = parts.world.withdrawals(uid)[0]
    before = {one.coin: one.total for one in parts.world.balances(uid)}
    claimed = Consent("step_up", "identity-proof:12", AT)
    refused = await link.act(WHY, order("withdrawal.cancel", uid, consent=claimed, withdrawal_id=wrong.withdrawal_id), "k-1")
    assert (refused.state, refused.policy.missing if refused.policy else []) == ("rejected", ["step_up"])
    await proven(link, parts, uid)
    done = await link.act(WHY, order("withdrawal.cancel", uid, consent=claimed, withdrawal_id=wrong.withdrawal_id), "k-2")
    assert done.state == "executed"
    after = parts.world.withdrawals(uid)[0]
    assert (after.state, after.cancellable, after.refunded) == ("cancelled", False, True)
    assert {one.coin: one.total for one in parts.world.balances(uid)}["USDT"] - before["USDT"] == Decimal("751.5")
    late = await link.act(WHY, order("withdrawal.cancel", uid, withdrawal_id=wrong.withdrawal_id), "k-3")
    assert (late.state, late.effects[0].text_key) == ("failed", "not_cancellable")


async def test_a_proof_grows_old(link: CoreLink, parts: Parts, clock: Clock) -> None:
    uid = SCENARIOS["wd.wrong_address"].uid
    await proven(link, parts, uid)
    clock.move(minutes=16)
    wrong = parts.world.withdrawals(uid)[0].withdrawal_id
    assert (await link.act(WHY, order("withdrawal.cancel", uid, withdrawal_id=wrong), "k-1")).state == "rejected"


async def test_what_nobody_may_do_is_not_offered(link: CoreLink, parts: Parts) -> None:
    for type_ in ("withdrawal.approve", "hold.lift", "whitelist.change", "password.set"):
        with pytest.raises(ExchangeRefused):
            await link.act(WHY, order(type_, IVAN.uid, SOL, VERA, DAN), f"k-{type_}")
    assert [hold.type for hold in parts.world.holds(IVAN.uid)] == ["new_device"]


async def test_limits(link: CoreLink) -> None:
    small = await link.act(WHY, order("goodwill.grant", MEI.uid, SOL, amount="20", coin="USDT"), "k-1")
    assert small.state == "accepted"
    large = await link.act(WHY, order("goodwill.grant", MEI.uid, SOL, amount="2000", coin="USDT"), "k-2")
    assert (large.state, large.policy.missing if large.policy else []) == ("needs_approval", ["checker"])
    three = await link.act(WHY, order("goodwill.grant", MEI.uid, SOL, DAN, amount="2000", coin="USDT"), "k-3")
    assert three.state == "accepted"
    never = await link.act(WHY, order("goodwill.grant", MEI.uid, SOL, DAN, VERA, amount="500000", coin="USDT"), "k-4")
    assert (never.state, never.policy.limit if never.policy else "") == ("rejected", "5000")
    odd = await link.act(WHY, order("goodwill.grant", MEI.uid, SOL, amount="1", coin="NOPRICE"), "k-5")
    assert odd.state == "needs_approval"


@pytest.mark.parametrize("amount", ["", "-5", "0", "1e999999", "NaN", "Infinity", "9" * 40, "x", "٣"])
async def test_odd_amounts_never_pay(link: CoreLink, parts: Parts, amount: str) -> None:
    receipt = await link.act(WHY, order("goodwill.grant", MEI.uid, SOL, DAN, VERA, amount=amount, coin="USDT"), "k-1")
    assert receipt.state in ("rejected", "failed")
    parts.desk.finance(now=True)
    assert parts.world.ledger.moved(MEI.uid) == {}


async def test_versions_dry_runs_and_ends(link: CoreLink, parts: Parts, browser: httpx2.AsyncClient) -> None:
    version = parts.world.ledger.version(MEI.uid)
    dry = await link.act(WHY, order("account.freeze", MEI.uid, dry_run=True), "k-1")
    assert (dry.state, dry.effects[0].kind) == ("accepted", "account.frozen")
    assert parts.world.status(MEI.uid) == "active"
    ended = await link.act(WHY, order("account.freeze", MEI.uid, expires_at=AT - timedelta(minutes=1)), "k-2")
    assert ended.state == "expired"
    with pytest.raises(ExchangeRefused) as refused:
        await link.act(WHY, order("account.freeze", MEI.uid, expected_version=version), "k-3")
    assert refused.value.fields["core_code"] == "version_mismatch"
    fresh = parts.world.ledger.version(MEI.uid)
    assert (await link.act(WHY, order("account.freeze", MEI.uid, expected_version=fresh), "k-4")).state == "executed"


async def test_a_stranger_cannot_protect_an_account_to_death(link: CoreLink, parts: Parts) -> None:
    signed_in = await link.act(WHY, order("sessions.revoke", MEI.uid, actor=MEI_SELF), "k-1")
    assert signed_in.state == "executed"
    nobody = await link.act(WHY, order("account.freeze", MEI.uid, actor=MEI_SELF), "k-2")
    assert (nobody.state, nobody.policy.missing if nobody.policy else []) == ("rejected", ["step_up"])
    assert parts.world.status(MEI.uid) == "active"


async def test_retries_reviews_and_papers(link: CoreLink, parts: Parts) -> None:
    blurred = SCENARIOS["acc.kyc_rejected"].uid
    assert (await link.act(WHY, order("kyc.retry_grant", blurred, SOL), "k-1")).state == "executed"
    assert (await link.kyc(WHY, blurred)).attempts_left == 3
    assert (await link.act(WHY, order("kyc.manual_review", blurred, SOL), "k-2")).state == "executed"
    assert (await link.kyc(WHY, blurred)).state == "pending"
    sent = next(one for one in parts.world.withdrawals(MEI.uid) if one.txid).withdrawal_id
    paper = await link.act(WHY, order("certificate.generate", MEI.uid, withdrawal_id=sent), "k-3")
    assert [one.kind for one in paper.effects] == ["document.made", "document.verify_code"]
    unsent = next(one for one in parts.world.withdrawals(MEI.uid) if one.state == "review").withdrawal_id
    assert (await link.act(WHY, order("certificate.generate", MEI.uid, withdrawal_id=unsent), "k-4")).state == "failed"
    nudged = await link.act(WHY, order("withdrawal.request_expedite", MEI.uid, withdrawal_id=unsent), "k-5")
    assert (nudged.state, nudged.effects[0].text_key) == ("executed", "risk_desk")
    assert next(one for one in parts.world.withdrawals(MEI.uid) if one.withdrawal_id == unsent).state == "review"
    assert (await link.act(WHY, order("mail.resend", MEI.uid, template="receipt", ref=unsent), "k-6")).state == "executed"
    assert (await link.act(WHY, order("mail.resend", MEI.uid, template="receipt", ref=unsent), "k-7")).effects[0].text_key == "too_soon"
    assert (await link.act(WHY, order("sms.resend", MEI.uid, template="receipt", ref=unsent), "k-8")).state == "executed"
    assert [one.words.startswith("提币 18500 USDT") for one in parts.post.texts[MEI.uid]] == [True]
    assert (await link.act(WHY, order("sms.resend", MEI.uid, template="receipt", ref=unsent), "k-9")).effects[0].text_key == "too_soon"


async def test_the_law_is_quiet(link: CoreLink, parts: Parts) -> None:
    held = await link.act(WHY, order("legal.hold", ROSA.uid, VERA, authority_ref="A-9", scope="all"), "k-1")
    assert held.state == "executed"
    hold = next(one for one in (await link.security(WHY, ROSA.uid)).holds if one.type == "judicial")
    assert (hold.disclosable, hold.trigger, (await link.user(WHY, ROSA.uid)).status) == (False, "", "restricted")
    alone = await link.act(WHY, order("legal.disclose", ROSA.uid, SOL, authority_ref="A-9", export_ref="E-1"), "k-2")
    assert (alone.state, alone.policy.missing if alone.policy else []) == ("needs_approval", ["role:compliance"])
