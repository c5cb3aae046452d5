"""XRP Ledger: classic addresses in Ripple's own base58 alphabet, and X-addresses that carry the tag."""

from ..encodings import RIPPLE_ALPHABET, base58check, digits
from ..model import Verdict
from ..shape import looks_random


def _xrp(text: str) -> Verdict | None:
    classic = text[:1] == "r" and 25 <= len(text) <= 36
    if not classic and not (text[:1] == "X" and 46 <= len(text) <= 48):
        return None
    if digits(text, RIPPLE_ALPHABET) is None:
        return None
    payload = base58check(text, RIPPLE_ALPHABET)
    if payload and classic and len(payload) == 21 and payload[0] == 0:
        return "correct"
    if payload and not classic and len(payload) == 31 and payload[:2] == b"\x05\x44" and payload[22] < 2:
        return "correct"
    return "wrong" if looks_random(text) else None


RULES = {"XRP": _xrp}
