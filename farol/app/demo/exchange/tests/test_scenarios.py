"""For every contact reason one customer for whom it is true, told by the core link and not by their words."""

import json
from pathlib import Path
from typing import Any

import pytest

import farol.core.reasons
from farol.app.demo.exchange import facts
from farol.app.demo.exchange.app import Parts
from farol.app.demo.exchange.campaigns import liquidation_lines
from farol.app.demo.exchange.scenarios import ACCOUNTS, PEOPLE, SCENARIOS
from farol.core import chains
from farol.core.exchange.client import CoreLink

from .conftest import WHY

TAXONOMY: list[dict[str, Any]] = json.loads((Path(farol.core.reasons.__file__).parent / "taxonomy.json").read_text())


def test_every_reason_has_its_customer() -> None:
    assert set(SCENARIOS) == {row["code"] for row in TAXONOMY}
    assert len({case.uid for case in SCENARIOS.values()}) == len(SCENARIOS) == 49
    assert len({person.email for person in PEOPLE.values()}) == len({person.phone for person in PEOPLE.values()}) == len(PEOPLE)
    for case in SCENARIOS.values():
        assert all((case.name.zh, case.name.en, case.true.zh, case.true.en, case.says.zh, case.says.en))
        assert "{" not in case.says.zh + case.says.en


def test_addresses_are_real_ones_and_nobody_shares() -> None:
    seen: set[str] = set()
    for account in ACCOUNTS.values():
        for address, network in ((account.evm, "ETH"), (account.tron, "TRON"), (account.btc, "BTC")):
            assert dict(chains.classify(address))[network] == "correct"
            assert address not in seen
            seen.add(address)


TRUE = {
    "dep.unconfirmed": ("deposits", {"state": "confirming", "confirmations": 4}),
    "dep.missing_memo": ("deposits", {"state": "unattributed", "reason": "missing_memo"}),
    "dep.wrong_network_token": ("deposits", {"state": "rejected", "reason": "wrong_network"}),
    "dep.below_minimum": ("deposits", {"state": "rejected", "reason": "below_minimum"}),
    "dep.compliance_hold": ("deposits", {"state": "held", "reason": "travel_rule"}),
    "dep.wrong_address": ("deposits", {"state": "unattributed", "reason": "expired_address"}),
    "dep.suspended": ("deposits", {"state": "held", "reason": "network_suspended"}),
    "wd.pending_review": ("withdrawals", {"state": "review", "substate": "manual", "cancellable": True}),
    "wd.not_received": ("withdrawals", {"state": "completed"}),
    "wd.failed": ("withdrawals", {"state": "failed", "reason": "platform_24h_limit", "refunded": True}),
    "wd.travel_rule": ("withdrawals", {"state": "review", "substate": "travel_rule"}),
    "wd.wrong_address": ("withdrawals", {"state": "pending", "cancellable": True}),
    "wd.suspended": ("withdrawals", {"state": "failed", "reason": "coin_withdraw_closed"}),
    "trd.order": ("orders", {"status": "rejected", "reject_code": "min_notional"}),
    "trd.liquidation": ("liquidations", {"trigger_mark_price": "91672.4", "bankruptcy_price": "91200"}),
    "trd.system_loss": ("orders", {"status": "rejected", "reject_code": "system_busy"}),
    "trd.api": ("api_keys", {"last_error": "50110"}),
    "p2p.paid_not_released": ("p2p_orders", {"state": "paid", "side": "buy", "escrow": "locked"}),
    "p2p.fraud_payment": ("p2p_orders", {"state": "released", "side": "sell", "name_match": "no"}),
    "p2p.card_frozen": ("p2p_orders", {"state": "released", "name_match": "yes"}),
    "fiat.deposit": ("fiat", {"direction": "in", "state": "unmatched"}),
    "fiat.withdraw": ("fiat", {"direction": "out", "state": "returned", "return_code": "AC04"}),
    "scam.victim": ("withdrawals", {"state": "completed"}),
}  # fmt: skip


