"""The tokeniser: one question, one set of tokens, whatever the script."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.kit import text


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("", []),
        ("充值未到账", ["充", "值", "未", "到", "账", "充值", "值未", "未到", "到账"]),
        ("币", ["币"]),
        ("deposits", ["deposits", "depo"]),
        ("coin", ["coin"]),
        ("입금이", ["입금", "금이"]),
        ("돈", ["돈"]),
        ("ถอน", ["ถ", "อ", "น", "ถอ", "อน"]),
        ("เงิน", ["เ", "งิ", "น", "เงิ", "งิน"]),
        ("nạp tiền", ["nạp", "nap", "tiền", "tien"]),
        ("Депозиты", ["депозиты", "депо"]),
        ("131089", ["131089"]),
    ],
)
def test_tokens_of_each_script(given_text: str, expected: list[str]) -> None:
    assert text.tokens(given_text) == expected


def test_han_beside_latin_is_cut_at_the_border() -> None:
    found = text.tokens("USDT充值TRC20网络")
    assert {"usdt", "充值", "trc20", "网络"} <= set(found)
    assert not any("t" in token and "充" in token for token in found)
    assert text.words("USDT充值TRC20网络") == ["usdt", "充值", "trc20", "网络"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("儲值未到賬", "储值未到账"),
        ("合約帳戶", "合约帐户"),
        ("ＵＳＤＴ　１２３", "usdt 123"),
        ("DEPOSIT", "deposit"),
        ("de\u200bpo\u200dsit", "deposit"),
        ("\u202edeposit\u202c", "deposit"),
        ("Straße", "STRASSE"),
        ("cafe\u0301", "café"),
    ],
)
def test_spellings_that_look_the_same_are_the_same(one: str, other: str) -> None:
    assert text.tokens(one) == text.tokens(other)


def test_accents_may_be_left_out() -> None:
    assert "retiro" in text.tokens("retiró")
    assert {"depósito", "depo", "deposito"} <= set(text.tokens("depósito"))


def test_numbers_and_ids_have_no_prefix() -> None:
    assert text.tokens("20778177") == ["20778177"]
    assert text.tokens("0x9f3c71d0a4be") == ["0x9f3c71d0a4be"]


def test_punctuation_and_emoji_give_nothing() -> None:
    assert text.tokens("!!! … — 🙂 \x00\n\t") == []


def test_a_very_long_text_is_read_to_its_limit_and_quickly() -> None:
    started = time.perf_counter()
    found = text.tokens("提" * 1_000_000)
    assert len(found) == 2 * text.MOST - 1
    assert time.perf_counter() - started < 5


@given(st.text(max_size=400))
def test_any_text_gives_stable_tokens_without_spaces(anything: str) -> None:
    found = text.tokens(anything)
    assert found == text.tokens(anything)
    assert all(token and not token.isspace() for token in found)
    assert "\x00" not in "".join(found)
