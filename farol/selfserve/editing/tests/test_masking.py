"""Nothing of a ticket that tells who somebody is or what they own gets into a text that may become public."""

import pytest

from farol.selfserve.editing.masking import masked


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Hi Mei Lin, write to mei.lin@example.com", "Hi [name], write to [mail]"),
        ("MEI told lin@x.co.uk and Lin", "[name] told [mail] and [name]"),
        ("your 18,500 USDT and $35.20 and 0.0123", "your [amount] and [amount] and [amount]"),
        ("tx 0x" + "9f" * 32 + " is there", "tx [id] is there"),
        ("uid 83661241, ticket FRL-2026-000123, order DEP20261120A", "uid [number], ticket [id], order [id]"),
        ("call +86 138 0013 8000 at 13:04 on 2026-11-20", "call [number] at [time] on [time]"),
        ("see https://bank.example/x?account=7 now", "see [link] now"),
        ("tg @mei_lin88", "tg [name]"),
        ("It takes 20 minutes and 12 confirmations on TRC20.", "It takes 20 minutes and 12 confirmations on TRC20."),
    ],
)
def test_what_is_personal_goes_and_what_is_a_rule_stays(words: str, kept: str) -> None:
    assert masked(words, "en", ["Mei Lin"]) == kept


def test_chinese_words_are_masked_in_chinese() -> None:
    said = masked("美林您好，1200 USDT 和 5000U 已到账，30 分钟内可用。", "zh", ["美林"])
    assert said == "〔姓名〕您好，〔数额〕 和 〔数额〕 已到账，30 分钟内可用。"


def test_secrets_are_gone() -> None:
    assert "abandon" not in masked("seed: " + "abandon " * 11 + "about", "en")


def test_a_long_text_has_an_end() -> None:
    assert len(masked("a " * 50_000, "en")) <= 20_100
