"""Ways out of a reply are found however they are spelled; amounts, ids and hashes are none."""

import pytest

from farol.desk.guard.contacts import Listed, found, key_of
from farol.desk.guard.links import Hosts

OURS = Listed(
    Hosts(frozenset({"farol.test", "tronscan.org"})), frozenset({"farol_bot"}), frozenset({"442079460958"}), frozenset({"help@partner.example"}), frozenset())
WAYS = [
    ("Call us at +44 20 7946 0958.", "never.number"), ("致电 400-820-8820", "never.number"), ("手机 138 0013 8000", "never.number"),
    ("Call 020 7946 0958 now", "never.number"), ("ＷhatsApp me: +１ ４１５ ５５５ ２６７１", "never.link"), ("＋４４ ２０ ７９４６ ０９５８", "never.number"),
    ("Write to desk@farol-help.top", "never.mail"), ("desk (at) farol-help (dot) top", "never.mail"), ("dësk@x.example", "never.mail"),
    ("Join t.me/farol_help", "never.link"), ("加微信：farol_8821", "never.link"), ("@farol_refunds", "never.link"), ("https://farol.test.evil.example/x", "never.link"),
    ("Send it to TJRabPrwbZy45sbavfcjinPJC18kjpRTv8", "never.address"), ("0x52908400098527886E0F7030069857D2E4169EE7", "never.address"),
    ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "never.address"),
]  # fmt: skip
NONE = [
    "The withdrawal of 250,000 USDT left at 14:02 UTC.", "It has 8 of 12 confirmations, block 68123456.", "Your number is FRL-1042, account 83920041.",
    "Hash 9f3c2b1a7d5e4c3b2a1908f7e6d5c4b3a29180716253443526170809aabbccdd", "1. Open Wallet\n2. Press Withdraw\n3. Wait 24 h",
    "From 2026-11-01 to 2026-11-23 10:00-12:00", "+5 points", "提币 1300 USDT，手续费 1.0 USDT", "订单 20261123100245813 已完成",
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), WAYS)
def test_ways_out(text: str, code: str) -> None:
    assert code in [one.code for one in found(text)], found(text)


@pytest.mark.parametrize("text", NONE)
def test_no_ways_out(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["Call +44 (0)20 7946 0958".replace("(0)", ""), "Call 020 7946 0958", "help@partner.example", "a@mail.farol.test", "@farol_bot", "https://t.me/farol_bot", "https://help.farol.test/x"])
def test_ours_may_stand(text: str) -> None:
    assert all(OURS.has(one) for one in found(text))
    assert found(text)


@pytest.mark.parametrize("text", ["+44 20 7946 0959", "0958", "help@partner.example.evil", "@farol_bot2", "https://t.me/farol_bot_help", "+7 442079460958"])
def test_what_looks_like_ours_is_not(text: str) -> None:
    assert not any(OURS.has(one) for one in found(text))


@pytest.mark.parametrize(("kind", "written", "key"), [
    ("number", "+44 20 7946 0958", "442079460958"), ("mail", "Help@Farol.test", "help@farol.test"), ("handle", "@Farol_Bot", "farol_bot"),
    ("host", "https://www.status.farol.test/x", "status.farol.test"), ("host", "nothing", ""), ("number", "12", ""), ("mail", "x", ""), ("address", "x", ""),
    ("address", "0x52908400098527886E0F7030069857D2E4169EE7", "0x52908400098527886e0f7030069857d2e4169ee7"),
])  # fmt: skip
def test_one_key_for_each_spelling(kind: str, written: str, key: str) -> None:
    assert key_of(kind, written) == key  # type: ignore[arg-type]
