"""A freeze that stops everything at once, an opening that is hard, and holds that nobody lifts."""

from datetime import timedelta

import httpx2
import pytest

from farol.app.demo.cast import MEI
from farol.app.demo.exchange.app import Parts
from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.core.exchange.client import CoreLink
from farol.core.exchange.model import Consent, Doer, Method

from .conftest import WHY, Clock
from .orders import SOL, VERA, order

STOLEN = SCENARIOS["sec.account_stolen"].uid
SELF = Doer("customer:12", "customer", "customer_self")


async def test_everything_stops(link: CoreLink, parts: Parts, browser: httpx2.AsyncClient, clock: Clock) -> None:
    await browser.post("/sign-in", data={"uid": STOLEN})
    assert "h1 class" in (await browser.get("/")).text
    clock.move(seconds=2)
    receipt = await link.act(WHY, order("account.freeze", STOLEN), "k-1")
    assert (receipt.state, receipt.undo.type if receipt.undo else "") == ("executed", "account.unfreeze")
    kinds = [effect.kind for effect in receipt.effects]
    assert kinds.count("withdrawal.cancelled") == 2
    assert {"account.frozen", "sessions.revoked", "api_key.disabled", "p2p_sell.stopped", "card.stopped"} <= set(kinds)

    assert (await link.user(WHY, STOLEN)).status == "frozen"
    assert {one.state for one in await link.withdrawals(WHY, STOLEN)} == {"cancelled"}
    assert [(key.permissions, key.last_error) for key in await link.api_keys(WHY, STOLEN)] == [([], "disabled")]
    assert not any(one.is_current for one in await link.sessions(WHY, STOLEN))
    assert {one.coin: str(one.total) for one in parts.world.balances(STOLEN)} == {"USDT": "6205.60", "BTC": "0.31206"}

    assert (await browser.get("/farol-identity")).json() == {}
    again = await browser.post("/sign-in", data={"uid": STOLEN})
    assert (again.status_code, "set-cookie" in again.headers) == (403, False)
    assert "账户已冻结" in again.text
    asked = await browser.post("/demo/scenes/withdrawal.ask", json={"uid": STOLEN})
    assert (asked.status_code, asked.json()["code"]) == (403, "policy_denied")

    (hold,) = (await link.security(WHY, STOLEN)).holds
    assert (hold.scope, hold.until, hold.overridable) == (["all"], None, False)
    assert [one.event for one in parts.world.ledger.told[-6:]].count("withdrawal.cancelled") == 2
    assert parts.post.mails[-1].subject == "账户已冻结"


async def test_twice_is_once(link: CoreLink, parts: Parts) -> None:
    await link.act(WHY, order("account.freeze", STOLEN), "k-1")
    again = await link.act(WHY, order("account.freeze", STOLEN), "k-2")
    assert (again.state, again.effects[0].text_key) == ("executed", "already")
    assert len((await link.security(WHY, STOLEN)).holds) == 1


async def test_a_mailbox_alone_freezes_for_a_day(link: CoreLink, parts: Parts, clock: Clock) -> None:
    mail = parts.post.mail(MEI.uid, "new_device", device="Chrome", place="NL")
    token = mail.link.partition("proof=")[2]
    assert mail.link.startswith("http://127.0.0.1:8700/stolen?proof=")
    assert len(token) <= 200
    proof = await link.verify_proof(WHY, token)
    assert (proof.uid, proof.purpose) == (MEI.uid, "freeze")
    consent = Consent("signed_link", token, clock.now)
    receipt = await link.act(WHY, order("account.freeze", MEI.uid, actor=SELF, consent=consent), "k-1")
    assert receipt.state == "executed"
    (hold,) = (await link.security(WHY, MEI.uid)).holds
    assert hold.until == clock.now + timedelta(hours=24)
    clock.move(hours=25)
    assert (await link.security(WHY, MEI.uid)).holds == []
    assert (await link.user(WHY, MEI.uid)).status == "active"


async def test_a_freeze_of_a_day_is_made_lasting(link: CoreLink, parts: Parts, clock: Clock) -> None:
    token = parts.post.mail(MEI.uid, "password_change").link.partition("proof=")[2]
    await link.verify_proof(WHY, token)
    await link.act(WHY, order("account.freeze", MEI.uid, actor=SELF), "k-1")
    clock.move(hours=1)
    await link.act(WHY, order("account.freeze", MEI.uid), "k-2")
    clock.move(hours=30)
    assert (await link.user(WHY, MEI.uid)).status == "frozen"
    assert [hold.until for hold in (await link.security(WHY, MEI.uid)).holds] == [None]


