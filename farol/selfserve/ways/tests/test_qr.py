"""Codes are, bit for bit, those that other writers of the standard draw."""

import hashlib

import pytest

from farol.selfserve.ways import qr

SMALL = """
1111111001101100101111111
1000001001000011101000001
1011101010011011001011101
1011101011011111001011101
1011101010101010101011101
1000001011111001001000001
1111111010101010101111111
0000000010001001000000000
1011111001001110101111100
1010010000000100100100010
1001011001000011101011011
0100000110101001111100001
1111001100111111011010111
1110110111100000110101010
1010001011011011001111011
1011110010110010100110001
1001111011110000111110100
0000000010001101100011000
1111111000000110101010111
1000001010101101100011011
1011101010001011111110111
1011101010000001011011111
1011101010011000100001101
1000001001110011110111001
1111111010010000010111111
"""
LINK = "https://t.me/demo_exchange_bot?start=aB3_-xYz9aB3_-xYz9aB3_-xYz9aB3_-"


def lines(text: str) -> str:
    return "\n".join("".join(map(str, row)) for row in qr.grid(text))


def test_a_small_one() -> None:
    assert lines("https://farol.example") == SMALL.strip()


def test_a_one_time_link() -> None:
    assert len(qr.grid(LINK)) == 37
    assert hashlib.sha256(lines(LINK).encode()).hexdigest().startswith("2a5d3a432b8dd895")


def test_a_path_has_a_quiet_zone() -> None:
    size, path = qr.path(LINK)
    assert size == 45
    assert path.startswith("M4 4h1v1h-1z")


def test_what_is_too_long() -> None:
    assert len(qr.grid("x" * qr.MOST)) == 57
    with pytest.raises(ValueError, match="too long"):
        qr.grid("x" * (qr.MOST + 1))
