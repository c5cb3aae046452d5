"""One answer looked at, without a server: what fits, what is worth a look, what cannot be."""

import pytest

from farol.core.chains.tests.samples import CHECKED, HEX64
from farol.core.exchange.model import NetworkInfo
from farol.selfserve.forms.checks import Given, check
from farol.selfserve.forms.model import Form, forms, slots
from farol.selfserve.forms.words import Words

BOARD = [NetworkInfo("USDT", "TRC20", True, True), NetworkInfo("USDT", "ERC20", True, True), NetworkInfo("XRP", "XRP", True, True, memo_required=True)]
TRON = CHECKED["TRON"][0]


def look(key: str, typed: str, **answers: str):
    return check(slots()[key], typed, Given(answers, BOARD, Words("en"), "Asia/Shanghai"))


def state(key: str, typed: str, **answers: str) -> str | None:
    found = look(key, typed, **answers)
    return found.state if found else None


def test_an_empty_answer_is_never_wrong() -> None:
    assert [state(key, "  ") for key in slots()] == [None] * len(slots())


@pytest.mark.parametrize(("typed", "network", "wanted"), [
    (HEX64, "TRC20", "good"), (HEX64, "", "good"), ("0x" + HEX64, "ETH", "good"), ("0x" + HEX64, "BTC", "unsure"), (HEX64[:-3], "", "wrong"),
    (TRON, "", "wrong"), (f"https://tronscan.org/#/transaction/{HEX64}", "", "good"), (f"\u200b{HEX64}\u200b", "", "good"), ("我不知道", "", "wrong"),
])  # fmt: skip
def test_a_transaction_id(typed: str, network: str, wanted: str) -> None:
    assert state("txid", typed, network=network) == wanted


def test_a_bare_id_names_the_networks_it_can_be_on() -> None:
    found = look("txid", HEX64)
    assert "TRON" in found.networks
    assert "+" in found.words, "the rest are counted"
    assert "address" in look("txid", TRON).words


@pytest.mark.parametrize(("typed", "network", "wanted"), [
    (TRON, "TRC20", "good"), (TRON, "ETH", "unsure"), (TRON[:-1] + "u", "TRC20", "wrong"), (CHECKED["ETH"][0], "ERC20", "good"), (HEX64, "", "wrong"), ("hello", "", "unsure"), ("hello there", "", "wrong"),
])  # fmt: skip
def test_an_address(typed: str, network: str, wanted: str) -> None:
    assert state("address", typed, network=network) == wanted


@pytest.mark.parametrize(("key", "typed", "answers", "wanted", "fact"), [
    ("network", "trc-20", {}, "good", "TRON"), ("network", "波场", {"coin": "usdt"}, "good", "TRON"), ("network", "SOL", {"coin": "USDT"}, "unsure", "SOL"), ("network", "MyChain", {}, "unsure", "MyChain"),
    ("coin", "usdt", {}, "good", "USDT"), ("coin", "NOPE", {}, "unsure", "NOPE"), ("coin", "比特币", {}, "unsure", "BTC"),
    ("amount", "4,000 USDT", {}, "good", {"amount": "4000", "coin": "USDT"}), ("amount", "1.5", {"coin": "XRP"}, "good", {"amount": "1.5", "coin": "XRP"}), ("amount", "1.2万 USDT", {}, "good", {"amount": "12000", "coin": "USDT"}),
    ("amount", "lots", {}, "wrong", None), ("amount", "-5", {}, "wrong", None), ("amount", "NaN", {}, "wrong", None), ("amount", "9" * 60, {}, "wrong", None),
    ("memo_used", "12345", {"network": "XRP"}, "good", "12345"), ("memo_used", "hello", {"network": "XRP"}, "unsure", "hello"), ("memo_used", "1", {"network": "TRC20"}, "unsure", "1"), ("memo_used", "x", {}, "good", "x"),
    ("order_id", "20261122-ABC", {}, "good", "20261122-ABC"), ("order_id", "a b", {}, "wrong", None), ("symbol", "btc/usdt", {}, "good", "BTC/USDT"), ("symbol", "?", {}, "wrong", None), ("error_code", "-1021", {}, "good", "-1021"),
    ("method", "card", {}, "good", "card"), ("method", "cash", {}, "wrong", None), ("did_they_act", "yes", {}, "good", True), ("did_they_act", "maybe", {}, "wrong", None),
])  # fmt: skip
def test_other_answers(key: str, typed: str, answers: dict[str, str], wanted: str, fact: object) -> None:
    found = look(key, typed, **answers)
    assert (found.state, found.fact) == (wanted, fact)


def test_a_time_is_read_in_the_customers_zone_and_says_both() -> None:
    found = look("time", "2026-01-05T09:30")
    assert (found.state, found.value) == ("good", "2026-01-05 09:30 (Asia/Shanghai, 2026-01-05 01:30 UTC)")
    assert [state("time", typed) for typed in ("2126-01-05T09:30", "gestern", "2026-13-01", "0001-01-01T00:00")] == ["wrong", "wrong", "wrong", "wrong"]


def test_secrets_never_come_through() -> None:
    phrase = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about"
    for key in ("error_text", "memo_used", "txid", "network", "action"):
        assert "abandon" not in look(key, phrase).value, key
    assert look("error_text", phrase).removed == ("seed_phrase",)


def test_absurd_lengths_are_refused_in_words() -> None:
    found = look("error_text", "x" * 501)
    assert (found.state, "500" in found.words) == ("wrong", True)


@pytest.mark.parametrize("form", forms().values(), ids=lambda form: form.reason)
def test_every_form_is_whole(form: Form) -> None:
    assert form.zh
    assert form.en
    assert len({slot.key for slot in form.slots}) == len(form.slots)
    assert all(slot.when is None or form.slot(slot.when[0]) for slot in form.slots)
    assert not {"uid", "uid_or_contact", "contact"} & {slot.key for slot in form.slots}, "who it is, the sign-in says"
