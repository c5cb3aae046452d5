"""Hearing a language."""

import pytest

from farol.app.evaluate import language
from farol.core.language import detect
from farol.core.language.strip import strip

HASH = "0x9f3c8e0b7a6d5c4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e"


@pytest.mark.parametrize(("text", "code"), [
    ("提币三个小时了还没到", "zh-Hans"), ("我的提現沒收到", "zh-Hant"), ("點解我啲錢未到", "zh-Hant"), ("入金がまだです", "ja"), ("出金処理中", "ja"),
    ("币の问题还没解决", "zh-Hans"), ("출금 언제 되나요", "ko"), ("спс", "ru"), ("дякую", "uk"), ("где мои USDT", "ru"), ("spasibo", "ru"),
    ("أين أموالي", "ar"), ("متشکرم", "fa"), ("mera paisa kab aayega", "hi"), ("ขอบคุณ", "th"), ("param gelmedi", "tr"), ("tien cua toi dau", "vi"),
    ("WHERE IS MY MONEY", "en"), ("meu saque não caiu", "pt"), ("gracias", "es"), ("my USDT 没到账怎么办", "zh-Hans"),
    (f"TXID {HASH} 没到账", "zh-Hans"), ("withdrawal зависла, что делать", "ru")])
def test_a_few_words_are_enough(text: str, code: str) -> None:
    assert detect(text).code == code


@pytest.mark.parametrize("text", ["", "ok", "USDT?", HASH, "TJRyWwFs9wTFGZg3JbrVriFbNfCug5tDeC 500 TRC20", "👍", "https://a.example/x?y=hola",
    "〔助记词已删除〕", "[seed phrase removed]", "W-20261122-000123", "BTC/USDT"])  # fmt: skip
def test_ids_amounts_and_tickers_are_no_language(text: str) -> None:
    assert detect(text) == ("und", 0.0)


def test_more_words_are_surer() -> None:
    sure = [detect(text).sure for text in ("gracias", "gracias por la ayuda", "gracias por la ayuda, pero mi retiro todavía no ha llegado a mi cuenta")]
    assert sure == sorted(sure)
    assert sure[0] < 0.9 < sure[2]


def test_a_mask_and_a_hash_are_taken_out_before_anybody_listens() -> None:
    assert strip(f"my seed [seed phrase removed] and {HASH} on TRC20") == "my seed and on"


def test_a_long_letter_is_heard_by_its_beginning() -> None:
    assert detect("мой вывод не пришёл " * 20_000).code == "ru"


def test_short_messages_of_twenty_languages_are_heard() -> None:
    found = language.run(())
    assert found.messages >= 120
    assert found.languages >= 20
    assert found.accuracy >= 0.97
    assert found.held >= 0.93
