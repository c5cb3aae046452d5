"""Stacks: c32check with the main network's versions, P (22, one key) and M (20, several keys)."""

from ..encodings import C32_ALPHABET, c32check, digits
from ..model import Verdict


def _stacks(text: str) -> Verdict | None:
    if text[:2] not in ("SP", "SM") or not 28 <= len(text) <= 42 or digits(text[1:], C32_ALPHABET) is None:
        return None
    return "correct" if c32check(text[1:]) else "wrong"


RULES = {"STX": _stacks}
