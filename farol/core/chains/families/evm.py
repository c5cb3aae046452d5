"""Ethereum and every network that shares its addresses (EIP-55)."""

from Crypto.Hash import keccak

from ..model import Verdict
from ..shape import is_hex


def checksum_case(hexadecimal: str) -> str:
    """The 40 digits in the upper and lower case that EIP-55 gives them."""
    lower = hexadecimal.lower()
    digest = keccak.new(digest_bits=256, data=lower.encode()).hexdigest()
    return "".join(c.upper() if d >= "8" else c for c, d in zip(lower, digest, strict=False))


def _evm(text: str) -> Verdict | None:
    body = text[2:]
    if text[:2] not in ("0x", "0X") or not 38 <= len(body) <= 42 or not is_hex(body):
        return None
    if len(body) != 40:
        return "wrong"
    if body in (body.lower(), body.upper()):
        return "plausible"
    return "correct" if checksum_case(body) == body else "wrong"


RULES = {"EVM": _evm}
