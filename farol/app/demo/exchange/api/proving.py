"""Challenges, and tokens of the exchange's own mails."""

from typing import Annotated

import msgspec
from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Meta

from ..answers import Asked, Refused, answer, body
from ..keyring import BadToken
from ..proofs import TRIES, NotOffered, Proofs
from .reading import USER, known


class ChallengeAsk(msgspec.Struct):
    method: Annotated[str, Meta(max_length=40)]
    purpose: Annotated[str, Meta(min_length=1, max_length=64)]


class ContactAsk(msgspec.Struct):
    contact: Annotated[str, Meta(min_length=1, max_length=320)]
    purpose: Annotated[str, Meta(min_length=1, max_length=64)]


class AnswerAsk(msgspec.Struct):
    answer: Annotated[str, Meta(max_length=8192)]


class TokenAsk(msgspec.Struct):
    token: Annotated[str, Meta(min_length=1, max_length=4096)]


@post(USER + "/challenges", status_code=200)
async def challenge(uid: FromPath[str], request: Asked, proofs: NamedDependency[Proofs]) -> Response[bytes]:
    """Asks the account's owner. A way they do not have is refused as unsupported."""
    known(uid)
    asked = await body(request, ChallengeAsk)
    try:
        made = proofs.begin(uid, asked.method, asked.purpose)
    except NotOffered:
        raise Refused("unsupported", "this account cannot prove anything that way") from None
    return answer({"challenge_id": made.id, "method": made.method, "sent_to_masked": made.sent_to,
                   "options": made.options or None, "expires_at": made.expires_at})  # fmt: skip


@post("/challenges:by_contact", status_code=200)
async def by_contact(request: Asked, proofs: NamedDependency[Proofs]) -> Response[bytes]:
    """The same answer whether or not the contact is known."""
    asked = await body(request, ContactAsk)
    made = proofs.begin_by_contact(asked.contact, asked.purpose)
    return answer({"challenge_id": made.id, "expires_at": made.expires_at})


@post("/challenges/{named:str}", status_code=200)
async def judged(named: FromPath[str], request: Asked, proofs: NamedDependency[Proofs]) -> Response[bytes]:
    """``{id}:answer``: proven, wrong, pending, expired or locked."""
    id_, _, verb = named.rpartition(":")
    if verb != "answer":
        raise Refused("not_found")
    asked = await body(request, AnswerAsk)
    made = proofs.answer(id_, asked.answer)
    if made is None:
        raise Refused("not_found")
    result = made.outcome
    if result == "open":
        result = "pending" if made.method == "app_confirm" else "wrong"
    return answer({"result": result, "attempts_left": max(0, TRIES - made.wrong), "uid": made.uid if result == "proven" else None})


@post("/proofs:verify", status_code=200)
async def verify(request: Asked, proofs: NamedDependency[Proofs]) -> Response[bytes]:
    """What a link in one of our mails stands for."""
    asked = await body(request, TokenAsk)
    try:
        claims = proofs.claims(asked.token)
    except BadToken:
        raise Refused("proof_invalid", "not a link of ours, or too old") from None
    if claims.purpose == "veto":
        raise Refused("proof_invalid", "not for support")
    return answer({"uid": claims.uid, "purpose": claims.purpose, "issued_at": claims.issued_at, "expires_at": claims.expires_at})


routes = [challenge, by_contact, judged, verify]
