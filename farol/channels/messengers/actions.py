"""What operators decide about updates that nobody could read; and what waits, for the console."""

from farol.channels.connections.view import WAITING
from farol.kit.core import Kit
from farol.kit.db import Reads, transaction
from farol.kit.events import emit, wake
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from . import delivery_store, in_store, jobs
from .events import UpdateDecided
from .problems import UpdateSettled


async def decide(kit: Kit, actor: Actor, update_id: int, *, retry: bool) -> None:
    """Lets an update that was put aside be read again, or drops it. Raises NotFound, UpdateSettled."""
    async with transaction(kit.db) as tx:
        found = await in_store.decide(tx, update_id, retry=retry)
        if found is None:
            raise UpdateSettled if await in_store.exists(tx, update_id) else NotFound
        connection_id, chat = found
        if retry:
            await enqueue(tx, jobs.read, jobs.Read(connection_id, chat))
        stream = f"connection:{connection_id}"
        seq = await emit(tx, stream, actor, UpdateDecided(update_id, "retry" if retry else "drop"))
    await wake(kit.bus, stream, seq)


async def waits(db: Reads, ids: list[int]) -> dict[int, tuple[int, int]]:
    """How much came and was not read, and how much was not sent, by connection."""
    came, goes = await in_store.waiting(db, ids), await delivery_store.waiting(db, ids)
    return {id_: (came.get(id_, 0), goes.get(id_, 0)) for id_ in ids}


WAITING.append(waits)
