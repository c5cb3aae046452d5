"""Text encodings that addresses are written in. Every decoder returns None for anything not exactly right."""

import base64
import binascii
import hashlib
from typing import Literal

BASE58_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
RIPPLE_ALPHABET = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
BECH32_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
C32_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BECH32_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_BECH32M_CONSTANT = 0x2BC830A3
_CASHADDR_GENERATOR = (0x98F2BC8E61, 0x79B76D99E2, 0xF33E5FB3C4, 0xAE2EABE2A8, 0x1E4F43E470)
_BASE58_LONGEST = 128

_DIGITS = {
    alphabet: {character: value for value, character in enumerate(alphabet)}
    for alphabet in (BASE58_ALPHABET, RIPPLE_ALPHABET, BECH32_ALPHABET, C32_ALPHABET)
}


def digits(text: str, alphabet: str) -> list[int] | None:
    """The value of each character in the alphabet, or None if one is foreign."""
    table = _DIGITS[alphabet]
    try:
        return [table[character] for character in text]
    except KeyError:
        return None


def base58(text: str, alphabet: str = BASE58_ALPHABET) -> bytes | None:
    """Bytes of a base58 string of at most 128 characters; a leading zero digit is a leading zero byte."""
    values = digits(text, alphabet) if 0 < len(text) <= _BASE58_LONGEST else None
    if values is None:
        return None
    number = 0
    for value in values:
        number = number * 58 + value
    zeros = len(text) - len(text.lstrip(alphabet[0]))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def base58check(text: str, alphabet: str = BASE58_ALPHABET) -> bytes | None:
    """Payload (version byte included) when the four double-SHA-256 bytes at the end agree."""
    raw = base58(text, alphabet)
    if raw is None or len(raw) < 5 or double_sha256(raw[:-4])[:4] != raw[-4:]:
        return None
    return raw[:-4]


def double_sha256(data: bytes) -> bytes:
    """SHA-256 of SHA-256."""
    return hashlib.sha256(hashlib.sha256(data).digest()).digest()


def _bech32_polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_BECH32_GENERATOR):
            if top >> bit & 1:
                check ^= generator
    return check


def bech32(text: str) -> tuple[str, list[int], Literal["bech32", "bech32m"]] | None:
    """(prefix, 5-bit values without checksum, variant) of a BIP-173 or BIP-350 string in one case."""
    lower = text.lower()
    if text not in (lower, text.upper()):
        return None
    prefix, separator, data = lower.rpartition("1")
    values = digits(data, BECH32_ALPHABET)
    if not separator or not prefix or values is None or len(values) < 6:
        return None
    expanded = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    check = _bech32_polymod(expanded + values)
    if check == 1:
        return prefix, values[:-6], "bech32"
    if check == _BECH32M_CONSTANT:
        return prefix, values[:-6], "bech32m"
    return None


def cashaddr(text: str, prefix: str) -> bytes | None:
    """Version byte and hash of a CashAddr body (without prefix and colon)."""
    values = digits(text, BECH32_ALPHABET)
    if values is None or len(values) < 8:
        return None
    check = 1
    for value in [*(ord(c) & 31 for c in prefix), 0, *values]:
        top = check >> 35
        check = (check & 0x07FFFFFFFF) << 5 ^ value
        for bit, generator in enumerate(_CASHADDR_GENERATOR):
            if top >> bit & 1:
                check ^= generator
    return to_bytes(values[:-8]) if check == 1 else None


def to_bytes(values: list[int]) -> bytes | None:
    """Bytes of 5-bit values; leftover bits must be fewer than five and zero."""
    number = 0
    for value in values:
        number = number << 5 | value
    spare = len(values) * 5 % 8
    if spare > 4 or number & (1 << spare) - 1:
        return None
    return (number >> spare).to_bytes(len(values) * 5 // 8, "big")


def base32(text: str) -> bytes | None:
    """Bytes of unpadded upper-case RFC 4648 base32 in its one canonical spelling."""
    try:
        raw = base64.b32decode(text + "=" * (-len(text) % 8))
    except (binascii.Error, ValueError):
        return None
    return raw if base64.b32encode(raw).decode().rstrip("=") == text else None


def stellar_key(text: str) -> bytes | None:
    """Version byte and key of a Stellar strkey whose CRC16-XModem (little-endian) agrees."""
    raw = base32(text)
    if raw is None or len(raw) < 3 or binascii.crc_hqx(raw[:-2], 0) != int.from_bytes(raw[-2:], "little"):
        return None
    return raw[:-2]


def c32check(text: str) -> tuple[int, bytes] | None:
    """(version, 20-byte hash) of a Stacks address without its leading S."""
    values = digits(text, C32_ALPHABET)
    if values is None or not 5 < len(values) < 42:
        return None
    number = 0
    for value in values[1:]:
        number = number << 5 | value
    if number.bit_length() > 192:
        return None
    raw = number.to_bytes(24, "big")
    payload, check = raw[:20], raw[20:]
    zero_digits = len(text) - 1 - len(text[1:].lstrip("0"))
    zero_bytes = len(raw) - len(raw.lstrip(b"\0"))
    if zero_digits != zero_bytes or double_sha256(bytes([values[0]]) + payload)[:4] != check:
        return None
    return values[0], payload
