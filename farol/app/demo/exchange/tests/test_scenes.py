"""The scenario clock, by button and by script, and what it leaves in the books."""

from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import httpx2
import msgspec
import pytest

from farol.app.demo.cast import IVAN, MEI, ROSA
from farol.app.demo.exchange.app import Parts, build
from farol.app.demo.exchange.scenes import STEPS
from farol.core.exchange.client import CoreLink

from .conftest import CONFIG, WHY, Clock


async def play(browser: httpx2.AsyncClient, step: str, uid: str = MEI.uid, **params: str) -> list[dict[str, Any]]:
    answer = await browser.post(f"/demo/scenes/{step}", json={"uid": uid, **params})
    assert answer.status_code == 200, answer.text
    return cast(list[dict[str, Any]], answer.json()["events"])


def types(events: list[dict[str, Any]]) -> list[str]:
    return [event["type"] for event in events]


async def test_a_deposit_step_by_step(link: CoreLink, browser: httpx2.AsyncClient) -> None:
    assert types(await play(browser, "deposit.confirm")) == []
    assert (await link.deposits(WHY, MEI.uid))[0].confirmations == 4
    assert types(await play(browser, "deposit.credit")) == ["deposit.credited"]
    assert types(await play(browser, "deposit.unlock")) == ["deposit.available"]
    assert types(await play(browser, "deposit.again")) == ["deposit.detected"]
    assert types(await play(browser, "deposit.unattributed", ROSA.uid, amount="77")) == ["deposit.detected", "deposit.unattributed"]
    new = (await link.deposits(WHY, ROSA.uid))[0]
    assert (new.amount, new.state, new.reason) == ("77", "unattributed", "missing_memo")
    assert (await link.trace(WHY, new.txid, "XRP", ROSA.uid)).eligible_recovery[0].eligible


async def test_a_withdrawal_sticks_fails_and_completes(link: CoreLink, parts: Parts, browser: httpx2.AsyncClient) -> None:
    before = {one.coin: one.total for one in parts.world.balances(MEI.uid)}["USDT"]
    assert types(await play(browser, "withdrawal.stuck")) == ["withdrawal.stuck"]
    stuck = next(one for one in await link.withdrawals(WHY, MEI.uid) if one.substate == "hot_wallet")
    assert (stuck.amount, stuck.reason, stuck.cancellable) == ("18500", "hot_wallet_low", True)
    assert types(await play(browser, "withdrawal.fail", reason="memo_not_allowed")) == ["withdrawal.failed"]
    assert {one.coin: one.total for one in parts.world.balances(MEI.uid)}["USDT"] - before == Decimal("18504.2")
    assert types(await play(browser, "withdrawal.complete")) == ["withdrawal.created", "withdrawal.broadcast", "withdrawal.completed"]
    done = (await link.withdrawals(WHY, MEI.uid))[0]
    assert (done.state, done.amount, bool(done.txid)) == ("completed", "250", True)
    assert types(await play(browser, "withdrawal.ask")) == ["withdrawal.created"]
    assert parts.post.mails[-1].kind == "withdrawal_asked"


async def test_an_attack(link: CoreLink, parts: Parts, browser: httpx2.AsyncClient) -> None:
    held = await play(browser, "account.attack", IVAN.uid)
    assert "withdrawal.created" not in types(held)
    parts.post.mails.clear()
    told = types(await play(browser, "account.attack", MEI.uid))
    assert set(told) == {"withdrawal.created", "withdrawal.review", "security.login_new_device", "security.api_key_created",
                         "security.password_changed", "security.hold_started"}  # fmt: skip
    pending = [one for one in await link.withdrawals(WHY, MEI.uid) if one.state in ("review", "pending")]
    assert len(pending) == 3
    assert (await link.sessions(WHY, MEI.uid))[0].device_label == "Chrome on Linux"
    assert (await link.api_keys(WHY, MEI.uid))[0].permissions == ["read", "trade", "withdraw"]
    assert (await link.classify(WHY, parts.world.withdrawals(MEI.uid)[0].address, parts.world.withdrawals(MEI.uid)[0].network, MEI.uid)).risk == "flagged"
    kinds = [mail.kind for mail in parts.post.mails]
    assert kinds == ["new_device", "api_key_created", "withdrawal_asked", "withdrawal_asked", "password_change"]
    assert all("/stolen?proof=" in mail.link for mail in parts.post.mails)


async def test_checks_liquidations_and_appeals(link: CoreLink, browser: httpx2.AsyncClient) -> None:
    assert types(await play(browser, "kyc.retry", code="BAD_FACE_MATCHING")) == ["kyc.retry"]
    kyc = await link.kyc(WHY, MEI.uid)
    assert (kyc.state, kyc.reject_codes, kyc.attempts_left) == ("retry", ["BAD_FACE_MATCHING"], 2)
    assert types(await play(browser, "kyc.approve")) == ["kyc.approved"]
    assert types(await play(browser, "position.liquidate")) == ["position.liquidated"]
    (one,) = await link.liquidations(WHY, MEI.uid)
    statement = await link.liquidation_statement(WHY, one.liquidation_id)
    assert [point.mark for point in statement.mark_series][-1] == statement.trigger_mark_price
    assert types(await play(browser, "p2p.appeal")) == ["p2p.appeal_opened"]
    assert (await link.p2p_orders(WHY, MEI.uid))[0].state == "appealing"
    assert types(await play(browser, "account.password")) == ["security.hold_started", "security.password_changed"]


