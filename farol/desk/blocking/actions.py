"""Blocking a customer, listening again, and the check of everything that customers say."""

import asyncio
from datetime import datetime, timedelta

from farol.core.tickets import visibility
from farol.core.tickets.checks import Heard, before_hearing
from farol.core.tickets.log_store import bump
from farol.core.tickets.problems import CustomerBlocked
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from . import store
from .events import CustomerUnblocked, CustomerWasBlocked
from .model import always_heard
from .problems import BlockedAlready, BlockEndsBefore

LONGEST = timedelta(days=366)
FRESH_S = 2.0
"""For so long a process trusts what it knows of who is blocked: the hottest verb asks the database for nothing."""


class Blocked:
    """Who is blocked, as this process last read it."""

    def __init__(self) -> None:
        self._known: dict[int, store.Standing] = {}
        self._read_at = float("-inf")
        self._lock = asyncio.Lock()

    def forget(self) -> None:
        """The next question reads anew."""
        self._read_at = float("-inf")

    async def of(self, kit: Kit, customer_id: int) -> store.Standing | None:
        """The block that holds for somebody now."""
        now = asyncio.get_running_loop().time()
        if now - self._read_at > FRESH_S:
            async with self._lock:
                if now - self._read_at > FRESH_S:
                    self._known = {one.customer_id: one for one in await store.now(kit.db)}
                    self._read_at = now
        found = self._known.get(customer_id)
        return found if found and (found.until is None or found.until > clock.now()) else None


def blocked(kit: Kit) -> Blocked:
    """This process's."""
    if not kit.has(Blocked):
        kit.put(Blocked())
    return kit.get(Blocked)


@before_hearing
async def listen(kit: Kit, heard: Heard) -> None:
    """Keeps what a blocked customer says and raises CustomerBlocked; an emergency and a complaint are heard from everybody."""
    found = await blocked(kit).of(kit, heard.customer_id)
    if found is None or always_heard(heard.words, heard.about):
        return
    if heard.ticket_id is not None and await store.listens(kit.db, heard.ticket_id):
        return
    await store.keep(kit.db, found.id, heard.client_id, heard.ticket_id, heard.channel, heard.words)
    until = f"{found.until:%Y-%m-%d %H:%M} UTC" if found.until else ""
    raise CustomerBlocked(until=until or "further notice", until_zh=until or "另行通知")


async def block(kit: Kit, actor: Actor, ticket_id: int, reason: str, until: datetime | None) -> None:
    """Stops listening to a ticket's customer. Raises NotFound, BlockedAlready, BlockEndsBefore."""
    now = clock.now()
    if until is not None and not now < until <= now + LONGEST:
        raise BlockEndsBefore
    async with transaction(kit.db) as tx:
        if not await visibility.may_see(tx, actor, ticket_id):
            raise NotFound
        customer_id, id_ = await store.add(tx, ticket_id, reason, until, actor.id)
        if customer_id is None:
            raise NotFound
        if id_ is None:
            raise BlockedAlready
        seq = await bump(tx, ticket_id)
        await emit(tx, f"ticket:{ticket_id}", actor, CustomerWasBlocked(id_, reason, until), seq=seq)
    blocked(kit).forget()
    await wake(kit.bus, f"ticket:{ticket_id}", seq)


async def unblock(kit: Kit, actor: Actor, ticket_id: int, why: str) -> None:
    """Listens again; harmless when nobody is blocked. Raises NotFound."""
    async with transaction(kit.db) as tx:
        if not await visibility.may_see(tx, actor, ticket_id):
            raise NotFound
        id_ = await store.end(tx, ticket_id, actor.id, why)
        if id_ is None:
            return
        seq = await bump(tx, ticket_id)
        await emit(tx, f"ticket:{ticket_id}", actor, CustomerUnblocked(id_, why), seq=seq)
    blocked(kit).forget()
    await wake(kit.bus, f"ticket:{ticket_id}", seq)
