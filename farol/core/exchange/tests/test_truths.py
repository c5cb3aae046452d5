"""What is said at once: form, network, memo, contract, look-alike, board, and what the core found."""

from datetime import UTC, datetime

import pytest

from farol.core.chains import find
from farol.core.exchange.model import CoreTrace, NetworkInfo
from farol.core.exchange.shapes import Reader, Truth
from farol.core.exchange.states import DepositState, FoundAs, OwnerClass, TxStatus
from farol.core.exchange.truths import (
    of_board,
    of_form,
    of_memo,
    of_named,
    of_owner,
    of_past,
    of_trace,
    sorted_truths,
)

TETHER = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"
PLAIN = "TLa2f6VPqDgRE67v1736s7bJ8Ray5wYjU7"
HEX64 = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"
SOLANA = "9WzDXwBbmkg8ZTbNMqUxvQRAyrZzDsGYdLVL9zYtAWWM"


def codes(truths: list[Truth]) -> list[str]:
    return [one.code for one in truths]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAIN, ["checksum_correct"]),
        (PLAIN[:-1] + "8", ["checksum_wrong"]),
        (f"地址{SOLANA}", ["format_plausible"]),
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", ["many_networks", "checksum_correct"]),
        (TETHER, ["contract", "checksum_correct"]),
        (PLAIN[:9] + "\u200b" + PLAIN[9:], ["invisible", "checksum_correct"]),
        (PLAIN.replace("T", "\u0422", 1), ["look_alike", "checksum_correct"]),
        (f"txid {HEX64}", ["many_networks"]),
    ],
)
def test_the_form_says_only_what_the_form_can_say(text: str, expected: list[str]) -> None:
    (found,) = find(text)
    assert sorted(codes(of_form(found))) == sorted(expected)


def test_correct_is_never_said_without_a_checksum() -> None:
    for text in (SOLANA, "0x" + "a1" * 20, "alice.near", "0x" + HEX64):
        for one in find(f"address {text}"):
            assert "checksum_correct" not in codes(of_form(one))


def test_the_worst_comes_first() -> None:
    (found,) = find(TETHER)
    assert codes(of_form(found)) == ["contract", "checksum_correct"]


def test_a_named_network_that_cannot_be_is_told() -> None:
    (found,) = find(PLAIN)
    assert codes(of_named(found, ["ETH"])) == ["wrong_network"]
    assert of_named(found, ["ETH", "TRON"]) == []
    assert of_named(found, []) == []


@pytest.mark.parametrize(
    ("answer", "network", "expected"),
    [
        (CoreTrace(FoundAs.UNATTRIBUTED, reason="missing_memo"), "XRP", ["missing_memo"]),
        (CoreTrace(FoundAs.UNATTRIBUTED, reason="hot_wallet"), "TRON", ["platform_wallet"]),
        (CoreTrace(FoundAs.OTHER_USER), "XRP", ["foreign_memo"]),
        (CoreTrace(FoundAs.OTHER_USER), "TRON", []),
        (CoreTrace(FoundAs.NOT_OURS, coin="USDT", reason="contract_address"), "ETH", ["contract"]),
        (CoreTrace(FoundAs.NOT_OURS, TxStatus.FAILED), "TRON", ["failed_on_chain"]),
        (CoreTrace(FoundAs.UNSUPPORTED, reason="unlisted_coin"), "BSC", ["unlisted"]),
        (CoreTrace(FoundAs.UNSUPPORTED, reason="wrong_network"), "BSC", ["wrong_network"]),
        (CoreTrace(FoundAs.OURS, state=DepositState.CREDITED_LOCKED), "ETH", ["credited_locked"]),
        (CoreTrace(FoundAs.OURS, state=DepositState.REJECTED, reason="below_minimum", min_deposit="10", coin="USDT"), "TRON", ["below_minimum"]),
        (CoreTrace(FoundAs.OURS, state=DepositState.AVAILABLE), "ETH", []),
    ],
)
def test_what_the_core_found_is_told_in_a_truth(answer: CoreTrace, network: str, expected: list[str]) -> None:
    assert codes(of_trace(answer, network)) == expected


def test_somebody_elses_deposit_is_told_alike_whatever_the_core_adds() -> None:
    assert of_trace(CoreTrace(FoundAs.OTHER_USER, reason="foreign_memo"), "XRP") == of_trace(CoreTrace(FoundAs.OTHER_USER), "XRP")


def test_an_address_that_copies_the_ends_of_a_used_one_shows_its_middle() -> None:
    given, used = "TQ4mXaaaaaaaaaaaaaaaaaaaaaaaaa9v8c", "TQ4mXbbbbbbbbbbbbbbbbbbbbbbbbb9v8c"
    (truth,) = of_past(given, [PLAIN, used])
    assert (truth.code, truth.tone) == ("poisoned", "stop")
    assert "[aaaa" in truth.words.en
    assert "[bbbb" in truth.words.zh
    assert of_past(used, [used]) == []


def test_a_memo_is_judged_by_its_network() -> None:
    assert codes(of_memo("XRP", "")) == ["missing_memo"]
    assert codes(of_memo("XRP", "hello")) == ["memo_form"]
    assert codes(of_memo("TRON", "123")) == ["memo_not_used"]
    assert of_memo("XRP", "104722") == of_memo("XRP", None) == of_memo("TRON", "") == of_memo("nowhere", "1") == []


def test_a_paused_network_is_told_with_its_end() -> None:
    reader = Reader(datetime(2026, 11, 22, 8, tzinfo=UTC))
    board = [NetworkInfo("USDT", "TRC20", False, True, datetime(2026, 11, 22, 10, tzinfo=UTC)), NetworkInfo("USDT", "ETH", True, True)]
    (truth,) = of_board("TRON", "USDT", board, reader)
    assert (truth.code, truth.words.en) == ("deposits_paused", "USDT deposits on TRON are paused, back about 10:00 UTC")
    assert of_board("ETH", "USDT", board, reader) == of_board("TRON", "BTC", board, reader) == []


def test_an_owner_adds_its_truth() -> None:
    assert codes(of_owner(OwnerClass.PLATFORM_HOT, False)) == ["platform_wallet"]
    assert codes(sorted_truths(of_owner(OwnerClass.MINE_EXPIRED, True))) == ["poisoned", "expired_address"]
    assert of_owner(OwnerClass.MINE_CURRENT, False) == []
