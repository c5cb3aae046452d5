"""Signatures of our own mail (DKIM, RFC 6376), by every key of its domain that signs, put on as it leaves."""

import re
from base64 import b64encode

import dkim  # type: ignore[import-untyped]
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from farol.kit.core import Kit
from farol.kit.secretbox import SecretBox

from . import key_store

BITS = 2048
SIGNED = (b"from", b"to", b"cc", b"subject", b"date", b"message-id", b"reply-to", b"in-reply-to", b"references", b"list-id", b"list-unsubscribe",
          b"list-unsubscribe-post", b"auto-submitted", b"content-type", b"mime-version")
"""Signed where they stand, and once more where they do not: nobody on the way can add another (RFC 6376, 8.15)."""
_FROM = re.compile(rb"(?im)^From:(?:[^\r\n]|\r\n[ \t])*<([^<>@\s]+@[A-Za-z0-9.-]+)>")
_NAME = re.compile(rb"(?m)^([A-Za-z0-9-]+):")


def make() -> tuple[bytes, str]:
    """A fresh key: the secret as PEM, and the record that everybody may read. Takes a tenth of a second of a core."""
    key = rsa.generate_private_key(65_537, BITS)
    public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    return secret, f"v=DKIM1; k=rsa; p={b64encode(public).decode()}"


def box(secret_key: str) -> SecretBox:
    """What the keys are sealed with."""
    return SecretBox(secret_key, "mail signing key")


def about(domain: str, selector: str) -> str:
    """Where a sealed key belongs."""
    return f"{selector}._domainkey.{domain}"


def domain_of(raw: bytes) -> str:
    """The domain of From, in lower case; empty when it cannot be found."""
    return address_of(raw).rpartition("@")[2]


def address_of(raw: bytes) -> str:
    """The address in From, in lower case; empty when it cannot be found."""
    found = _FROM.search(raw.partition(b"\r\n\r\n")[0])
    return found.group(1).decode("ascii", "replace").lower() if found else ""


async def signed(kit: Kit, raw: bytes) -> bytes:
    """The mail with a signature for each key of its domain; as it is where there is none."""
    domain = domain_of(raw)
    found = await key_store.signing(kit.db, domain) if domain else []
    for key in found:
        secret = box(kit.settings.secret_key).open(key.sealed, about(key.domain, key.selector))
        raw = sign(raw, key.domain, key.selector, secret) + raw
    return raw


def sign(raw: bytes, domain: str, selector: str, secret: bytes) -> bytes:
    """The header of one signature."""
    there = [name.lower() for name in _NAME.findall(raw.partition(b"\r\n\r\n")[0])]
    names = [name for name in SIGNED for _ in range(there.count(name) + 1)]
    made: bytes = dkim.sign(raw, selector.encode(), domain.encode(), secret, canonicalize=(b"relaxed", b"relaxed"), include_headers=names)
    return made
