"""The worker's part: every ticket of a bulk change in turn, and words to the screen on the way."""

import msgspec

from farol.core.live.personal import tell
from farol.core.people import actions as people
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit
from farol.kit.jobs import every_s, job
from farol.kit.permission import SYSTEM

from . import carry, store
from .events import BulkEnded
from .model import TOLD_EVERY


class Run(msgspec.Struct, frozen=True):
    """A bulk change that was begun."""

    bulk_id: int


@job("bulk.run", Run)
async def run(kit: Kit, given: Run) -> None:
    """Goes through the tickets that are left. Begun again after a crash it goes on where it was."""
    async with transaction(kit.db) as tx:
        found = await store.job(tx, given.bulk_id)
    if found is None or found.over:
        return
    actor = await people.acting(kit.db, found.staff_id)
    if actor is None or not actor.may(found.action.needs):
        await kit.db.execute(store.STOP, found.id)
        return
    count = 0
    while await carry.one(kit, actor, found):
        count += 1
        if count % TOLD_EVERY == 0:
            await _show(kit, found)
    async with transaction(kit.db) as tx:
        await store.job(tx, found.id)
        if await tx.fetchval(store.END, found.id):
            shown = await store.view(tx, found.id)
            assert shown
            await emit(tx, f"bulk:{found.id}", SYSTEM, BulkEnded(shown[1].counts))
    await _show(kit, found)


async def _show(kit: Kit, found: store.Job) -> None:
    shown = await store.view(kit.db, found.id)
    assert shown
    await tell(kit.bus, "staff", found.staff_id, msgspec.json.encode({"t": "bulk", "bulk": shown[1]}))


@every_s(3600, "bulk.prune")
async def prune(kit: Kit) -> None:
    """Forgets the tickets of what was done a season ago."""
    await kit.db.execute(store.PRUNE)
