"""Cheap questions about a string, asked before any decoding."""

from .encodings import BASE58_ALPHABET

ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
LOWER_ALPHANUMERIC = frozenset("0123456789abcdefghijklmnopqrstuvwxyz")
BASE32 = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
_BASE58 = frozenset(BASE58_ALPHABET)
_HEX = frozenset("0123456789abcdefABCDEF")


def only(text: str, alphabet: frozenset[str]) -> bool:
    """Whether every character is in the alphabet and there is at least one."""
    return bool(text) and alphabet.issuperset(text)


def is_hex(text: str) -> bool:
    """Hexadecimal digits only, either case."""
    return only(text, _HEX)


def is_base58(text: str) -> bool:
    """Characters of Bitcoin's base58 only."""
    return only(text, _BASE58)


def looks_random(text: str) -> bool:
    """Upper case, lower case and a digit: what encoded bytes have and ordinary words lack."""
    return text not in (text.lower(), text.upper()) and any(character.isdigit() for character in text)
