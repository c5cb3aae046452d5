"""What stands now, and refusing what needs more."""

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Reads
from farol.trust.identity import store
from farol.trust.identity.model import IN_SESSION, Level, Standing
from farol.trust.identity.problems import IdentityTooLow

NOBODY = Standing(Level.ANONYMOUS)


async def standing(reads: Reads, customer_id: int, ticket_id: int | None) -> Standing:
    """The highest level that stands for the customer on that ticket, with what proved it.

    A proof counts on the ticket it was made on and nowhere else: whoever talks on another one is perhaps somebody else. Without a
    ticket, for what a customer does by themselves, what they proved in a session of their own counts.
    """
    now = clock.now()
    found = await store.proven(reads, customer_id, ticket_id, now)
    if found and found.level >= Level.SIGNED_IN:
        return found
    return await store.session(reads, customer_id, ticket_id, now, IN_SESSION) or found or NOBODY


async def level_of(kit: Kit, reads: Reads, customer_id: int, ticket_id: int | None) -> Level:
    """The level that stands now. reads: the pool or the caller's transaction."""
    return (await standing(reads or kit.db, customer_id, ticket_id)).level


async def require(kit: Kit, reads: Reads, customer_id: int, ticket_id: int | None, level: Level) -> Level:
    """The level that stands. Raises IdentityTooLow when it is below the one asked for."""
    have = await level_of(kit, reads, customer_id, ticket_id)
    if have < level:
        raise IdentityTooLow(have=int(have), need=int(level))
    return have
