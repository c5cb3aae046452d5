"""Payments: agreed at the desk, carried out by the finance queue, once, with the right sum."""

from decimal import Decimal

import httpx2
import pytest

from farol.app.demo.cast import ROSA
from farol.app.demo.exchange.app import Parts
from farol.app.demo.exchange.cases.peers import BUYER, SELLER
from farol.app.demo.exchange.made import txid_of
from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.core.exchange.client import CoreLink
from farol.core.exchange.model import ActionOrder, Method, Receipt

from .conftest import WHY, Clock
from .orders import SOL, order

UNTAGGED = SCENARIOS["dep.missing_memo"].uid
TXID = txid_of("XRP", f"{UNTAGGED}:untagged")


async def agreed(link: CoreLink, parts: Parts, one: ActionOrder, key: str) -> Receipt:
    asked = await link.challenge(WHY, one.uid, Method.SMS_CODE, "recovery")
    code = parts.post.texts[one.uid][-1].words.split("code ")[-1].split("验证码 ")[-1][:6]
    await link.answer(WHY, asked.challenge_id, code)
    return await link.act(WHY, one, key)


async def test_an_untagged_deposit_is_credited_by_finance(link: CoreLink, parts: Parts, clock: Clock) -> None:
    one = order("deposit.credit_unattributed", UNTAGGED, SOL, txid=TXID, network="XRP", coin="XRP", amount="900", fee="2")
    receipt = await agreed(link, parts, one, "k-1")
    assert (receipt.state, receipt.final) == ("accepted", False)
    assert (await link.deposits(WHY, UNTAGGED))[0].state == "unattributed"
    clock.move(seconds=21)
    assert parts.desk.finance() == [receipt.action_id]
    assert parts.desk.finance(now=True) == []
    assert (await link.deposits(WHY, UNTAGGED))[0].state == "available"
    assert parts.world.ledger.moved(UNTAGGED) == {"XRP": Decimal(898)}
    assert (await link.action(WHY, receipt.action_id)).receipt_sig
    assert [one.event for one in parts.world.ledger.told[-3:]] == ["deposit.credited", "deposit.available", "action.executed"]
    second = order("deposit.credit_unattributed", UNTAGGED, SOL, txid=TXID, network="XRP", coin="XRP", amount="900")
    assert (await link.act(WHY, second, "k-2")).state == "failed"


async def test_back_to_where_it_came_from(link: CoreLink, parts: Parts) -> None:
    one = order("deposit.refund_to_source", UNTAGGED, SOL, txid=TXID, network="XRP", coin="XRP", amount="900", address="rThief")
    await agreed(link, parts, one, "k-1")
    parts.desk.finance(now=True)
    assert (await link.deposits(WHY, UNTAGGED))[0].state == "returned"
    assert parts.world.ledger.moved(UNTAGGED) == {}


@pytest.mark.parametrize(
    ("uid", "params", "why"),
    [
        (UNTAGGED, {"txid": TXID, "fee": "0"}, "fee_differs"),
        (UNTAGGED, {"txid": "F" * 64}, "no_such_deposit"),
        (ROSA.uid, {"txid": TXID}, "no_such_deposit"),
        (SCENARIOS["dep.below_minimum"].uid, {"txid": txid_of("DOGE", f"{SCENARIOS['dep.below_minimum'].uid}:dust")}, "not_eligible"),
        (SCENARIOS["dep.unconfirmed"].uid, {"txid": txid_of("ETH", f"{SCENARIOS['dep.unconfirmed'].uid}:0")}, "not_eligible"),
        (SCENARIOS["dep.compliance_hold"].uid, {"txid": txid_of("ETH", f"{SCENARIOS['dep.compliance_hold'].uid}:held")}, "not_eligible"),
    ],
)  # fmt: skip
async def test_what_cannot_be_credited(link: CoreLink, parts: Parts, uid: str, params: dict[str, str], why: str) -> None:
    receipt = await link.act(WHY, order("deposit.credit_unattributed", uid, SOL, **params), "k-1")
    assert (receipt.state, receipt.effects[0].text_key) == ("failed", why)


