"""Counting answers to one account across tickets and channels, and locking it after three wrong ones."""

from datetime import UTC, datetime

from farol.core.notices.actions import notify
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.permission import Actor
from farol.kit.problem import Problem
from farol.trust.identity import count_store, store
from farol.trust.identity.events import ProofFailed, ProofsLocked
from farol.trust.identity.model import LOCKED, MOST_WRONG, Challenge
from farol.trust.identity.problems import StepUpLocked

from .told import Grown, tell


def told(at: datetime) -> str:
    """A time as events and problems carry it."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def locked(until: datetime) -> Problem:
    """The refusal."""
    return StepUpLocked(until=told(until))


def key_of(uid: str | None, contact: bytes | None) -> str:
    """Whose turn it is."""
    return f"contact:{contact.hex()}" if contact else f"uid:{uid}"


async def refuse_locked(tx: Tx, uid: str | None, contact: bytes | None) -> None:
    """Raises StepUpLocked while nothing can be proven for the account or the contact."""
    now = clock.now()
    found = await count_store.state(tx, uid, contact, now)
    if found.locked_until:
        raise locked(found.locked_until)


async def begin(kit: Kit, challenge: Challenge, protects: bool = False) -> int:
    """An answer is about to be judged: its attempt. Those under way at the same moment count as wrong. Raises StepUpLocked.

    protects: a lock does not keep anybody from protecting their account; the exchange bounds the tries of each code.
    """
    now, uid, contact = clock.now(), challenge.uid, challenge.contact
    async with transaction(kit.db) as tx:
        await count_store.turn(tx, key_of(uid, contact))
        found = await count_store.state(tx, uid, contact, now)
        if not protects and (found.locked_until or found.wrong >= MOST_WRONG):
            raise locked(found.locked_until or now + LOCKED)
        return await count_store.begin(
            tx, challenge_id=challenge.id, ticket_id=challenge.ticket_id, uid=challenge.counts_for, contact=contact,
            channel=challenge.channel, at=now)


async def wrong(tx: Tx, actor: Actor, challenge: Challenge) -> tuple[bool, list[Grown]]:
    """After a wrong answer was written down, in its turn: whether the account or the contact is locked now, and what grew."""
    now, uid, contact = clock.now(), challenge.uid, challenge.contact
    found = await count_store.state(tx, uid, contact, now)
    grown, where = [], f"identity_challenge:{challenge.id}"
    # Somebody logged out who named a ticket's number has proven nothing about it: the ticket hears of it once they have.
    event = ProofFailed(challenge.method, challenge.channel, found.wrong)
    grown.append(await tell(tx, actor, challenge.ticket_id, challenge.customer_id, event, other=where))
    if found.locked_until:
        return True, grown
    if found.wrong < MOST_WRONG:
        return False, grown
    until = now + LOCKED
    await count_store.lock(tx, None if contact else uid, contact, now, until)
    grown.append(await tell(tx, actor, challenge.ticket_id, challenge.customer_id, ProofsLocked(told(until)), other=where))
    if not contact:
        failed = await count_store.failed(tx, uid or "", now)
        title = {
            "zh": f"身份验证失败 {failed.times} 次（{failed.channels} 个渠道），已锁定 24 小时",
            "en": f"{failed.times} failed proofs on {failed.channels} channels: locked for 24 h",
        }
        await notify(tx, await store.security(tx), "other.identity_locked", ticket_id=challenge.ticket_id, title=title,
                     key=f"identity_locked:{uid}:{told(until)}")
    return True, grown
