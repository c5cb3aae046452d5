"""TRON: base58check with version 0x41, or the same bytes in hex."""

from ..encodings import base58check
from ..model import Verdict
from ..shape import is_base58, is_hex, looks_random


def _tron(text: str) -> Verdict | None:
    if len(text) == 42 and text.startswith("41") and is_hex(text):
        return "plausible"
    if text[:1] != "T" or not 33 <= len(text) <= 35 or not is_base58(text):
        return None
    payload = base58check(text)
    if payload and len(payload) == 21 and payload[0] == 0x41:
        return "correct"
    return "wrong" if looks_random(text) else None


RULES = {"TRON": _tron}
