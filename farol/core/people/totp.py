"""Time-based codes (RFC 6238, SHA-1, 6 digits, 30 s), as authenticator apps make them."""

import hmac
from datetime import datetime

import pyotp

STEP_S = 30
DRIFT = (0, -1, 1)
"""Steps that are accepted: a clock may be off by half a minute either way."""


def new_secret() -> str:
    """160 random bits in base32."""
    return pyotp.random_base32()


def address(secret: str, email: str, brand: str) -> str:
    """The ``otpauth:`` address that an app reads as a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=brand)


def step_of(secret: str, code: str, at: datetime) -> int | None:
    """The 30-second step the code belongs to, or None. All steps are compared, whichever matches."""
    made, given, found = pyotp.TOTP(secret), code.replace(" ", "").encode(), None
    for drift in DRIFT:
        step = int(at.timestamp()) // STEP_S + drift
        if hmac.compare_digest(made.generate_otp(step).encode(), given):
            found = step
    return found
