"""Codes of what we said. No I/O.

A code is the row's number with 128 bits of an HMAC over it: nobody can make one up, and one that is changed fits nothing.
"""

import base64
import binascii
import hmac
import re
from datetime import datetime

import msgspec

from farol.core.customers.model import DOT
from farol.kit.secretbox import derive

PATH = "/verify"
_CODE = re.compile(r"[a-z2-7]{36}")
_NUMBER, _MAC = 6, 16
_SHOWN = 6


class Genuine(msgspec.Struct, frozen=True):
    """Something we said. kind: the channel. recipient, title: masked."""

    kind: str
    recipient: str
    title: str
    customer_id: int | None
    ticket: str | None
    at: datetime


def code(secret_key: str, id_: int) -> str:
    """36 characters that stand in the link."""
    number = id_.to_bytes(_NUMBER)
    return base64.b32encode(number + _mac(secret_key, number)).decode().lower().rstrip("=")


def number(secret_key: str, given: str) -> int | None:
    """Which row a code stands for, or None when it is none of ours. Blanks and case do not matter: some people type it."""
    plain = re.sub(r"[\s-]", "", given[:100]).lower()
    if not _CODE.fullmatch(plain):
        return None
    try:
        raw = base64.b32decode(plain.upper() + "====")
    except binascii.Error:
        return None
    # The last character holds bits that mean nothing: only the one spelling counts.
    right = code(secret_key, int.from_bytes(raw[:_NUMBER]))
    return int.from_bytes(raw[:_NUMBER]) if hmac.compare_digest(right, plain) else None


def mask(title: str) -> str:
    """So much of a subject that its reader knows it again, and nobody else learns it."""
    words = title.strip()
    return words[: min(_SHOWN, len(words) // 2)] + DOT * 3 if words else ""


def _mac(secret_key: str, number: bytes) -> bytes:
    return hmac.digest(derive(secret_key, "genuine message"), number, "sha256")[:_MAC]
