"""Signatures of the events an exchange sends, after the Standard Webhooks convention; both sides.

``webhook-signature`` holds one or more of ``v1,<base64>`` separated by blanks: HMAC-SHA256 over
``<webhook-id>.<webhook-timestamp>.<body>``. A secret is text, or ``whsec_`` and base64.
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

WINDOW_S = 300
"""How far the two clocks may differ, either way (DOMAIN section 3.5)."""
ID, TIMESTAMP, SIGNATURE = "webhook-id", "webhook-timestamp", "webhook-signature"
MOST_SIGNATURES = 10

_ID = re.compile(r"[\x21-\x7e]{1,200}")
_SECONDS = re.compile(r"[0-9]{1,12}")


class Reason(StrEnum):
    """Why a webhook is not believed."""

    NO_SECRET = "no_secret"  # nobody has set one here
    HEADERS = "headers"  # one is missing or malformed
    TIME = "time"  # older or newer than the window
    SIGNATURE = "signature"


class BadWebhook(Exception):
    """Not to be believed; ``reason`` is for operators and never for whoever sent it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def sign(secret: str, id_: str, timestamp: str, body: bytes) -> str:
    """One signature, such as ``v1,K5oZ...``."""
    content = f"{id_}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(_key(secret), content, hashlib.sha256).digest()).decode()


def headers(secrets: Sequence[str], id_: str, body: bytes, now: float) -> dict[str, str]:
    """What an exchange sends along, signed with each secret. ``now`` is unix time in seconds."""
    timestamp = str(int(now))
    signed = " ".join(sign(secret, id_, timestamp, body) for secret in secrets)
    return {ID: id_, TIMESTAMP: timestamp, SIGNATURE: signed}


def verify(sent: Mapping[str, str], body: bytes, secrets: Sequence[str], now: float) -> None:
    """Raises ``BadWebhook`` unless one of the secrets signed it within the window. Header names are lower case."""
    active = [secret for secret in secrets if secret]
    if not active:
        raise BadWebhook(Reason.NO_SECRET)
    id_, timestamp = sent.get(ID, ""), sent.get(TIMESTAMP, "")
    claimed = sent.get(SIGNATURE, "").split(" ")[:MOST_SIGNATURES]
    if not _ID.fullmatch(id_) or not _SECONDS.fullmatch(timestamp) or not claimed[0]:
        raise BadWebhook(Reason.HEADERS)
    if abs(now - int(timestamp)) > WINDOW_S:
        raise BadWebhook(Reason.TIME)
    expected = [sign(secret, id_, timestamp, body).encode() for secret in active]
    # Every pair is compared, so that the time taken does not tell which secret came close.
    hits = [hmac.compare_digest(right, one.encode()) for one in claimed for right in expected]
    if not any(hits):
        raise BadWebhook(Reason.SIGNATURE)


def _key(secret: str) -> bytes:
    if secret.startswith("whsec_"):
        try:
            return base64.b64decode(secret.removeprefix("whsec_"), validate=True)
        except binascii.Error:
            pass
    return secret.encode()
