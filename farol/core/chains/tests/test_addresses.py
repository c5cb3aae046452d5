"""Addresses: every family's own, no corrupted one accepted, the same string on several networks."""

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.core.chains import classify, networks
from farol.core.chains.families import rules
from farol.core.chains.families.evm import checksum_case
from farol.core.chains.tests.samples import CHECKED, UNCHECKED

EVM = {"ETH", "ARBITRUM", "OPTIMISM", "BASE", "POLYGON", "BSC", "AVAXC"}
PAIRS = [(code, address) for code, addresses in CHECKED.items() for address in addresses]


@pytest.mark.parametrize(("code", "address"), PAIRS)
def test_a_known_address_is_correct_on_its_network(code: str, address: str) -> None:
    assert dict(classify(address))[code] == "correct"


@pytest.mark.parametrize(("code", "address"), [(c, a) for c, some in UNCHECKED.items() for a in some])
def test_an_address_without_a_checksum_is_only_plausible(code: str, address: str) -> None:
    assert dict(classify(address))[code] == "plausible"


def test_every_network_has_a_rule_and_a_sample() -> None:
    assert {entry.validator for entry in networks().values()} == set(rules())
    assert set(networks()) == set(CHECKED) | set(UNCHECKED) | EVM
    assert len(networks()) == 28


def test_no_single_wrong_character_passes_a_checksum() -> None:
    """Every position, three other characters of the same kind each, and the character left out."""
    tried = 0
    for code, address in PAIRS:
        for place, original in enumerate(address):
            kind = next(
                (k for k in (string.digits, string.ascii_lowercase, string.ascii_uppercase) if original in k),
                "",
            )
            start = kind.find(original)
            others = [kind[(start + step) % len(kind)] for step in (1, 2, 5)] if kind else []
            for other in [*others, ""]:
                corrupted = address[:place] + other + address[place + 1 :]
                tried += 1
                assert dict(classify(corrupted)).get(code) != "correct", (code, corrupted)
    assert tried > 7_000


def test_ten_thousand_random_corruptions_are_never_accepted() -> None:
    """Any character of the address's own alphabet anywhere, over every family of chains.json that has a checksum."""
    chance = random.Random(20261122)
    families: dict[str, int] = {}
    while (tried := sum(families.values())) < 10_000:
        code, address = PAIRS[tried % len(PAIRS)]
        place = chance.randrange(len(address))
        other = chance.choice([c for c in string.ascii_letters + string.digits if c != address[place]])
        corrupted = address[:place] + other + address[place + 1 :]
        if corrupted.startswith("0X"):
            continue  # the same address, shouted
        families[networks()[code].family] = families.get(networks()[code].family, 0) + 1
        assert dict(classify(corrupted)).get(code) != "correct", (code, corrupted)
    assert set(families) == {networks()[code].family for code in CHECKED}


def test_swapped_neighbours_are_noticed() -> None:
    for code, address in PAIRS:
        for place in range(len(address) - 1):
            swapped = address[:place] + address[place + 1] + address[place] + address[place + 2 :]
            if swapped != address:
                assert dict(classify(swapped)).get(code) != "correct", (code, swapped)


def test_one_string_can_be_an_address_on_many_networks() -> None:
    given = dict(classify("0xdAC17F958D2ee523a2206206994597C13D831ec7"))
    assert given.keys() >= EVM | {"APT"}
    assert set(dict(classify("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"))) == {"BTC", "BCH"}
    assert set(dict(classify("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"))) == {"BTC", "BCH", "LTC"}
    assert set(dict(classify("0x" + "a1" * 32))) == {"APT", "SUI"}
    assert set(dict(classify("alice.near"))) == {"NEAR", "EOS"}


def test_mixed_case_is_checked_and_plain_case_is_not() -> None:
    address = "0xdAC17F958D2ee523a2206206994597C13D831ec7"
    for plain in (address.lower(), "0x" + address[2:].upper()):
        assert dict(classify(plain))["ETH"] == "plausible"
    assert dict(classify(address.replace("dAC", "DAC")))["ETH"] == "wrong"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u", "TRON"),
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6", "TRON"),
        ("0xdAC17F958D2ee523a2206206994597C13D831ec", "ETH"),
        ("stake1uyehkck0lajq8gr28t9uxnuvgcqrc6070x3k9r8048z8y5gh6ffgw", "ADA"),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "BTC"),
        ("EQCD39VS5jcptHL8vMjEXrzGaRcCVYto7HUn4bpAOg8xqB2M", "TON"),
    ],
)
def test_an_almost_right_address_is_called_wrong_not_unknown(address: str, code: str) -> None:
    assert dict(classify(address))[code] == "wrong"


@pytest.mark.parametrize("text", ["", " ", "hello world", "a" * 5_000, "地址", "0x", "T", "1" * 2_001])
def test_other_text_is_no_address(text: str) -> None:
    assert [pair for pair in classify(text) if pair[0] != "EOS"] == []


@given(st.text(max_size=120))
def test_classify_never_raises(text: str) -> None:
    assert all(code in networks() for code, _ in classify(text))


@given(st.binary(min_size=20, max_size=20))
def test_any_key_written_with_its_checksum_is_correct(key: bytes) -> None:
    written = "0x" + checksum_case(key.hex())
    expected = "plausible" if written[2:] in (written[2:].lower(), written[2:].upper()) else "correct"
    assert dict(classify(written))["ETH"] == expected
