"""Somebody has read their brief."""

from farol.desk.brief import store
from farol.desk.brief.events import BriefRead
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor


async def read(kit: Kit, actor: Actor) -> None:
    """The next brief counts from here, once this shift is over."""
    now = clock.now()
    async with transaction(kit.db) as tx:
        await tx.execute(store.READ, actor.id, now)
        await tx.execute(store.READ_HANDED, actor.id, now)
        seq = await emit(tx, f"staff:{actor.id}", actor, BriefRead())
    await wake(kit.bus, f"staff:{actor.id}", seq)
