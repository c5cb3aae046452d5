"""Nothing that belongs to one person goes out in public, however it is written."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from farol.channels.opinions.actions.answering import SENTENCES
from farol.channels.opinions.public import personal

PLAIN = st.text(st.characters(whitelist_categories=("Ll", "Lo", "Zs", "Po")), max_size=60)
DIGITS = st.text("0123456789", min_size=1, max_size=20)
SCRIPTS = ("0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "⓪①②③④⑤⑥⑦⑧⑨")
NAMES = ("Mei Lin", "李梅", "mei_lin", "Иван Петров", "José García", "88231007")


@pytest.mark.parametrize("language", SENTENCES)
def test_what_can_be_said_to_everybody_passes(language: str) -> None:
    for sentence in SENTENCES[language]:
        assert personal(sentence, NAMES) == ""


@pytest.mark.parametrize("words", [
    "Support answers 24/7. Please switch on 2FA.", "The rules stand on https://exchange.example/help/fees.", "官方状态页会更新进展。", "Thank you!",
])  # fmt: skip
def test_general_words_pass(words: str) -> None:
    assert personal(words, NAMES) == ""


@given(PLAIN, DIGITS, PLAIN, st.sampled_from(SCRIPTS), st.sampled_from(["", " ", "-", "\u200b", "."]))
def test_no_figure_passes(before: str, digits: str, after: str, script: str, between: str) -> None:
    written = between.join(script[int(digit)] for digit in digits)
    assert personal(f"{before} {written} {after}")


@given(PLAIN, st.emails(), PLAIN)
def test_no_mail_address_passes(before: str, mail: str, after: str) -> None:
    assert personal(f"{before} {mail} {after}")
    assert personal(f"{before} {mail.replace('@', '＠')} {after}")


@given(PLAIN, st.sampled_from(["0x", ""]), st.text("0123456789abcdef", min_size=40, max_size=64), PLAIN)
def test_no_hash_or_address_passes(before: str, prefix: str, digest: str, after: str) -> None:
    assert personal(f"{before} {prefix}{digest} {after}")


@given(PLAIN, st.sampled_from(NAMES), PLAIN, st.sampled_from([str, str.upper, str.lower, lambda n: unicodedata.normalize("NFD", n)]))
def test_no_name_passes(before: str, name: str, after: str, how: object) -> None:
    assert callable(how)
    assert personal(f"{before} {how(name)} {after}", NAMES)


@given(st.sampled_from(["FRL-2026-000123", "ticket no. abc", "UID: #abc", "订单号 12"]), PLAIN)
def test_no_ticket_number_passes(number: str, around: str) -> None:
    assert personal(f"{around} {number} {around}")


@given(st.lists(st.sampled_from(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]), min_size=3))
def test_no_spelt_figure_passes(words: list[str]) -> None:
    assert personal(f"It is {' '.join(words)}.")
    assert personal("编号" + "".join("零一二三四五六七八九"[["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"].index(word)] for word in words))


@given(st.text(max_size=200), st.lists(st.text(min_size=2, max_size=20), max_size=3))
def test_whatever_passes_holds_no_figure_and_no_name(text: str, names: list[str]) -> None:
    assume(not personal(text, names))
    bare = unicodedata.normalize("NFKC", text.lower())
    for allowed in ("2fa", "24/7", "7x24", "7*24"):
        bare = bare.replace(allowed, "")
    assert not any(c.isdigit() for c in bare)
    assert "@" not in bare
