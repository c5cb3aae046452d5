"""Who may see what of a thread and of its ticket."""

from collections.abc import Sequence

from farol.core.tickets import visibility
from farol.kit.db import Reads
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound

from . import store
from .model import Glimpse, Thread


async def sees(db: Reads, actor: Actor, ticket_id: int) -> bool:
    """Whether the actor may open the ticket."""
    return actor.may(Can.TICKET_SEE) and await visibility.may_see(db, actor, ticket_id)


async def need(db: Reads, actor: Actor, ticket_id: int) -> None:
    """Raises NotFound unless the actor may open the ticket."""
    if not await sees(db, actor, ticket_id):
        raise NotFound


def along(actor: Actor, thread: Thread) -> bool:
    """Whether somebody who may open the ticket may read the thread without taking part: a whisper is for the two, and for leads."""
    return thread.member or thread.kind != "whisper" or actor.may(Can.WHISPER)


async def readable(db: Reads, actor: Actor, thread_id: int) -> Thread:
    """The thread, for who takes part in it or may open its ticket. Raises NotFound."""
    found = await store.one(db, thread_id, actor.id)
    if found is None or not (found.member or (along(actor, found) and await sees(db, actor, found.ticket_id))):
        raise NotFound
    return found


async def glimpses(db: Reads, actor: Actor, ticket_ids: Sequence[int]) -> dict[int, Glimpse]:
    """What these tickets are about, and which of them the actor may open."""
    may = await visibility.seen(db, actor, list(ticket_ids)) if ticket_ids and actor.may(Can.TICKET_SEE) else set()
    return await store.glimpses(db, ticket_ids, may)
