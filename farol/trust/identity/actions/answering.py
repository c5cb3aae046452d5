"""Answering a challenge: the exchange judges, and what it calls proven stands from then on."""

from datetime import datetime

import structlog

from farol.core.exchange import CoreLink
from farol.core.exchange.model import Answered
from farol.core.exchange.states import ProofResult
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.permission import Actor
from farol.trust.identity import challenge_store, count_store, store
from farol.trust.identity.events import IdentityProven
from farol.trust.identity.model import LASTS, Challenge, Party, Result, level_by
from farol.trust.identity.problems import NothingAsked

from . import counting, secret
from .beginning import why
from .counting import told
from .told import Grown, tell, wake_all

log = structlog.get_logger()
LONGEST = 8192


async def under_way(kit: Kit, actor: Actor, held: str) -> Challenge:
    """What the browser of that secret began and has not ended. Raises NothingAsked."""
    found = await challenge_store.of_secret(kit.db, secret.digest(held)) if held else None
    # Begun in a session, it is answered in that session: a copied secret alone is worth nothing.
    if found is None or found.outcome != "open" or (found.session and found.session != actor.session):
        raise NothingAsked
    return found


async def answer(kit: Kit, actor: Actor, held: str, given: str, *, protects: bool = False) -> tuple[Challenge, Result]:
    """What the exchange says of an answer. given: the code as typed, a browser's answer for a passkey, empty to ask about a tap.

    protects: what it is for only protects the account, so that failures of others cannot keep its owner from it. What was begun for a
    ticket or in a session is for more than that, whoever says so.
    Proven once is proven once, whoever answers at the same moment. Raises NothingAsked, StepUpLocked, ExchangeDown, ExchangeRefused.
    """
    asked = await under_way(kit, actor, held)
    protects = protects and asked.bare
    if asked.expires_at <= clock.now():
        async with db.transaction(kit.db) as tx:
            await challenge_store.settle(tx, asked.id, "expired", clock.now())
        return asked, Result("expired")
    party = await store.party(kit.db, asked.ticket_id) if asked.ticket_id else None
    attempt = await counting.begin(kit, asked, protects)
    try:
        said = await kit.get(CoreLink).answer(why(actor, party), asked.core_id, given.strip()[:LONGEST])
    except Exception:
        # Nobody judged it; the exchange keeps its own count of what reached it.
        async with db.transaction(kit.db) as tx:
            await count_store.end(tx, attempt, "none")
        raise
    async with db.transaction(kit.db) as tx:
        await count_store.turn(tx, counting.key_of(asked.uid, asked.contact))
        result, grown = await _settle(tx, actor, asked, attempt, said, protects)
    await wake_all(kit, grown)
    return asked, result


async def _settle(tx: Tx, actor: Actor, asked: Challenge, attempt: int, said: Answered, protects: bool) -> tuple[Result, list[Grown]]:
    now = clock.now()
    # Where only a contact is known, the exchange has to say whose it is; an account that was challenged cannot become another one.
    uid = asked.uid or said.uid
    if uid and said.proves(uid):
        await count_store.end(tx, attempt, "proven")
        return await _proven(tx, actor, asked, uid, now, protects)
    if said.result is ProofResult.PROVEN:
        log.error("identity.another_account", challenge=asked.id)
    if said.result in (ProofResult.PENDING, ProofResult.EXPIRED):
        await count_store.end(tx, attempt, "none")
        if said.result is ProofResult.EXPIRED:
            await challenge_store.settle(tx, asked.id, "expired", now)
        return Result(said.result.value), []
    await count_store.end(tx, attempt, "wrong")
    locked, grown = await counting.wrong(tx, actor, asked)
    if (locked and not protects) or said.result is ProofResult.LOCKED:
        await challenge_store.settle(tx, asked.id, "locked", now)
        return Result("locked"), grown
    return Result("wrong", said.attempts_left), grown


async def _proven(tx: Tx, actor: Actor, asked: Challenge, uid: str, now: datetime, protects: bool) -> tuple[Result, list[Grown]]:
    if not await challenge_store.settle(tx, asked.id, "proven", now):
        return Result("expired"), []
    # Who proves a contact may hear that their account is locked: before, nobody may know that there is one.
    if asked.contact and not protects and (await count_store.state(tx, uid, None, now)).locked_until:
        return Result("locked"), []
    ticket = await _ticket(tx, asked, uid)
    customer_id = ticket.customer_id if ticket else asked.customer_id or await challenge_store.customer_of(tx, uid)
    level = level_by(asked.method, signed_in=asked.session is not None)
    until = now + LASTS[level]
    await store.add_proof(
        tx, uid=uid, customer_id=customer_id, ticket_id=ticket.ticket_id if ticket else None, level=level, method=asked.method,
        channel=asked.channel, at=now, until=until, session=asked.session, challenge_id=asked.id)
    event = IdentityProven(int(level), asked.method, asked.channel, told(until))
    grown = await tell(tx, actor, ticket.ticket_id if ticket else None, customer_id, event, other=f"identity_challenge:{asked.id}")
    return Result("proven", None, level, until), [grown]


async def _ticket(tx: Tx, asked: Challenge, uid: str) -> Party | None:
    """The ticket a proof counts on: the one it was begun for, or one that was named and is its own customer's.

    A visitor's ticket takes the proof of whoever came by its link; another account's never does.
    """
    if asked.ticket_id:
        found = await store.party(tx, asked.ticket_id)
        return found if found and found.uid in (None, uid) else None
    found = await store.party(tx, asked.claimed_id) if asked.claimed_id else None
    return found if found and found.uid == uid else None