@pytest.mark.parametrize("reason", sorted(TRUE))
async def test_it_is_true_at_the_exchange(link: CoreLink, reason: str) -> None:
    read, wanted = TRUE[reason]
    found = (await getattr(link, read)(WHY, SCENARIOS[reason].uid))[0]
    assert {name: getattr(found, name) for name in wanted} == wanted


async def test_and_for_whole_accounts(link: CoreLink, parts: Parts) -> None:
    def uid(reason: str) -> str:
        return SCENARIOS[reason].uid

    assert [one.type for one in (await link.security(WHY, uid("wd.security_hold"))).holds] == ["security_change"]
    stolen = await link.security(WHY, uid("sec.account_stolen"))
    assert [one.kind for one in stolen.last_changes] == ["api_key_created", "password_change", "new_device"]
    assert (await link.user(WHY, uid("sec.restricted"))).status == "restricted"
    assert (await link.user(WHY, uid("sec.freeze_unfreeze"))).status == "frozen"
    assert (await link.user(WHY, uid("acc.close_privacy"))).status == "closing"
    assert (await link.user(WHY, uid("care.person_at_risk"))).flags == ["vulnerable"]
    assert [one.method for one in await link.sessions(WHY, uid("sec.2fa_reset")) if one.result == "failed"] == ["password_totp"] * 4
    assert [one.scope for one in (await link.security(WHY, uid("acc.login"))).holds] == [["login"]]
    kyc = await link.kyc(WHY, uid("acc.kyc_rejected"))
    assert (kyc.state, kyc.reject_codes, kyc.attempts_left) == ("retry", ["UNSATISFACTORY_PHOTOS", "BAD_FACE_MATCHING"], 2)
    assert (await link.kyc(WHY, uid("acc.kyc_pending"))).state == "pending"
    assert (await link.tier(WHY, uid("fee.vip"))).next_gap == "18000"
    rules = (await link.eligibility(WHY, "AUTUMN-TRADE-2026", uid("prod.campaign"))).rules
    assert [rule.key for rule in rules if not rule.passed] == ["volume_usdt"]
    assert (await link.eligibility(WHY, "AUTUMN-TRADE-2026", uid("fee.vip"))).eligible
    old = await link.classify(WHY, SCENARIOS["dep.wrong_address"].says.en.split()[-1], "ETH", uid("dep.wrong_address"))
    assert old.owner == "mine_expired"
    leaving = next(row for row in await link.networks(WHY) if row.coin == "LUMA")
    assert (leaving.deposit_enabled, leaving.withdraw_enabled) == (False, True)
    assert {one.coin for one in parts.world.balances(uid("prod.swap_delist"))} == {"LUMA", "USDT"}
    assert "resolved" in {one.state for one in await link.incidents(WHY)}


QUIET = [reason for reason, case in SCENARIOS.items() if not case.by_state]


@pytest.mark.parametrize("reason", [reason for reason in QUIET if reason not in ("care.person_at_risk", "acc.deceased_rare")])
async def test_a_quiet_account_says_nothing(link: CoreLink, reason: str) -> None:
    uid = SCENARIOS[reason].uid
    assert (await link.deposits(WHY, uid), await link.withdrawals(WHY, uid), (await link.security(WHY, uid)).holds) == ([], [], [])
    assert (await link.user(WHY, uid)).status == "active"


async def test_the_arithmetic_of_a_liquidation(parts: Parts) -> None:
    (thing,) = parts.world.things("liquidation", SCENARIOS["trd.liquidation"].uid)
    lines = {line["name"]: line["result"] for line in liquidation_lines(thing)}
    assert lines == {"value": "48000", "margin": "2400", "maintenance_margin": "240", "liquidation_price": "91680", "bankruptcy_price": "91200"}
    short = {line["name"]: line["result"] for line in liquidation_lines({**thing, "side": "short"})}
    assert (short["liquidation_price"], short["bankruptcy_price"]) == ("100320", "100800")


def test_prices_of_everything_held(parts: Parts) -> None:
    for uid in PEOPLE:
        for balance in parts.world.balances(uid):
            assert facts.worth(balance) > 0 or balance.total == 0
