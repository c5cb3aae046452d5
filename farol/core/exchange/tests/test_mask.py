"""Amounts as people read them, and values that are not shown whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.core.exchange import mask


@pytest.mark.parametrize(
    ("given_", "shown"),
    [
        ("18500", "18,500"),
        ("0.00000001", "0.00000001"),
        ("999", "999"),
        ("-1234567.10", "-1,234,567.10"),
        ("1000.5000", "1,000.5000"),
    ],
)
def test_thousands(given_: str, shown: str) -> None:
    assert mask.thousands(given_) == shown


@given(st.from_regex(r"-?[0-9]{1,40}(\.[0-9]{1,30})?", fullmatch=True))
def test_no_digit_is_lost(amount: str) -> None:
    assert mask.thousands(amount).replace(",", "") == amount


def test_people() -> None:
    assert mask.email("mei.lin@example.com") == "m••••@example.com"
    assert mask.email("no address") == ""
    assert mask.phone("+8613800138077") == "+86••••••77"
    assert mask.name("Mei Lin") == "M•• L••"
    assert mask.name("林美") == "林••"


def test_ids_keep_head_and_tail() -> None:
    assert mask.short("0x" + "ab" * 32) == "0xabab…abab"
    assert mask.short("short") == "short"
