"""Keys, and what a system does with one: it reads tickets and brings words of customers."""

from typing import Any
from uuid import UUID

import msgspec

from farol.core.customers import actions as customers
from farol.core.customers import store as customer_store
from farol.core.tickets import actions as tickets
from farol.core.tickets.model import Opened, Posted
from farol.kit.brief import Brief
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotAllowed, NotFound
from farol.kit.ratelimit import limit

from . import store
from .events import PartnerKeyMade, PartnerKeyRevoked, PartnerWordsBrought
from .model import CHANNEL, MOST_KEYS, PREFIX, RIGHTS, SHOWN, Made, digest, new_secret
from .problems import TooManyKeys, WhichCustomer

RATE_PER_S, BURST = 50, 200
"""Requests of one key; a process counts for itself."""
_seen: Brief[bytes, Actor] = Brief(30.0)


class Whose(msgspec.Struct, frozen=True):
    """Whose words a partner brings: uid of a customer, or the address of somebody without account."""

    uid: str = ""
    email: str = ""
    name: str = ""
    language: str = "en"


async def make_key(kit: Kit, actor: Actor, name: str, scope: str) -> Made:
    """A new key. Raises TooManyKeys."""
    secret = new_secret()
    async with transaction(kit.db) as tx:
        id_ = await store.add_key(tx, name, secret[:SHOWN], digest(secret), scope, actor.id, MOST_KEYS)
        if id_ is None:
            raise TooManyKeys(most=MOST_KEYS)
        seq = await emit(tx, f"partner_key:{id_}", actor, PartnerKeyMade(name, scope))
        key = await store.key(tx, id_)
    assert key
    await wake(kit.bus, f"partner_key:{id_}", seq)
    return Made(key, secret)


async def revoke_key(kit: Kit, actor: Actor, key_id: int) -> None:
    """Ends a key at once here, within seconds elsewhere. Raises NotFound."""
    async with transaction(kit.db) as tx:
        known = await store.revoke(tx, key_id)
        if known is None:
            raise NotFound
        seq = await emit(tx, f"partner_key:{key_id}", actor, PartnerKeyRevoked())
    _seen.drop(known)
    await wake(kit.bus, f"partner_key:{key_id}", seq)


async def authenticate(kit: Kit, secret: str) -> Actor | None:
    """The system behind a key, or None. Raises TooMany."""
    if not secret.startswith(PREFIX) or len(secret) > 100:
        return None
    known = digest(secret)
    actor = _seen.get(known)
    if actor is None:
        holder = await store.holder(kit.db, known)
        if holder is None:
            return None
        actor = Actor("partner", holder.id, RIGHTS[holder.scope], known, name=holder.name)
        _seen.put(known, actor)
    limit("partner", actor.ref, RATE_PER_S, BURST)
    return actor


async def forget_revoked(kit: Kit) -> None:
    """Drops keys that were revoked in another process."""
    for each in await store.revoked_lately(kit.db):
        _seen.drop(each)


async def open_ticket(kit: Kit, actor: Actor, whose: Whose, *, client_id: UUID, **words: Any) -> Opened:
    """A ticket of the customer, with their first words. Raises WhichCustomer, and like ``tickets.open_ticket``."""
    opened = await tickets.open_ticket(
        kit, await _customer(kit, await _find(kit, whose)), client_id=client_id, channel=CHANNEL, language=whose.language, **words)
    await _brought(kit, actor, opened.id, opened.posted)
    return opened


async def bring_words(kit: Kit, actor: Actor, ticket_id: int, customer_id: int, *, client_id: UUID, body: str, files: list[UUID]) -> Posted:
    """Words of the ticket's customer. Raises like ``tickets.post_message``."""
    posted = await tickets.post_message(
        kit, await _customer(kit, customer_id), ticket_id, client_id=client_id, body=body, files=files, channel=CHANNEL)
    await _brought(kit, actor, posted.ticket or ticket_id, posted)
    return posted


async def customer_of(kit: Kit, customer_id: int) -> Actor:
    """The customer as who acts, when a system brings a file of theirs."""
    return await _customer(kit, customer_id)


async def _find(kit: Kit, whose: Whose) -> int:
    if whose.uid:
        return await store.meet(kit.db, whose.uid, whose.name, whose.email, whose.language)
    if not whose.email:
        raise WhichCustomer
    async with transaction(kit.db) as tx:
        known = await store.visitor(tx, whose.email)
        if known is None:
            known = await customer_store.add_visitor(tx, whose.name, whose.email, whose.language)
            await store.keep_visitor(tx, whose.email, known)
    return known


async def _customer(kit: Kit, customer_id: int) -> Actor:
    customer = await customer_store.customer(kit.db, customer_id)
    if customer is None:
        raise NotAllowed
    return Actor("customer", customer.id, customers.RIGHTS, language=customer.language, name=customer.name, alias=customer.name)


async def _brought(kit: Kit, actor: Actor, ticket_id: int, posted: Posted) -> None:
    """Which system it was stands in the log; the words themselves are the customer's."""
    if posted.outcome != "new":
        return
    async with transaction(kit.db) as tx:
        await emit(tx, f"partner_key:{actor.id}", actor, PartnerWordsBrought(ticket_id, posted.seq))