async def test_what_only_the_owner_holds_freezes_for_good(link: CoreLink, parts: Parts) -> None:
    asked = await link.challenge(WHY, MEI.uid, Method.TOTP, "freeze")
    await link.answer(WHY, asked.challenge_id, parts.proofs.totp(MEI.uid)[1])
    await link.act(WHY, order("account.freeze", MEI.uid, actor=SELF), "k-1")
    assert (await link.security(WHY, MEI.uid)).holds[0].until is None


async def test_opening_again_leaves_a_hold(link: CoreLink, parts: Parts, clock: Clock, browser: httpx2.AsyncClient) -> None:
    await link.act(WHY, order("account.freeze", STOLEN), "k-1")
    clock.move(minutes=5)
    done = await link.act(WHY, order("account.unfreeze", STOLEN, SOL, VERA), "k-2")
    assert done.state == "executed"
    (hold,) = (await link.security(WHY, STOLEN)).holds
    assert (hold.type, hold.until) == ("security_change", clock.now + timedelta(hours=72))
    assert (await browser.post("/sign-in", data={"uid": STOLEN})).status_code == 303
    clock.move(hours=71)
    assert (await browser.post("/demo/scenes/withdrawal.ask", json={"uid": STOLEN})).status_code == 403
    clock.move(hours=2)
    assert (await browser.post("/demo/scenes/withdrawal.ask", json={"uid": STOLEN})).status_code == 200
    assert (await link.act(WHY, order("account.unfreeze", STOLEN, SOL, VERA), "k-3")).state == "failed"


@pytest.mark.parametrize("which", ["wd.security_hold", "sec.restricted", "acc.login"])
async def test_no_action_lifts_a_hold(link: CoreLink, parts: Parts, which: str) -> None:
    uid = SCENARIOS[which].uid
    before = parts.world.holds(uid)
    for number, (type_, params) in enumerate([("account.unfreeze", {}), ("factor.reset", {"factor": "totp"}), ("kyc.manual_review", {}),
                                              ("goodwill.grant", {"amount": "1", "coin": "USDT"})]):  # fmt: skip
        await link.act(WHY, order(type_, uid, SOL, VERA, **params), f"k-{number}")
    assert {hold.hold_id for hold in before} <= {hold.hold_id for hold in parts.world.holds(uid)}


async def test_a_reset_factor(link: CoreLink, parts: Parts, clock: Clock, browser: httpx2.AsyncClient) -> None:
    await browser.post("/sign-in", data={"uid": MEI.uid})
    clock.move(seconds=1)
    assert (await link.act(WHY, order("factor.reset", MEI.uid, SOL, factor="totp"), "k-1")).state == "executed"
    security = await link.security(WHY, MEI.uid)
    assert [one.type for one in security.factors] == ["email", "sms"]
    assert (security.holds[0].trigger, security.holds[0].until, security.last_changes[0].kind) == (
        "factor_reset", clock.now + timedelta(hours=24), "factor_reset")  # fmt: skip
    assert (await browser.get("/farol-identity")).json() == {}
    mail = parts.post.mails[-1]
    assert (mail.kind, mail.to) == ("factor_reset", MEI.email)
    assert "/stolen?proof=" in mail.link


async def test_a_contact_changes_after_a_day(link: CoreLink, parts: Parts, clock: Clock) -> None:
    change = order("contact.change", MEI.uid, SOL, kind="email", new_contact="mei@new.example")
    assert (await link.act(WHY, change, "k-1")).state == "executed"
    assert (await link.user(WHY, MEI.uid)).email_masked == "m••••@example.com"
    assert [mail.to for mail in parts.post.mails[-2:]] == [MEI.email, "mei@new.example"]
    clock.move(hours=24)
    await link.events(WHY)
    assert (await link.user(WHY, MEI.uid)).email_masked == "m••••@new.example"


async def test_the_old_contact_undoes_it(link: CoreLink, parts: Parts, clock: Clock, browser: httpx2.AsyncClient) -> None:
    await link.act(WHY, order("contact.change", MEI.uid, SOL, kind="phone", new_contact="+4915700000000"), "k-1")
    token = parts.post.mails[-1].link.partition("token=")[2]
    asked = await browser.get(f"/veto?token={token}&lang=en")
    assert "Undo this change of contact?" in asked.text
    assert (await browser.post("/veto", data={"token": token})).status_code == 200
    assert (await browser.post("/veto", data={"token": token})).status_code == 404
    assert (await browser.post("/veto", data={"token": token[:-1] + "x"})).status_code == 404
    clock.move(hours=25)
    await link.events(WHY)
    assert (await link.user(WHY, MEI.uid)).phone_masked == "+86••••••77"
