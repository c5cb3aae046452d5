"""Proving control of an account: a signed mail link, a code at the registered contact, a live session. Any one is enough to protect it."""

from datetime import datetime

import msgspec

from farol.core.exchange import CoreLink, ExchangeDown, ExchangeRefused
from farol.core.exchange.model import Why
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import ANYONE, Actor
from farol.trust.emergency.model import Proof
from farol.trust.emergency.problems import ProofNotGood
from farol.trust.identity import actions as identity
from farol.trust.identity import store as identities
from farol.trust.identity.challenge_store import Held
from farol.trust.identity.model import Challenge, Result

TOKEN_LEAST, TOKEN_MOST = 20, 2000


class Control(msgspec.Struct, frozen=True):
    """Control of an account was proven. issued_at: of a link; held: the answered code; session: of a live one."""

    uid: str
    proof: Proof
    issued_at: datetime | None = None
    held: Held | None = None
    session: bytes = b""


async def by_token(kit: Kit, token: str) -> Control:
    """By the signed link of the exchange's own mail. Raises ProofNotGood, and ExchangeDown where nobody could judge it now."""
    if not (TOKEN_LEAST <= len(token) <= TOKEN_MOST and token.isascii() and token.isprintable() and " " not in token):
        raise ProofNotGood
    try:
        proof = await kit.get(CoreLink).verify_proof(Why("self", "emergency.freeze", ANYONE.ref), token)
    except ExchangeRefused as refusal:
        if refusal.momentary:
            raise ExchangeDown from refusal
        raise ProofNotGood from None
    if proof.purpose != "freeze" or not proof.uid or (proof.expires_at and proof.expires_at <= clock.now()):
        raise ProofNotGood
    return Control(proof.uid, "mail_link", issued_at=proof.issued_at)


async def by_code(kit: Kit, held: str, given: str) -> tuple[Challenge, Result, Control | None]:
    """By the code that went to the registered contact, if there is one. Raises what an answer does."""
    asked, result = await identity.answer(kit, ANYONE, held, given, protects=True)
    proven = await identity.proven_by(kit, held) if result.result == "proven" else None
    control = Control(proven.uid, "email_code" if "@" in proven.sent_to else "sms_code", held=proven) if proven else None
    return asked, result, control


async def by_session(kit: Kit, actor: Actor) -> Control | None:
    """By a session that the exchange vouched for; None without one."""
    uid = await identities.signed_in_uid(kit.db, actor.session) if actor.kind == "customer" else None
    return Control(uid, "session", session=actor.session) if uid else None
