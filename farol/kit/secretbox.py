"""Secrets at rest and signatures, all from the one ``secret_key`` of the settings, one key per purpose."""

import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_FORM = b"\x01"  # first byte of every box, so that another cipher can follow one day
_NONCE = 12


class NotOurs(Exception):
    """The box was changed, belongs to another place, or was sealed with another key."""


def derive(secret_key: str, purpose: str) -> bytes:
    """A 32-byte key for one purpose (HKDF-SHA256, RFC 5869). Keys of two purposes tell nothing of each other."""
    return HKDF(SHA256(), 32, salt=None, info=b"farol " + purpose.encode()).derive(secret_key.encode())


class SecretBox:
    """Seals short secrets with AES-256-GCM. ``about`` names the place of the secret (``staff:3``), so that
    a sealed value copied to another row does not open there."""

    def __init__(self, secret_key: str, purpose: str) -> None:
        self._aes = AESGCM(derive(secret_key, purpose))

    def seal(self, plain: bytes, about: str) -> bytes:
        """Form byte, nonce, ciphertext and tag: 29 bytes longer than the secret, never twice the same."""
        nonce = os.urandom(_NONCE)
        return _FORM + nonce + self._aes.encrypt(nonce, plain, about.encode())

    def open(self, box: bytes, about: str) -> bytes:
        """The secret. Raises ``NotOurs``."""
        if box[:1] != _FORM:
            raise NotOurs
        try:
            return self._aes.decrypt(box[1 : 1 + _NONCE], box[1 + _NONCE :], about.encode())
        except (InvalidTag, ValueError) as error:
            raise NotOurs from error


def sign(secret_key: str, purpose: str, text: str) -> str:
    """HMAC-SHA256 of the text in 64 hex digits. Compare with ``hmac.compare_digest``."""
    return hmac.digest(derive(secret_key, purpose), text.encode(), "sha256").hex()
