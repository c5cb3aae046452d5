"""Proofs that were given before there was a ticket, and those that the exchange's own signed link gives."""

from datetime import datetime

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.permission import Actor
from farol.trust.identity import challenge_store, store
from farol.trust.identity.challenge_store import Held
from farol.trust.identity.events import IdentityProven
from farol.trust.identity.model import LASTS, Level, level_by

from . import secret
from .counting import told
from .told import Grown, tell


async def proven_by(kit: Kit, held: str) -> Held | None:
    """What the browser of that secret proved, while it stands."""
    return await challenge_store.proven_by(kit.db, secret.digest(held), clock.now()) if held else None


async def bring(tx: Tx, actor: Actor, held: Held, customer_id: int, ticket_id: int) -> list[Grown]:
    """A proof of nothing but the contact counts on the ticket that was opened with it, and on no other."""
    until = await challenge_store.bring(tx, held.challenge_id, customer_id, ticket_id)
    if until is None:
        return []
    event = IdentityProven(int(Level.CONTACT), held.method, "web", told(until))
    return [await tell(tx, actor, ticket_id, customer_id, event)]


async def by_mail_link(tx: Tx, actor: Actor, uid: str, customer_id: int, ticket_id: int, issued_at: datetime) -> list[Grown]:
    """The exchange has called the link of its own mail good: whoever holds it reads the registered mailbox. It proves the contact."""
    now, level = clock.now(), level_by("mail_link", signed_in=False)
    until = now + LASTS[level]
    challenge_id = await challenge_store.add(
        tx, core_id=f"mail:{told(issued_at)}", digest=secret.digest(secret.new()), request_id=None, customer_id=customer_id, ticket_id=ticket_id,
        uid=uid, session=None, contact=None, method="mail_link", channel="web", sent_to="", at=now, expires_at=until)
    await challenge_store.settle(tx, challenge_id, "proven", now)
    await store.add_proof(
        tx, uid=uid, customer_id=customer_id, ticket_id=ticket_id, level=level, method="mail_link", channel="web", at=now, until=until,
        session=None, challenge_id=challenge_id)
    return [await tell(tx, actor, ticket_id, customer_id, IdentityProven(int(level), "mail_link", "web", told(until)))]
