"""Cardano: Shelley addresses in bech32 (CIP-19) and Byron ones, base58 of CBOR with a CRC32."""

import zlib

from ..encodings import base58, bech32, to_bytes
from ..model import Verdict
from ..shape import is_base58

_BYRON_HEAD = b"\x82\xd8\x18"
_CBOR_WIDTHS = {0x18: 1, 0x19: 2, 0x1A: 4}


def _byron_intact(raw: bytes) -> bool:
    """Whether the bytes are [tag 24 (payload), crc32 of payload] and nothing more."""
    if not raw.startswith(_BYRON_HEAD) or len(raw) < 8:
        return False
    start, size = (5, raw[4]) if raw[3] == 0x58 else (4, raw[3] - 0x40)
    payload, rest = raw[start : start + size], raw[start + size :]
    if not 0 < size == len(payload) or not rest:
        return False
    width = _CBOR_WIDTHS.get(rest[0])
    number = rest[1:] if width else rest[:1]
    return len(rest) == 1 + (width or 0) and int.from_bytes(number, "big") == zlib.crc32(payload)


def _cardano(text: str) -> Verdict | None:
    if text.startswith(("addr1", "stake1")) and 40 <= len(text) <= 130:
        decoded = bech32(text)
        payload = to_bytes(decoded[1]) if decoded and decoded[2] == "bech32" else None
        # A stake address is genuine but cannot receive a deposit.
        receives = (
            payload and decoded and decoded[0] == "addr" and payload[0] >> 4 < 8 and payload[0] & 15 == 1
        )
        return "correct" if receives else "wrong"
    if not text.startswith(("Ae2", "DdzFF")) or not 50 <= len(text) <= 120 or not is_base58(text):
        return None
    return "correct" if _byron_intact(base58(text) or b"") else "wrong"


RULES = {"ADA": _cardano}