async def test_networks_and_incidents(link: CoreLink, browser: httpx2.AsyncClient) -> None:
    def tron(rows: Any) -> Any:
        return next(row for row in rows if (row.coin, row.network) == ("USDT", "TRON"))

    assert types(await play(browser, "network.suspend", "")) == ["network.suspended"]
    row = tron(await link.networks(WHY))
    assert (row.deposit_enabled, row.withdraw_enabled, row.deposit_resume_at is not None) == (False, False, True)
    assert types(await play(browser, "network.resume", "")) == ["network.resumed"]
    assert tron(await link.networks(WHY)).deposit_enabled
    assert (await browser.post("/demo/scenes/network.suspend", json={"coin": "MARS"})).status_code == 404
    assert types(await play(browser, "incident.open", "", kind="network", value="SOL")) == ["incident.opened"]
    ongoing = [one for one in await link.incidents(WHY, "ongoing") if one.affects[0].value == "SOL"]
    assert len(ongoing) == 1
    assert types(await play(browser, "incident.resolve", "")) == ["incident.resolved"]
    off = {(row.coin, row.network) for row in await link.networks(WHY) if not (row.deposit_enabled and row.withdraw_enabled)}
    assert off == {("LTC", "LTC"), ("BCH", "BCH"), ("LUMA", "BSC")}


async def test_starting_over(link: CoreLink, parts: Parts, browser: httpx2.AsyncClient, clock: Clock) -> None:
    first = {one.withdrawal_id for one in await link.withdrawals(WHY, MEI.uid)}
    await play(browser, "account.attack")
    await play(browser, "kyc.retry")
    clock.move(minutes=1)
    told = types(await play(browser, "account.start_over"))
    assert "withdrawal.failed" in told
    fresh = await link.withdrawals(WHY, MEI.uid)
    assert {one.amount for one in fresh} == {"500", "18500", "1200"}
    assert not first & {one.withdrawal_id for one in fresh}
    assert (await link.kyc(WHY, MEI.uid)).state == "approved"
    assert [str(one.total) for one in parts.world.balances(MEI.uid)] == ["12480.50", "1.84210000", "6.250000", "120.00"]
    assert await link.api_keys(WHY, MEI.uid) == []


async def test_by_button(browser: httpx2.AsyncClient) -> None:
    page = await browser.get(f"/scenes?uid={MEI.uid}&lang=en")
    for step in STEPS.values():
        assert f'action="/demo/scenes/{step.name}"' in page.text
        assert step.words.en in page.text
    answer = await browser.post("/demo/scenes/deposit.credit", data={"uid": MEI.uid})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/scenes?uid={MEI.uid}&done=deposit.credit#done")
    assert "The deposit is credited" in (await browser.get(answer.headers["location"])).text
    no = await browser.post("/demo/scenes/deposit.again", data={"uid": "66601313"})
    assert "no=invalid" in no.headers["location"]
    assert (await browser.post("/demo/scenes/slow", data={})).status_code == 303
    assert (await browser.post("/demo/scenes/well", json={})).json() == {"step": "well", "events": []}


@pytest.mark.parametrize(
    ("step", "body", "status"),
    [
        ("explode", b"{}", 404), ("deposit.credit", b'{"uid":"1"}', 404), ("deposit.credit", b"{}", 404), ("deposit.credit", b"[", 400),
        ("withdrawal.fail", b'{"uid":"20778177","reason":"%s"}' % (b"x" * 101), 400), ("deposit.credit", b'{"uid":{"a":1}}', 400),
        ("withdrawal.complete", b'{"uid":"20778177","withdrawal_id":"nope"}', 404),
    ],
)  # fmt: skip
async def test_steps_that_cannot_be(browser: httpx2.AsyncClient, step: str, body: bytes, status: int) -> None:
    answer = await browser.post(f"/demo/scenes/{step}", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == status


async def test_forms_of_other_sites(browser: httpx2.AsyncClient) -> None:
    evil = {"origin": "http://evil.example"}
    for path in ("/demo/scenes/account.attack", "/demo/finance/x", f"/phone/{MEI.uid}/questions/x", "/veto", "/passkey/options", "/passkey"):
        assert (await browser.post(path, data={"uid": MEI.uid}, headers=evil)).status_code == 404


async def test_what_was_changed_survives_a_restart(tmp_path: Path, clock: Clock) -> None:
    config = msgspec.structs.replace(CONFIG, data_dir=tmp_path)
    for step in ("account.attack", "withdrawal.fail", "kyc.retry", "p2p.appeal", "position.liquidate"):
        app = build(config, clock=clock)
        transport = httpx2.ASGITransport(cast(Any, app))
        async with httpx2.AsyncClient(transport=transport, base_url="http://demo") as browser:
            await play(browser, step)
        before = app.parts.world
        after = build(config, clock=clock).parts.world
        for read in ("deposits", "withdrawals", "holds", "changes", "balances", "p2p_orders", "about"):
            assert getattr(after, read)(MEI.uid) == getattr(before, read)(MEI.uid)
        assert after.ledger.told == before.ledger.told
