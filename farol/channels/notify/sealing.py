"""What a push service sees: bytes only the browser can open (RFC 8291, RFC 8188), and who we are (RFC 8292). No I/O."""

import base64
import os
import struct
import time
from functools import lru_cache
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from joserfc import jwt
from joserfc.jwk import ECKey

from farol.kit.secretbox import derive

_CURVE = ec.SECP256R1()
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
RECORD = 4096
TOKEN_S = 12 * 3600
"""Life of a token; push services refuse more than a day."""


def point(raw: bytes) -> ec.EllipticCurvePublicKey:
    """A browser's key. Raises ValueError when the bytes are no point of P-256."""
    return ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, raw)


def encrypt(
    payload: bytes, p256dh: bytes, auth: bytes, *, own: ec.EllipticCurvePrivateKey | None = None, salt: bytes | None = None,
) -> bytes:
    """The body of a push in one record of ``aes128gcm``. own, salt: for known answers; fresh ones otherwise."""
    own, salt = own or ec.generate_private_key(_CURVE), salt or os.urandom(16)
    public = _public(own)
    shared = own.exchange(ec.ECDH(), point(p256dh))
    secret = _hkdf(shared, auth, b"WebPush: info\0" + p256dh + public, 32)
    key = _hkdf(secret, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _hkdf(secret, salt, b"Content-Encoding: nonce\0", 12)
    head = salt + struct.pack(">IB", RECORD, len(public)) + public
    return head + AESGCM(key).encrypt(nonce, payload + b"\x02", None)  # 2: the last record


def _hkdf(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt=salt, info=info).derive(secret)


def _public(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


@lru_cache(maxsize=4)
def _signer(secret_key: str) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(derive(secret_key, "web push")) % (_ORDER - 1) + 1, _CURVE)


def public_key(secret_key: str) -> str:
    """Our key, which browsers bind a subscription to; the same for ever, as the secret key is."""
    return base64.urlsafe_b64encode(_public(_signer(secret_key))).rstrip(b"=").decode()


def authorization(secret_key: str, endpoint: str, contact: str) -> str:
    """The header by which a push service knows us: a token for its origin alone. contact: a ``mailto:`` of the operator."""
    where = urlsplit(endpoint)
    claims = {"aud": f"{where.scheme}://{where.netloc}", "exp": int(time.time()) + TOKEN_S, "sub": contact}
    numbers = _signer(secret_key)
    token = jwt.encode({"typ": "JWT", "alg": "ES256"}, claims, ECKey(numbers, numbers, {}))
    return f"vapid t={token}, k={public_key(secret_key)}"
