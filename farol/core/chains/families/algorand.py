"""Algorand: base32 of the key and the last four bytes of its SHA-512/256."""

from Crypto.Hash import SHA512

from ..encodings import base32
from ..model import Verdict
from ..shape import BASE32, only


def _algorand(text: str) -> Verdict | None:
    if len(text) != 58 or not only(text, BASE32):
        return None
    raw = base32(text) or b""
    check = SHA512.new(raw[:32], truncate="256").digest()[-4:]
    return "correct" if len(raw) == 36 and raw[32:] == check else "wrong"


RULES = {"ALGO": _algorand}
