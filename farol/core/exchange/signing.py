"""Request signatures of the core link, used by the client and by whoever answers it.

The signature is HMAC-SHA256, in lower-case hex, over five lines joined by ``\\n`` without a trailing one:
method, path with query as sent, lower-case hex SHA-256 of the body, unix seconds, nonce.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping

MAX_SKEW_S = 30
"""How far the two clocks may differ, either way (DOMAIN section 3.5)."""

KEY = "x-farol-key"
TIMESTAMP = "x-farol-timestamp"
NONCE = "x-farol-nonce"
SIGNATURE = "x-farol-signature"

_NONCE = re.compile(r"[A-Za-z0-9_-]{16,64}")
_SECONDS = re.compile(r"[0-9]{1,12}")


class BadSignature(Exception):
    """The request is not to be believed; the text says why, for the log and never for a stranger."""


class NonceBook:
    """Nonces seen within the time a signature lives; a second use is a replay.

    One book serves one process. Several processes behind one address need a shared one with the same method.
    """

    def __init__(self, most: int = 100_000) -> None:
        self._seen: dict[str, float] = {}
        self._most = most

    def first_use(self, nonce: str, now: float) -> bool:
        """Remembers the nonce; False when it was used before, or when the book is full of living ones."""
        if nonce in self._seen:
            return False
        if len(self._seen) >= self._most:
            self._seen = {known: until for known, until in self._seen.items() if until > now}
        if len(self._seen) >= self._most:
            return False
        self._seen[nonce] = now + 2 * MAX_SKEW_S + 1
        return True


def signature(secret: str, method: str, target: str, body: bytes, timestamp: str, nonce: str) -> str:
    """The hex signature; ``target`` is the path with its query exactly as it goes over the wire."""
    lines = (method.upper(), target, hashlib.sha256(body).hexdigest(), timestamp, nonce)
    return hmac.new(secret.encode(), "\n".join(lines).encode(), hashlib.sha256).hexdigest()


def headers(key: str, secret: str, method: str, target: str, body: bytes, now: float) -> dict[str, str]:
    """The four headers of one request. ``now`` is unix time in seconds; every call makes a new nonce."""
    timestamp, nonce = str(int(now)), secrets.token_urlsafe(18)
    return {
        KEY: key,
        TIMESTAMP: timestamp,
        NONCE: nonce,
        SIGNATURE: signature(secret, method, target, body, timestamp, nonce),
    }


def verify(
    sent: Mapping[str, str],
    method: str,
    target: str,
    body: bytes,
    *,
    keys: Mapping[str, str],
    nonces: NonceBook,
    now: float,
) -> str:
    """The key id that signed the request. Raises ``BadSignature`` for anything missing, wrong, late or repeated.

    ``sent`` has lower-case header names. The nonce is spent only by a right signature, so that a stranger
    cannot use up somebody's nonces.
    """
    key, timestamp = sent.get(KEY, ""), sent.get(TIMESTAMP, "")
    nonce, claimed = sent.get(NONCE, ""), sent.get(SIGNATURE, "")
    if not _SECONDS.fullmatch(timestamp) or not _NONCE.fullmatch(nonce):
        raise BadSignature("timestamp or nonce is missing or malformed")
    if abs(now - int(timestamp)) > MAX_SKEW_S:
        raise BadSignature("the clocks differ by more than 30 s")
    # An unknown key costs the same work as a wrong signature, so the two cannot be told apart by time.
    expected = signature(keys.get(key, "no such key"), method, target, body, timestamp, nonce)
    if not hmac.compare_digest(expected.encode(), claimed.encode()) or key not in keys:
        raise BadSignature("unknown key or wrong signature")
    if not nonces.first_use(f"{key}:{nonce}", now):
        raise BadSignature("the nonce was used before")
    return key
