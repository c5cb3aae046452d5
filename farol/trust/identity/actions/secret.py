"""Secrets that customers carry, and what is kept of them."""

import base64
import hashlib
import hmac
import re
import secrets

from farol.kit.core import Kit
from farol.kit.secretbox import derive, sign
from farol.trust.identity.model import Challenge

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
EMAIL = re.compile(r"[^\s@\x00-\x1f\x7f]{1,64}@[^\s@\x00-\x1f\x7f]{1,190}\.[^\s@.\x00-\x1f\x7f]{2,63}")
PHONE = re.compile(r"\+[1-9][0-9]{6,14}")


def new() -> str:
    """A secret nobody can guess: 43 characters."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> bytes:
    """How it is kept."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()


def link_token(kit: Kit, nonce: str, ticket_id: int, customer_id: int) -> str:
    """What a link's address holds: signed with our key over its ticket and customer, so that no table alone makes one."""
    signed = bytes.fromhex(sign(kit.settings.secret_key, "identity link", f"{nonce}:{ticket_id}:{customer_id}"))
    # Not in hex digits, which would read as a transaction's hash.
    return nonce + base64.urlsafe_b64encode(signed[:24]).decode()


def link_nonce(token: str) -> str:
    """The part of it that finds the link; empty when it cannot be one."""
    return token[:43] if len(token) == 75 and TOKEN.fullmatch(token[:43]) else ""


def contact(typed: str) -> str:
    """One spelling of an e-mail address or a phone number with its country code; empty for what is neither."""
    plain = typed.strip().lower()
    if EMAIL.fullmatch(plain):
        return plain
    number = re.sub(r"[\s().\u2010-\u2015-]", "", plain)
    return number if PHONE.fullmatch(number) else ""


def contact_key(kit: Kit, plain: str) -> bytes:
    """How a contact is counted without keeping it."""
    return hashlib.blake2b(plain.encode(), key=derive(kit.settings.secret_key, "identity contact"), digest_size=32).digest()


def digits(kit: Kit, pair_id: int, nonce: str, side: str) -> str:
    """Six digits of a pair, ``customer`` or ``staff``. They follow from our key and are kept nowhere."""
    made = sign(kit.settings.secret_key, "identity code", f"{pair_id}:{nonce}:{side}")
    return f"{int(made, 16) % 1_000_000:06}"


def digits_of(kit: Kit, pair: Challenge, side: str) -> str:
    """The same, of a pair as it is stored."""
    return digits(kit, pair.id, pair.nonce, side)


def same(one: str, other: str) -> bool:
    """Compared in constant time."""
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))
