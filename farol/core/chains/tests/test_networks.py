"""Networks as data: names people use, memo rules, explorer places."""

import pytest

from farol.core.chains import memo_ok, memo_required, network, networks, packed_memo
from farol.core.chains.model import name_key


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("TRC20", "TRON"), ("trc-20", "TRON"), ("波场", "TRON"), ("ERC 20", "ETH"), ("bep20", "BSC"), ("MATIC", "POLYGON"),
        ("Arbitrum One", "ARBITRUM"), ("xbt", "BTC"), ("闪电网络", "LIGHTNING"), ("C-Chain", None), ("", None),
    ],
)  # fmt: skip
def test_a_network_answers_to_its_names(name: str, code: str | None) -> None:
    found = network(name)
    assert (found.code if found else None) == code


def test_no_name_belongs_to_two_networks() -> None:
    owners: dict[str, str] = {}
    for code, entry in networks().items():
        for name in (code, *entry.aliases):
            assert owners.setdefault(name_key(name), code) == code


def test_explorer_places_name_one_network_each() -> None:
    places = [place for entry in networks().values() for place in entry.explorers]
    assert len(places) == len(set(places))
    assert all("://" not in place and place == place.lower() for place in places)


def test_memo_is_required_where_deposits_are_lost_without_one() -> None:
    required = {code for code in networks() if memo_required(code)}
    assert required == {"XRP", "XLM", "TON", "ATOM", "EOS", "HBAR", "STX"}
    assert not memo_required("unknown")


@pytest.mark.parametrize(
    ("name", "memo", "right"),
    [
        ("XRP", "4294967295", True), ("XRP", "4294967296", False), ("XRP", "", False), ("XRP", "12a", False), ("XRP", "１", False),
        ("XLM", "二十八" * 3 + "1", True), ("XLM", "x" * 29, False), ("TON", "20778177", True), ("TON", "a\0b", False),
        ("BTC", "", True), ("BTC", "1", False), ("TRC20", "", True), ("XMR", "a" * 16, True), ("XMR", "a" * 17, False), ("SOL", "", True),
    ],
)  # fmt: skip
def test_memo_form(name: str, memo: str, right: bool) -> None:
    assert memo_ok(name, memo) is right


def test_some_addresses_carry_the_memo() -> None:
    assert packed_memo("XVLhHMPHU98es4dbozjVtdWzVrDjtV18pX8yuPT7y4xaEHi") == "4294967295"
    assert packed_memo("X7AcgcsBL6XDcUb289X4mJ8djcdyKaB5hJDWMArnXr61cqZ") is None
    assert packed_memo("MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ") == "0"
    assert packed_memo("rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh") is None
