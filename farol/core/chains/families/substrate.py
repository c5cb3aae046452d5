"""Polkadot: SS58 with network prefix 0 and a two-byte BLAKE2b checksum."""

import hashlib

from ..encodings import base58
from ..model import Verdict
from ..shape import is_base58, looks_random


def _polkadot(text: str) -> Verdict | None:
    if text[:1] != "1" or not 46 <= len(text) <= 48 or not is_base58(text):
        return None
    raw = base58(text) or b""
    digest = hashlib.blake2b(b"SS58PRE" + raw[:-2]).digest()
    if len(raw) == 35 and raw[0] == 0 and digest[:2] == raw[-2:]:
        return "correct"
    return "wrong" if looks_random(text) else None


RULES = {"DOT": _polkadot}