async def test_the_books_say_how_much_and_not_whoever_asks(link: CoreLink, parts: Parts) -> None:
    """XRP for a fortune stays a fortune when the order calls it one."""
    large = SCENARIOS["dep.wrong_network_token"].uid
    parts.world.ledger.write("deposit", parts.world.deposits(large)[0].deposit_id, large, "", None, amount="250000")
    one = order("deposit.recover", large, SOL, txid=parts.world.deposits(large)[0].txid, coin="USDT", amount="1", kind="wrong_network")
    assert (await agreed(link, parts, one, "k-1")).state == "needs_approval"


async def test_goodwill_rewards_and_claims(link: CoreLink, parts: Parts, browser: httpx2.AsyncClient) -> None:
    await link.act(WHY, order("goodwill.grant", ROSA.uid, SOL, amount="20", coin="USDT"), "k-1")
    await link.act(WHY, order("reward.reissue", ROSA.uid, SOL, amount="5", coin="USDT", campaign_id="X"), "k-2")
    await link.act(WHY, order("claim.pay", ROSA.uid, SOL, amount="100.5", coin="USDT", claim_id="C-1"), "k-3")
    page = (await browser.get("/scenes?lang=en")).text
    assert "goodwill.grant" in page
    refused = await link.action_by_key(WHY, "k-2")
    assert refused is not None
    await browser.post(f"/demo/finance/{refused.action_id}")
    told = (await browser.post("/demo/scenes/finance.run", json={})).json()["events"]
    assert [one["type"] for one in told] == ["action.executed", "action.executed"]
    assert (await link.action(WHY, refused.action_id)).state == "failed"
    assert parts.world.ledger.moved(ROSA.uid) == {"USDT": Decimal("120.5")}
    twice = await link.act(WHY, order("claim.pay", ROSA.uid, SOL, amount="100.5", coin="USDT", claim_id="C-1"), "k-4")
    assert (twice.state, twice.effects[0].text_key) == ("failed", "claim_paid_already")


async def test_the_arbiter(link: CoreLink, parts: Parts, clock: Clock) -> None:
    uid = SCENARIOS["p2p.paid_not_released"].uid
    (mine,) = await link.p2p_orders(WHY, uid)
    (theirs,) = [one for one in await link.p2p_orders(WHY, SELLER) if one.p2p_order_id == mine.p2p_order_id]
    assert (mine.side, theirs.side, mine.escrow) == ("buy", "sell", "locked")
    more = await link.act(WHY, order("p2p.extend", uid, SOL, p2p_order_id=mine.p2p_order_id, minutes=30), "k-1")
    assert more.state == "executed"
    assert (await link.p2p_order(WHY, mine.p2p_order_id)).timers.release_until > clock.now  # type: ignore[union-attr, operator]
    await link.act(WHY, order("p2p.release", uid, SOL, p2p_order_id=mine.p2p_order_id), "k-2")
    assert parts.world.ledger.moved(uid) == {"USDT": Decimal(1000)}
    assert {one.state for one in await link.p2p_orders(WHY, uid)} == {"released"}
    again = await link.act(WHY, order("p2p.cancel", uid, SOL, p2p_order_id=mine.p2p_order_id), "k-3")
    assert (again.state, again.effects[0].text_key) == ("failed", "not_in_escrow")


async def test_the_other_side_is_held_for_a_quarter_of_an_hour(link: CoreLink, parts: Parts, clock: Clock) -> None:
    uid = SCENARIOS["p2p.fraud_payment"].uid
    (order_,) = await link.p2p_orders(WHY, uid)
    receipt = await link.act(WHY, order("counterparty.hold", uid, SOL, counterparty_ref=order_.counterparty_ref), "k-1")
    assert (receipt.state, BUYER in str(receipt)) == ("executed", False)
    assert [hold.type for hold in (await link.security(WHY, BUYER)).holds] == ["p2p_dispute"]
    clock.move(minutes=15)
    assert (await link.security(WHY, BUYER)).holds == []
