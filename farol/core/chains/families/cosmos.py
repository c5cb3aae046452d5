"""Cosmos Hub: bech32 with the prefix cosmos, 20 bytes (accounts) or 32 (modules)."""

from ..encodings import bech32, to_bytes
from ..model import Verdict


def _cosmos(text: str) -> Verdict | None:
    if not text.startswith("cosmos1") or not 30 <= len(text) <= 70:
        return None
    decoded = bech32(text)
    payload = to_bytes(decoded[1]) if decoded and decoded[2] == "bech32" else None
    return "correct" if payload and len(payload) in (20, 32) else "wrong"


RULES = {"ATOM": _cosmos}
