"""Identity tokens: how the exchange's back end tells Farol who is signed in (an example to copy)."""

import secrets

from joserfc import jwt
from joserfc.jwk import OctKey

from farol.app.demo.cast import CastCustomer

LASTS_S = 300


def identity_token(customer: CastCustomer, *, secret: str, issuer: str, now: float) -> str:
    """A JWT, HS256, good for five minutes and for one use (``jti``). ``now`` is unix time."""
    claims = {
        "iss": issuer, "aud": "farol", "sub": customer.uid, "name": customer.name, "email": customer.email,
        "phone": customer.phone, "lang": customer.language, "tier": customer.tier, "tz": customer.time_zone,
        "iat": int(now), "exp": int(now) + LASTS_S, "jti": secrets.token_urlsafe(18),
    }  # fmt: skip
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(secret))
