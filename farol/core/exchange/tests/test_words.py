"""Every state in words; the exact sentences of the wording table."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from farol.core.exchange.gates import gates
from farol.core.exchange.holds import hold_view
from farol.core.exchange.items import items
from farol.core.exchange.model import CoreTrace, Deposit, Hold, Recovery, Withdrawal
from farol.core.exchange.reasons import REASONS
from farol.core.exchange.shapes import Gate, Reader, Text
from farol.core.exchange.states import DepositState, FoundAs, TxStatus, WithdrawalState
from farol.core.exchange.trace import shown
from farol.core.exchange.words import deposit_line, withdrawal_line

NOW = datetime(2026, 11, 21, 14, 28, tzinfo=UTC)
UTC_READER, SHANGHAI = Reader(NOW), Reader(NOW, "Asia/Shanghai")
CONFIRMING = Deposit(
    "D1", "USDT", "ETH", "4000", DepositState.CONFIRMING, "0xab", confirmations=3, confirm_required_credit=12,
    confirm_required_unlock=64, est_credit_at=NOW + timedelta(minutes=2), est_unlock_at=NOW + timedelta(minutes=12),
    created_at=NOW,
)  # fmt: skip
FAILED = Withdrawal(
    "W1",
    "USDT",
    "TRON",
    "500",
    WithdrawalState.FAILED,
    False,
    reason="not_whitelisted",
    refunded=True,
    created_at=NOW,
)


def deposit(**changes: object) -> Deposit:
    return msgspec.structs.replace(CONFIRMING, **changes)


def withdrawal(**changes: object) -> Withdrawal:
    return msgspec.structs.replace(FAILED, **changes)


def test_row_4_two_gates_two_times() -> None:
    assert deposit_line(CONFIRMING, 12, UTC_READER) == Text(
        "链上 3/12 确认，约 14:30 UTC 可交易，约 14:40 UTC 可提币",
        "3 of 12 confirmations. Tradable about 14:30 UTC, withdrawable about 14:40 UTC",
    )
    assert (
        deposit_line(CONFIRMING, 12, SHANGHAI).zh
        == "链上 3/12 确认，约 22:30（上海）可交易，约 22:40（上海）可提币"
    )


def test_row_5_review() -> None:
    review = withdrawal(
        state=WithdrawalState.REVIEW, substate="manual", usual_half_s=10_800, usual_ninety_s=32_400
    )
    assert withdrawal_line(review, UTC_READER) == Text(
        "风控在人工审核，一半在 3 小时内，九成在 9 小时内",
        "Risk Review is checking it. Half take under 3 h, nine in ten under 9 h",
    )


def test_row_7_failed() -> None:
    assert withdrawal_line(FAILED, UTC_READER) == Text(
        "没提成功：地址不在白名单。500 USDT 已退回余额",
        "Not sent: the address is not on your list. 500 USDT is back in your balance",
    )


def test_row_10_hold() -> None:
    hold = Hold(
        "H1", "security_change", ["withdraw_crypto"], False, NOW - timedelta(hours=13), NOW + timedelta(hours=11),
        "password_change",
    )  # fmt: skip
    assert hold_view(hold, SHANGHAI).words == Text(
        "改密后 24 小时不能提币，明天 09:28（上海）解除，谁都不能提前",
        "No withdrawals for 24 h after a password change. Ends tomorrow 09:28 Shanghai; nobody can shorten it",
    )


def test_a_hold_that_may_not_be_disclosed_looks_the_same_whatever_it_is() -> None:
    told = {
        msgspec.json.encode(hold_view(Hold("H", kind, ["withdraw_crypto"], over, NOW, until, trigger, False), UTC_READER))
        for kind, over, until, trigger in (
            ("risk_review", False, None, ""), ("sanctions", False, NOW + timedelta(days=9), "list_hit"),
            ("judicial", True, None, "order"), ("source_of_funds", False, NOW, "large_deposit"),
        )
    }  # fmt: skip
    assert len(told) == 1
    assert b"sanctions" not in told.pop()


@pytest.mark.parametrize("state", DepositState)
@pytest.mark.parametrize("confirmations", [None, 0, 3, 12, 64, 10**9])
def test_every_deposit_state_has_words(state: DepositState, confirmations: int | None) -> None:
    line = deposit_line(deposit(state=state, confirmations=confirmations), 12, UTC_READER)
    assert line.zh
    assert line.en
    assert "{" not in line.zh + line.en
    assert "None" not in line.zh + line.en


@pytest.mark.parametrize("state", WithdrawalState)
@pytest.mark.parametrize(
    "substate", ["", "email", "face", "questionnaire", "auto", "manual", "hot_wallet", "strange"]
)
def test_every_withdrawal_state_has_words(state: WithdrawalState, substate: str) -> None:
    line = withdrawal_line(withdrawal(state=state, substate=substate, reason="strange"), UTC_READER)
    assert line.zh
    assert line.en
    assert "strange" not in line.zh + line.en


def test_the_core_decides_whether_it_is_credited() -> None:
    early = gates(deposit(state=DepositState.AVAILABLE, confirmations=1), 12, NOW)
    assert early is not None
    assert (early.credited, early.withdrawable) == (Gate(12, 12), Gate(64, 64))
    late = gates(deposit(confirmations=50), 12, NOW)
    assert late is not None
    assert late.credited.have == 11
    assert not late.credited.passed


def test_without_an_estimate_the_missing_blocks_are_counted() -> None:
    found = gates(deposit(est_credit_at=None, est_unlock_at=None), 12, NOW)
    assert found is not None
    assert found.credited.at == NOW + timedelta(seconds=108)
    assert found.withdrawable.at == NOW + timedelta(seconds=732)
    unknown = gates(deposit(est_credit_at=None, est_unlock_at=None), None, NOW)
    assert unknown is not None
    assert unknown.credited.at is None


def test_failing_first_then_held_moving_done() -> None:
    review = withdrawal(withdrawal_id="W2", state=WithdrawalState.REVIEW, amount="18500")
    done = deposit(deposit_id="D2", state=DepositState.AVAILABLE, created_at=NOW - timedelta(hours=1))
    found = items([CONFIRMING, done], [review, FAILED], UTC_READER)
    assert [item.tone for item in found] == ["failed", "held", "moving", "done"]
    assert found[0].title == Text("提币 500 USDT 没成功", "500 USDT withdrawal not sent")
    assert found[1].amount == "18,500"


def test_old_things_leave_unless_little_else_is_there() -> None:
    old = deposit(state=DepositState.AVAILABLE, created_at=NOW - timedelta(days=20))
    assert len(items([old], [], UTC_READER)) == 1
    fresh = [withdrawal(withdrawal_id=str(n)) for n in range(5)]
    assert all(item.kind == "withdrawal" for item in items([old], fresh, UTC_READER))
    assert len(items([], [withdrawal(withdrawal_id=str(n)) for n in range(50)], UTC_READER)) == 12


def traced(**answer: object) -> Text:
    return shown(CoreTrace(**answer), "XRP", ["XRP"], True, UTC_READER).words  # type: ignore[arg-type]


def test_nothing_is_told_of_somebody_elses_deposit() -> None:
    answer = CoreTrace(
        FoundAs.OTHER_USER, TxStatus.CONFIRMED, "ETH", "USDT", "4000", "D9", DepositState.HELD, "kyc_limit",
        confirmations=9, confirm_required_credit=12, est_credit_at=NOW,
    )  # fmt: skip
    told = shown(answer, "ETH", ["ETH"], True, UTC_READER)
    assert (told.state, told.credited, told.required_credit, told.est_credit_at) == (
        "unknown",
        False,
        None,
        None,
    )
    assert not told.mine
    assert "另" not in told.words.zh
    assert "other" not in told.words.en


def test_each_answer_has_its_words() -> None:
    recoverable = [Recovery("memo", True, fee="2", fee_coin="XRP", eta_days=3)]
    assert traced(found=FoundAs.UNATTRIBUTED, eligible_recovery=recoverable).en == (
        "It reached our address without the destination tag, so its owner is not known yet. It can be credited "
        "after proof. It can be recovered, fee 2 XRP, about 3 days"
    )
    assert "没有离开付款钱包" in traced(found=FoundAs.NOT_OURS, tx_status=TxStatus.FAILED).zh
    assert "not listed" in traced(found=FoundAs.UNSUPPORTED, eligible_recovery=[Recovery("x", False)]).en
    assert (
        "低于最小充值 5 DOGE"
        in traced(
            found=FoundAs.OURS,
            coin="DOGE",
            state=DepositState.REJECTED,
            reason="below_minimum",
            min_deposit="5",
        ).zh
    )
    nowhere = shown(CoreTrace(FoundAs.NOT_FOUND), "ETH", ["ETH", "BSC"], True, UTC_READER)
    assert nowhere.found == "unknown"
    assert "ETH、BSC" in nowhere.words.zh


def test_reasons_are_plain_words() -> None:
    for text in REASONS.values():
        for word in ("!", "！", "unfortunately", "soon", "亲", "尊敬"):
            assert word not in text.zh + text.en.lower().replace("reason", "")
