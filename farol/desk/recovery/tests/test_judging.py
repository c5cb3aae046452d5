"""The table and the exchange's own word, without either of them."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from farol.desk.recovery.judging import evidence, judge
from farol.desk.recovery.model import Facts, Verdict
from farol.desk.recovery.rule_store import shipped

NOW = datetime(2026, 11, 22, tzinfo=UTC)
XRP = Facts("missing_memo", "XRP", "XRP", "250", supported=True, withdraw_fee="0.2", at=NOW - timedelta(days=2), credits=True)


def facts(**more: Any) -> Facts:
    """Rosa's XRP, but."""
    return Facts(**{**{name: getattr(XRP, name) for name in XRP.__struct_fields__}, **more})


def test_the_fee_follows_from_the_withdrawal_fee() -> None:
    found = judge(XRP, shipped(), NOW)
    assert found.quote
    assert (found.state, found.quote.fee, found.quote.brings, found.quote.source) == ("quoted", "1", "249", "rules")
    assert "5 × 0.2 = 1 XRP" in found.quote.arithmetic.en
    assert "250 − 1 = 249 XRP" in found.quote.arithmetic.zh


def test_the_exchange_wins_over_the_table() -> None:
    found = judge(facts(core=Verdict("memo", True, "2", "XRP", 3)), shipped(), NOW)
    assert found.quote
    assert (found.quote.fee, found.quote.source, found.quote.days_to) == ("2", "exchange", 3)
    no = judge(facts(core=Verdict("memo", False, why="too_old")), shipped(), NOW)
    assert (no.state, no.why) == ("not_eligible", "core.too_old")
    assert "older" in no.words.en


@pytest.mark.parametrize(("more", "state", "says"), [
    ({"at": NOW - timedelta(days=91)}, "not_eligible", "90 days"),
    ({"supported": False}, "not_eligible", "90 days"),
    ({"usd": Decimal(4)}, "not_eligible", "less than 5 USD"),
    ({"at": None}, "quoted", ""),
    ({"amount": "0.5"}, "not_eligible", "higher than the deposit"),
    ({"kind": "not_ours"}, "not_eligible", "not ours"),
    ({"kind": "contract_address"}, "not_eligible", "Nobody holds a key"),
    ({"kind": "unlisted_token"}, "asked", "cannot be worked out"),
    ({"kind": "unlisted_token", "usd": Decimal(499)}, "not_eligible", "less than 500"),
    ({"kind": "other"}, "not_eligible", "published rules"),
])  # fmt: skip
def test_rows(more: dict[str, Any], state: str, says: str) -> None:
    found = judge(facts(**more), shipped(), NOW)
    assert (found.state, says in found.words.en) == (state, True), found


def test_dollars_become_coins_with_the_sum_shown_and_rounded_for_the_exchange() -> None:
    found = judge(facts(kind="unlisted_token", supported=False, coin="MOONX", amount="3000", usd=Decimal(700)), shipped(), NOW)
    assert found.quote
    assert found.quote.fee == "857.14285715"
    assert "200 USD × 3000 MOONX ÷ 700 USD = 857.14285715 MOONX" in found.quote.arithmetic.en
    par = judge(facts(kind="wrong_network", coin="USDT", amount="640", usd=Decimal(640)), shipped(), NOW)
    assert par.quote
    assert (par.quote.fee, par.quote.brings) == ("25", "615")


def test_somebody_elses_account_is_for_risk_and_tells_nothing() -> None:
    found = judge(facts(kind="foreign_memo", core=Verdict("memo", True, "2", "XRP")), shipped(), NOW)
    assert (found.state, found.risk, found.quote) == ("checking", True, None)
    assert "cannot say more" in found.words.en
    assert "不能说" in found.words.zh


@pytest.mark.parametrize(("usd", "last"), [
    (Decimal("999.99"), "sender_picture"), (Decimal(1000), "screen_recording"), (Decimal("99999.99"), "screen_recording"),
    (Decimal(100_000), "ownership"), (None, "screen_recording")])
def test_tiers_by_worth(usd: Decimal | None, last: str) -> None:
    assert evidence(shipped(), usd)[-1] == last
