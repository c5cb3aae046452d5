"""Proofs of control: challenges that the exchange poses and checks, and tokens that it signed itself."""

from enum import StrEnum
from typing import Any

import msgspec

from farol.core.exchange.states import ProofResult

from .base import Count, Time, Word


class Method(StrEnum):
    """How control is proven."""

    PASSKEY = "passkey"
    TOTP = "totp"
    EMAIL_CODE = "email_code"
    SMS_CODE = "sms_code"
    APP_CONFIRM = "app_confirm"  # a tap in the exchange's app


class Challenge(msgspec.Struct, frozen=True):
    """A question the account has to answer. ``options``: what a browser is asked with, for a passkey.

    One posed to a contact says nothing about whether an account has that contact.
    """

    challenge_id: Word
    expires_at: Time
    sent_to_masked: Word = ""
    method: Word = ""
    options: dict[str, Any] = {}


class Answered(msgspec.Struct, frozen=True):
    """What an answer was worth. A result we do not know proves nothing.

    ``uid``: whose control was proven. A challenge posed to an account may leave it out; one posed to a contact
    proves nothing without it.
    """

    result: ProofResult
    attempts_left: Count | None = None
    uid: Word | None = None

    def proves(self, uid: str) -> bool:
        """Whether control of the account that was challenged, ``uid``, is proven."""
        return self.result is ProofResult.PROVEN and self.uid in (None, uid)


class Proof(msgspec.Struct, frozen=True):
    """What the exchange's own token says. purpose: what it may be used for, such as ``freeze``."""

    uid: Word
    purpose: Word
    issued_at: Time
    expires_at: Time | None = None
