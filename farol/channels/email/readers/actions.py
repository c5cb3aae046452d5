"""Proposing, confirming and removing those who read along.

A mail's Cc proves nothing and costs its sender nothing, so it only proposes. What makes somebody a reader is the customer, signed in; from
then on they get what is said later, at an address of their own, and what they answer stands beside the ticket under their own name.
"""

from datetime import timedelta

from farol.channels.email import address as addresses
from farol.channels.email import store
from farol.channels.email.model import ADDRESS, same_address
from farol.channels.email.reading import headers, structure
from farol.channels.email.reading.charset import one_line
from farol.core.customers import store as customer_store
from farol.core.tickets import store as ticket_store
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound
from farol.kit.settings import Settings

from . import readers_store
from .events import ReaderConfirmed, ReaderRemoved, ReadersProposed
from .model import MOST, NAME, Reader, Shown, shown
from .problems import NotReadable, SignInToShare, TooManyReaders

_ROBOTS = ("no-reply", "noreply", "do-not-reply", "mailer-daemon", "postmaster", "bounce")
_READ = 262_144
ANSWERABLE = timedelta(days=365)


def named(raw: bytes, sender: str, settings: Settings) -> list[tuple[str, str]]:
    """Address and name of everybody in To and Cc but the sender, us, and machines; at most as many as a ticket may have."""
    fields, _ = structure.split(raw[:_READ], 0, min(len(raw), _READ))
    people: dict[str, str] = {}
    for field in ("to", "cc"):
        for value in fields.get(field, [])[:5]:
            for name, address in headers.addresses(value)[:200]:
                plain = address.lower()
                if (ADDRESS.fullmatch(plain) and not same_address(plain, sender) and not plain.startswith(_ROBOTS)
                        and not addresses.is_ours(plain, settings.mail_domain, settings.mail_from)):
                    people.setdefault(plain, one_line(name)[:NAME])
    return list(people.items())[:MOST]


async def propose(kit: Kit, ticket_id: int, mail_id: int, sender: str, raw: bytes) -> None:
    """Notes whom a mail of the customer's names. Nothing is sent to anybody."""
    people = named(raw, sender, kit.settings)
    if not people:
        return
    async with transaction(kit.db) as tx:
        if await readers_store.lock_ticket(tx, ticket_id, None) is None:
            return
        known = await readers_store.of_ticket(tx, ticket_id)
        gone = await readers_store.removed(tx, ticket_id)
        there = {one.address.lower() for one in known} | gone
        fresh = [(address, name) for address, name in people if address not in there][: MOST - len(known)]
        count = await readers_store.propose(tx, ticket_id, fresh, "en", mail_id) if fresh else 0
        if not count:
            return
        seq = await emit(tx, f"mail_readers:{ticket_id}", SYSTEM, ReadersProposed(ticket_id, count))
    await wake(kit.bus, f"mail_readers:{ticket_id}", seq)


async def own(kit: Kit, actor: Actor, ticket_id: int) -> list[Shown]:
    """Those of a customer's own ticket. Raises NotFound."""
    if await ticket_store.own_ticket(kit.db, ticket_id, actor.id) is None:
        raise NotFound
    return [shown(one) for one in await readers_store.of_ticket(kit.db, ticket_id)]


async def confirm(kit: Kit, actor: Actor, ticket_id: int, reader_id: int | None, address: str, name: str) -> Shown:
    """The customer lets somebody read along: one who was proposed, or a new address. Harmless to repeat.

    Raises NotFound, SignInToShare, NotReadable, TooManyReaders.
    """
    customer = await customer_store.customer(kit.db, actor.id)
    if customer is None or not customer.uid:
        raise SignInToShare
    async with transaction(kit.db) as tx:
        seq = await readers_store.lock_ticket(tx, ticket_id, actor.id)
        if seq is None:
            raise NotFound
        if reader_id is None:
            reader_id = await _add(tx, kit.settings, ticket_id, customer.email, address, name, customer.language, seq)
        elif await readers_store.confirm(tx, reader_id, ticket_id, seq) is None:
            found = await readers_store.reader(tx, reader_id)
            if found is None or found.ticket_id != ticket_id or found.state != "confirmed":
                raise NotFound
            return shown(found)
        reader = await readers_store.reader(tx, reader_id)
        assert reader
        await reply_address(tx, kit.settings, reader)
        at = await emit(tx, f"mail_readers:{ticket_id}", actor, ReaderConfirmed(ticket_id, reader_id))
    await wake(kit.bus, f"mail_readers:{ticket_id}", at)
    return shown(reader)


async def _add(tx: Tx, settings: Settings, ticket_id: int, own_address: str, address: str, name: str, language: str, seq: int) -> int:
    plain = address.strip().lower()
    if not ADDRESS.fullmatch(plain) or same_address(plain, own_address) or addresses.is_ours(plain, settings.mail_domain, settings.mail_from):
        raise NotReadable
    known = await readers_store.of_ticket(tx, ticket_id)
    if len(known) >= MOST and plain not in {one.address.lower() for one in known}:
        raise TooManyReaders(most=MOST)
    return await readers_store.add(tx, ticket_id, plain, one_line(name)[:NAME], language, seq)


async def reply_address(tx: Tx, settings: Settings, reader: Reader) -> str:
    """Where a reader's answers go: an address of their own, bound to them and to the ticket, good for a year from now."""
    token = addresses.token(settings.secret_key, f"reader:{reader.id}", reader.address)
    await store.add_reader(tx, addresses.digest(token), reader.id, reader.address, clock.now() + ANSWERABLE)
    return f"reply+{token}@{settings.mail_domain}"


async def remove(kit: Kit, actor: Actor, ticket_id: int, reader_id: int) -> None:
    """Somebody reads along no more: the customer says so of their own ticket, or the staff. Raises NotFound."""
    async with transaction(kit.db) as tx:
        whose = actor.id if actor.kind == "customer" else None
        if await readers_store.lock_ticket(tx, ticket_id, whose) is None or not await readers_store.remove(tx, reader_id, ticket_id):
            raise NotFound
        seq = await emit(tx, f"mail_readers:{ticket_id}", actor, ReaderRemoved(ticket_id, reader_id))
    await wake(kit.bus, f"mail_readers:{ticket_id}", seq)
