"""Monero: base58 in blocks of eight bytes, ending in four Keccak bytes."""

from Crypto.Hash import keccak

from ..encodings import base58
from ..model import Verdict
from ..shape import is_base58

_BLOCK = 11  # characters for eight bytes
_SHAPES = {(18, 69), (42, 69), (19, 77)}  # (first byte, size): standard, subaddress, integrated


def _blocks(text: str) -> bytes | None:
    out = b""
    for start in range(0, len(text), _BLOCK):
        part = text[start : start + _BLOCK]
        size = len(part) * 8 // _BLOCK
        raw = (base58(part) or b"").lstrip(b"\0")
        if len(raw) > size:
            return None
        out += raw.rjust(size, b"\0")
    return out


def _monero(text: str) -> Verdict | None:
    if text[:1] not in ("4", "8") or len(text) not in (95, 106) or not is_base58(text):
        return None
    raw = _blocks(text)
    if raw is None or (raw[0], len(raw)) not in _SHAPES:
        return "wrong"
    digest = keccak.new(digest_bits=256, data=raw[:-4]).digest()
    return "correct" if digest[:4] == raw[-4:] else "wrong"


RULES = {"XMR": _monero}
