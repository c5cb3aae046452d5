"""Levels, as they follow from what members did."""

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit
from farol.kit.permission import SYSTEM

from .. import store
from ..events import LevelChanged
from ..model import Level, level_of

BATCH = 200


async def refresh(tx: Tx, customer_id: int) -> Level:
    """Computes the member's level anew; says so when it is another. The member has to exist."""
    known = await store.member(tx, customer_id)
    done = await store.behaviour(tx, customer_id, clock.now())
    if known is None or done is None:
        return "new"
    level = level_of(done)
    if level != known.level:
        await store.set_level(tx, customer_id, level)
        await emit(tx, f"forum_member:{customer_id}", SYSTEM, LevelChanged(known.level, level), public=True)
    return level


async def refresh_all(kit: Kit) -> None:
    """Every member's, a batch to a transaction: days pass without anybody doing anything."""
    after = 0
    while found := await store.members_after(kit.db, after, BATCH):
        async with transaction(kit.db) as tx:
            for customer_id in found:
                await refresh(tx, customer_id)
        after = found[-1]
