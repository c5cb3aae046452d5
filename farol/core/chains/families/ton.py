"""TON: the 48-character friendly form with CRC16, and the raw workchain:hash form without any check."""

import base64
import binascii

from ..model import Verdict
from ..shape import ALPHANUMERIC, is_hex, only

_TAGS = (0x11, 0x51)  # bounceable, not bounceable; 0x80 more marks a test network
_WORKCHAINS = (0x00, 0xFF)


def _ton(text: str) -> Verdict | None:
    workchain, colon, digest = text.partition(":")
    if colon:
        return "plausible" if workchain in ("0", "-1") and len(digest) == 64 and is_hex(digest) else None
    if (
        len(text) != 48
        or text[:2] not in ("EQ", "UQ", "Ef", "Uf")
        or not only(text, ALPHANUMERIC | set("-_+/"))
    ):
        return None
    raw = base64.urlsafe_b64decode(text.replace("+", "-").replace("/", "_"))
    intact = binascii.crc_hqx(raw[:-2], 0) == int.from_bytes(raw[-2:], "big")
    return "correct" if intact and raw[0] in _TAGS and raw[1] in _WORKCHAINS else "wrong"


RULES = {"TON": _ton}
