"""Which language a ticket keeps."""

import pytest

from farol.core.language import Guess, detect, settle
from farol.kit.i18n import canonical, covers


@pytest.mark.parametrize(("kept", "guess", "chosen", "first", "settled"), [
    ("en", Guess("es", 0.95), "", False, "es"),
    ("en", Guess("es", 0.6), "", False, "en"),
    ("en", Guess("es", 0.6), "", True, "es"),
    ("en", Guess("und", 0.0), "", True, "en"),
    ("zh", Guess("und", 0.0), "", True, "zh-Hans"),
    ("zh-Hant", Guess("zh-Hans", 0.5), "", False, "zh-Hant"),
    ("en", Guess("ru", 1.0), "tr", False, "tr"),
    ("", Guess("ru", 0.1), "", True, "ru"),
    ("", Guess("und", 0.0), "", True, "und"),
])  # fmt: skip
def test_a_ticket_turns_only_for_more_than_a_word(kept: str, guess: Guess, chosen: str, first: bool, settled: str) -> None:
    assert settle(kept, guess, chosen, first=first) == settled


@pytest.mark.parametrize(("text", "kept", "first", "settled"), [
    ("你好", "en", True, "zh-Hans"), ("人工", "en", True, "zh-Hans"), ("出金", "en", True, "zh-Hans"), ("출금", "en", True, "ko"), ("где деньги", "en", True, "ru"),
    ("你好", "zh-Hant", False, "zh-Hant"), ("你好，在不在，我在等你", "zh-Hant", False, "zh-Hant"), ("ok", "ru", True, "ru"), ("USDT?", "zh-Hans", True, "zh-Hans"),
    ("gracias", "en", False, "en"), ("谢谢", "en", False, "en"), ("감사", "en", False, "en"),
])  # fmt: skip
def test_a_word_begins_a_ticket_in_its_script_and_turns_none(text: str, kept: str, first: bool, settled: str) -> None:
    assert settle(kept, detect(text), first=first) == settled


def test_codes_have_one_spelling() -> None:
    told = ("zh", "zh-CN", "zh_TW", "zh-hant-HK", "zh-Hans-HK", "pt-BR", "EN", "", "12", "x" * 40)
    assert [canonical(tag) for tag in told] == ["zh-Hans", "zh-Hans", "zh-Hant", "zh-Hant", "zh-Hans", "pt", "en", "und", "und", "und"]


def test_who_knows_chinese_serves_either_script() -> None:
    assert covers("zh", "zh-Hant")
    assert covers("zh-Hant", "zh")
    assert not covers("zh-Hans", "zh-Hant")
    assert not covers("zh", "en")
