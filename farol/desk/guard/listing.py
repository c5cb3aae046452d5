"""Where words may lead: what is ours, what a person put on the list, what the customer gave us, and what everybody can read."""

from farol.kit.core import Kit
from farol.kit.db import Reads, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from . import listed_store
from .contacts import Contact, Kind, Listed, found, key_of
from .events import ContactAllowed, ContactBarred
from .links import Hosts
from .problems import ListedAlready, NotAContact


async def listed(reads: Reads, known: Hosts) -> Listed:
    """What may stand in words to anybody. known: the hosts of the settings."""
    sets: dict[str, set[str]] = {kind: set() for kind in ("host", "number", "mail", "handle", "address")}
    for kind, key in await listed_store.rows(reads):
        sets[kind].add(key)
    for said in await listed_store.connected(reads):
        for kind_ in ("number", "mail", "handle"):
            if key := key_of(kind_, said):
                sets[kind_].add(key)
    return Listed(
        Hosts(known.names | sets["host"]), frozenset(sets["handle"]), frozenset(sets["number"]), frozenset(sets["mail"]), frozenset(sets["address"]))


async def strange(reads: Reads, ticket_id: int | None, words: str, known: Hosts) -> list[Contact]:
    """What in these words leads to strangers. Nothing is asked of the database where nothing leads anywhere."""
    there = found(words)
    if not there:
        return []
    ours = await listed(reads, known)
    left = [one for one in there if not ours.has(one)]
    return [one for one in left if not await _theirs(reads, ticket_id, one, words[one.start : one.end].lower())]


async def _theirs(reads: Reads, ticket_id: int | None, contact: Contact, written: str) -> bool:
    # A link is the customer's own only as something to be warned of: it is let out by a second person.
    if ticket_id is not None and contact.code != "never.link" and await listed_store.own(reads, ticket_id, contact):
        return True
    return await listed_store.published(reads, contact, written)


async def allow(kit: Kit, actor: Actor, kind: Kind, written: str, why: str) -> int:
    """Puts something on the list. Raises NotAContact, ListedAlready."""
    key = key_of(kind, written)
    if not key:
        raise NotAContact
    async with transaction(kit.db) as tx:
        id_ = await listed_store.add(tx, kind, key, written.strip(), why, actor.id)
        if id_ is None:
            raise ListedAlready
        seq = await emit(tx, f"guard_allowed:{id_}", actor, ContactAllowed(kind, written.strip(), why))
    await wake(kit.bus, f"guard_allowed:{id_}", seq)
    return id_


async def bar(kit: Kit, actor: Actor, allowed_id: int) -> None:
    """Takes it off; twice is harmless. Raises NotFound."""
    async with transaction(kit.db) as tx:
        was = await listed_store.end(tx, allowed_id, actor.id)
        if was is None:
            if not await listed_store.there(tx, allowed_id):
                raise NotFound
            return
        seq = await emit(tx, f"guard_allowed:{allowed_id}", actor, ContactBarred(*was))
    await wake(kit.bus, f"guard_allowed:{allowed_id}", seq)
