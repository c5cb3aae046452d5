"""Token contracts, spellings, and addresses made to look alike."""

import pytest

from farol.core.chains import alike, classify, contract, contracts, one_spelling


def test_every_contract_is_an_address_of_its_network_with_a_right_checksum() -> None:
    for one in contracts():
        assert dict(classify(one.address))[one.network] == ("plausible" if one.network == "SOL" else "correct"), one


def test_a_contract_is_known_in_any_spelling() -> None:
    tether = contract("0xdac17f958d2ee523a2206206994597c13d831EC7".lower())
    assert tether
    assert (tether.coin, tether.network) == ("USDT", "ETH")
    assert contract("0x" + "0" * 40) is None


def test_hexadecimal_and_bech32_have_one_spelling_and_base58_does_not() -> None:
    assert one_spelling("0xABCDEF") == "0xabcdef"
    assert one_spelling("BC1QW508D6") == "bc1qw508d6"
    assert one_spelling("TR7NHqje") == "TR7NHqje"


@pytest.mark.parametrize(
    ("given", "other", "middle"),
    [
        ("0x1234aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabcde", "0x1234ffffffffffffffffffffffffffffffffbcde", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
        ("TQ4mXaaaaaaaaaaaaaaaaaaaaaaaaa9v8c", "TQ4mXbbbbbbbbbbbbbbbbbbbbbbbbb9v8c", "aaaaaaaaaaaaaaaaaaaaaaaaa"),
    ],
)
def test_equal_ends_with_another_middle_are_told(given: str, other: str, middle: str) -> None:
    found = alike(given, other)
    assert found
    assert found.middle == middle
    assert found.head + found.middle + found.tail == given
    assert found.head + found.other_middle + found.tail == other


@pytest.mark.parametrize(
    ("given", "other"),
    [
        ("0x1234aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabcde", "0x1234AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABCDE"),
        ("0x12" + "a" * 34 + "bcde", "0x99" + "a" * 34 + "bcde"),
        ("Tabc", "Tabd"),
        ("", ""),
    ],
)
def test_other_pairs_are_not(given: str, other: str) -> None:
    assert alike(given, other) is None
