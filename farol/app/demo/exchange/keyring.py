"""The exchange's own key: signs the links in its mails and the receipts of its actions. Farol never holds it."""

import base64
import binascii
import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

LASTS = timedelta(hours=72)
"""How long a link in a mail is good."""


class Claims(msgspec.Struct, frozen=True, array_like=True):
    """What a link in a mail stands for. purpose: ``freeze`` or ``veto``; about: what it vetoes."""

    uid: str
    purpose: str
    issued_at: datetime
    about: str = ""

    @property
    def expires_at(self) -> datetime:
        """From then on it is worth nothing."""
        return self.issued_at + LASTS


class BadToken(Exception):
    """Not signed here, or too old."""


class Keyring:
    """One key, made on first use and kept beside the ledger."""

    def __init__(self, path: Path | None) -> None:
        if path and path.exists():
            self._key = path.read_bytes()
        else:
            self._key = secrets.token_bytes(32)
            if path:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.touch(mode=0o600)
                path.write_bytes(self._key)

    def token(self, claims: Claims) -> str:
        """``payload.signature``, safe in an address."""
        payload = _text(msgspec.json.encode(claims))
        return f"{payload}.{_text(self._mac(payload))}"

    def claims(self, token: str, now: datetime) -> Claims:
        """Raises ``BadToken``."""
        payload, _, mac = token.partition(".")
        try:
            right = hmac.compare_digest(self._mac(payload), base64.urlsafe_b64decode(mac + "=" * (-len(mac) % 4)))
            claims = msgspec.json.decode(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)), type=Claims) if right else None
        except (ValueError, binascii.Error, msgspec.DecodeError) as error:
            raise BadToken from error
        if claims is None or not claims.issued_at <= now < claims.expires_at:
            raise BadToken
        return claims

    def receipt(self, *parts: str) -> str:
        """A short signature over what a receipt says."""
        return self._mac("\n".join(parts)).hex()[:32]

    def _mac(self, text: str) -> bytes:
        return hmac.new(self._key, text.encode(), hashlib.sha256).digest()


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
