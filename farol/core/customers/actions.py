"""Entering and leaving; who a request comes from."""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

import msgspec
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from farol.kit import clock
from farol.kit.brief import Brief
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.jobs import every_s
from farol.kit.permission import Actor, Can

from . import store
from .events import CustomerEntered, CustomerLeft
from .model import Customer, Identity
from .problems import IdentityRefused

RIGHTS = frozenset({Can.OWN_TICKETS})
KNOWN_FOR = timedelta(hours=12)
VISITOR_FOR = timedelta(days=30)
MOST_LIFE_S = 300
SKEW_S = 30
LEAST_SECRET = 32
"""Bytes of a key for HS256 (RFC 7518, 3.2)."""
COOKIE = "farol_customer"
_seen: Brief[bytes, Actor] = Brief(60.0)
"""Who a token is; ``forget_ended`` takes out what was ended meanwhile, in every process, within a second."""


def digest_of(token: str) -> bytes:
    """How a token is stored."""
    return hashlib.sha256(token.encode()).digest()


def verify(token: str, secret: str, issuer: str) -> tuple[Identity, datetime]:
    """The identity in a token and when it expires. HS256 only; lives at most five minutes; audience ``farol``.

    Raises IdentityRefused for anything else, without saying why, and for everything while the secret can be guessed.
    """
    if len(secret.encode()) < LEAST_SECRET:
        raise IdentityRefused
    try:
        decoded = jwt.decode(token, OctKey.import_key(secret), algorithms=["HS256"])
        rules = jwt.JWTClaimsRegistry(
            now=int(clock.now().timestamp()), leeway=SKEW_S, iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": "farol"}, exp={"essential": True}, iat={"essential": True},
            sub={"essential": True}, jti={"essential": True},
        )
        rules.validate(decoded.claims)
        who = msgspec.convert(decoded.claims, Identity)
        life = decoded.claims["exp"] - decoded.claims["iat"]
    except (JoseError, ValueError, TypeError, KeyError, msgspec.ValidationError):
        raise IdentityRefused from None
    too_long = any(len(part) > 320 for part in msgspec.structs.astuple(who))
    if life > MOST_LIFE_S or too_long or not who.sub or not who.jti or "\0" in "".join(msgspec.structs.astuple(who)):
        raise IdentityRefused
    return who, datetime.fromtimestamp(decoded.claims["exp"], UTC)


async def enter(kit: Kit, *, identity: str, origin: str) -> tuple[str, datetime, Customer]:
    """A session for the person whom the exchange's token names: token, its end, the customer. The token works once."""
    settings = kit.settings
    who, expires_at = verify(identity, settings.widget_secret, settings.widget_issuer)
    async with transaction(kit.db) as tx:
        if not await store.spend_identity(tx, who.jti, expires_at):
            raise IdentityRefused
        customer_id = await store.upsert_known(tx, who)
        return await _begin(kit, tx, customer_id, "exchange", origin, KNOWN_FOR)


async def enter_as_visitor(kit: Kit, *, name: str, email: str, language: str, origin: str) -> tuple[str, datetime, Customer]:
    """A session for somebody without account. It sees only what it writes itself, whatever address it names."""
    async with transaction(kit.db) as tx:
        customer_id = await store.add_visitor(tx, name, email, language)
        return await _begin(kit, tx, customer_id, "none", origin, VISITOR_FOR)


async def _begin(kit: Kit, tx: Tx, customer_id: int, proof: str, origin: str, life: timedelta) -> tuple[str, datetime, Customer]:
    token = secrets.token_urlsafe(32)
    until = clock.now() + life
    await store.add_session(tx, digest_of(token), customer_id, proof, origin, until)
    actor = Actor("customer", customer_id, RIGHTS)
    await emit(tx, f"customer:{customer_id}", actor, CustomerEntered(proof, origin))
    customer = await store.customer(tx, customer_id)
    assert customer
    return token, until, customer


async def leave(kit: Kit, token: str) -> None:
    """Ends the session at once; its sockets close within seconds."""
    digest = digest_of(token)
    async with transaction(kit.db) as tx:
        customer_id = await store.end_session(tx, digest)
        if customer_id is None:
            return
        stream = f"customer:{customer_id}"
        seq = await emit(tx, stream, Actor("customer", customer_id, RIGHTS), CustomerLeft())
    _seen.drop(digest)
    await wake(kit.bus, stream, seq)


async def leave_everywhere(tx: Tx, customer_id: int, but: bytes = b"") -> list[tuple[str, int]]:
    """Ends every session of a customer but that one, inside a larger verb: streams that have grown, to be woken after its commit."""
    if not await store.end_others(tx, customer_id, but):
        return []
    stream = f"customer:{customer_id}"
    return [(stream, await emit(tx, stream, Actor("customer", customer_id, RIGHTS), CustomerLeft()))]


async def authenticate(kit: Kit, token: str) -> Actor | None:
    """The customer behind a token, or None."""
    if not 20 <= len(token) <= 100:
        return None
    return await of_session(kit, digest_of(token))


async def of_session(kit: Kit, digest: bytes) -> Actor | None:
    """The customer behind the digest of a token, or None."""
    if known := _seen.get(digest):
        return known
    found = await store.session(kit.db, digest)
    if found is None:
        return None
    customer_id, name, language = found
    actor = Actor("customer", customer_id, RIGHTS, digest, language, name, name)
    _seen.put(digest, actor)
    return actor


@every_s(900, "customers.prune_identities")
async def prune_identities(kit: Kit) -> None:
    """Keeps the list of used tokens short."""
    await store.prune_identities(kit.db)


async def forget_ended(kit: Kit) -> None:
    """Drops sessions that ended lately from this process's memory. Asked of the database, not hoped for from the bus."""
    for digest in await store.ended_lately(kit.db):
        _seen.drop(digest)
