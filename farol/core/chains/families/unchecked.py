"""Networks whose addresses have no mandatory checksum: only the format can be judged."""

from ..encodings import base58
from ..model import Verdict
from ..shape import ALPHANUMERIC, LOWER_ALPHANUMERIC, is_hex, only

_EOS = frozenset("abcdefghijklmnopqrstuvwxyz12345.")
_HIP15_MODULUS = 26**5
_HIP15_SHORT = 26**3


def _solana(text: str) -> Verdict | None:
    if not 32 <= len(text) <= 44 or not only(text, ALPHANUMERIC):
        return None
    return "plausible" if len(base58(text) or b"") == 32 else None


def _sui(text: str) -> Verdict | None:
    return "plausible" if text[:2] == "0x" and len(text) == 66 and is_hex(text[2:]) else None


def _aptos(text: str) -> Verdict | None:
    """Leading zeros may be dropped, so anything from one digit up is an address."""
    return "plausible" if text[:2] == "0x" and 3 <= len(text) <= 66 and is_hex(text[2:]) else None


def _near(text: str) -> Verdict | None:
    """Named accounts with a dot, 64 hex digits (implicit), or 0x and 40 (implicit, Ethereum)."""
    if len(text) == 64 and is_hex(text) and text == text.lower():
        return "plausible"
    if len(text) == 42 and text[:2] == "0x" and is_hex(text[2:]):
        return "plausible"
    if "." not in text or not 2 <= len(text) <= 64:
        return None
    parts = text.replace("-", ".").replace("_", ".").split(".")
    return "plausible" if all(part and only(part, LOWER_ALPHANUMERIC) for part in parts) else None


def _eos(text: str) -> Verdict | None:
    fits = 1 <= len(text) <= 12 and only(text, _EOS) and text[0] != "." and text[-1] != "."
    return "plausible" if fits else None


def hedera_checksum(account: str) -> str:
    """The five letters HIP-15 gives an account of the main network, such as 0.0.123."""
    values = [10 if character == "." else int(character) for character in account]
    weighted = even = odd = 0
    for position, value in enumerate(values):
        weighted = (31 * weighted + value) % _HIP15_SHORT
        even, odd = ((even + value) % 11, odd) if position % 2 == 0 else (even, (odd + value) % 11)
    # The main network's ledger id is a zero byte, so its part of the sum is zero.
    number = ((len(account) % 5 * 11 + even) * 11 + odd) * _HIP15_SHORT + weighted
    number = number % _HIP15_MODULUS * 1_000_003 % _HIP15_MODULUS
    letters = ""
    for _ in range(5):
        number, digit = divmod(number, 26)
        letters = chr(97 + digit) + letters
    return letters


def _hedera(text: str) -> Verdict | None:
    account, dash, letters = text.partition("-")
    parts = account.split(".")
    if (
        len(parts) != 3
        or not all(p.isascii() and p.isdigit() and len(p) < 20 for p in parts)
        or len(text) > 40
    ):
        return None
    if dash:
        return "correct" if letters == hedera_checksum(account) else "wrong"
    return "plausible" if parts[:2] == ["0", "0"] else None


RULES = {"SOL": _solana, "SUI": _sui, "APT": _aptos, "NEAR": _near, "EOS": _eos, "HBAR": _hedera}
