"""A certificate of a completed withdrawal: what it states, our signature under it, and its code. No I/O.

The signature is a JWS (RFC 7515) with Ed25519 (RFC 9864), so that whoever receives the coins can check the file with any library and our
public key, without asking us. A changed figure breaks it.
"""

import hashlib
import re
import secrets
from datetime import datetime
from functools import lru_cache
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from farol.core.exchange.model import Withdrawal
from farol.core.exchange.states import WithdrawalState
from farol.kit.secretbox import derive

FORM = "farol.withdrawal-certificate/1"
ALGORITHM = "Ed25519"
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE = re.compile(r"[0-9A-Z]{16}")
SHOWN_OF_TXID = 8
"""Last characters of the transaction's hash that anybody with the code may see."""


class Facts(msgspec.Struct, frozen=True):
    """What the exchange's record says. completed_at: when that record last changed; internal: between two accounts of the exchange,
    over no chain, so without a hash. Amounts as the exchange writes them."""

    withdrawal_id: str
    coin: str
    network: str
    amount: str
    fee: str | None
    address: str
    memo: str
    txid: str
    internal: bool
    requested_at: datetime | None
    completed_at: datetime | None

    @property
    def at(self) -> datetime | None:
        """When it was sent, as far as the exchange says."""
        return self.completed_at or self.requested_at


class Statement(msgspec.Struct, frozen=True):
    """All that is signed."""

    form: str
    code: str
    issued_by: str
    issued_at: datetime
    facts: Facts


def facts(found: Withdrawal) -> Facts | None:
    """What can be certified of it; None until it is completed."""
    if found.state is not WithdrawalState.COMPLETED:
        return None
    return Facts(
        found.withdrawal_id, found.coin, found.network, found.amount, found.fee, found.address, found.memo, found.txid, found.internal_transfer,
        found.created_at, found.updated_at)


def digest(of: Facts) -> str:
    """SHA-256 of the facts alone, the same for the same facts."""
    return hashlib.sha256(msgspec.json.encode(of, order="sorted")).hexdigest()


def new_code() -> str:
    """Sixteen letters and digits that look like nothing else: 79 bits, which nobody guesses."""
    return "".join(secrets.choice(ALPHABET) for _ in range(16))


def plain_code(typed: str) -> str:
    """The code of what somebody typed or copied; empty for what cannot be one."""
    found = re.sub(r"[\s-]", "", typed[:100]).upper()
    return found if CODE.fullmatch(found) else ""


def spaced(code: str) -> str:
    """``7K4M-29PQ-…``: in fours, for eyes."""
    return "-".join(code[place : place + 4] for place in range(0, 16, 4))


@lru_cache(maxsize=4)
def _key(secret_key: str) -> OKPKey:
    key = Ed25519PrivateKey.from_private_bytes(derive(secret_key, "withdrawal certificate"))
    return OKPKey(key, key, {})


def sign(secret_key: str, stated: Statement) -> str:
    """The statement with our signature."""
    key = _key(secret_key)
    return jws.serialize_compact({"alg": ALGORITHM, "kid": key.thumbprint()}, msgspec.json.encode(stated, order="sorted"), key, algorithms=[ALGORITHM])


def read(secret_key: str, signed: str) -> Statement | None:
    """The statement; None when a byte of it is not as we signed it."""
    try:
        found = jws.deserialize_compact(signed, _key(secret_key), algorithms=[ALGORITHM])
        return msgspec.json.decode(found.payload, type=Statement)
    except (JoseError, ValueError, msgspec.DecodeError):
        return None


def public_key(secret_key: str) -> dict[str, Any]:
    """Our key as a JWK (RFC 8037), the same as long as the secret key is."""
    key = _key(secret_key)
    return {**key.as_dict(private=False), "kid": key.thumbprint(), "use": "sig", "alg": ALGORITHM}
