"""Delivery, which waits for the commit of what is told, and housekeeping."""

import msgspec

from farol.core.live.personal import tell
from farol.kit.core import Kit
from farol.kit.jobs import every_s, job

from . import live, store
from .model import KEEP_DAYS


class Given(msgspec.Struct, frozen=True):
    """Notices of one happening, to several people."""

    ids: list[int]


@job("notices.deliver", Given)
async def deliver(kit: Kit, given: Given) -> None:
    """Shows them on the consoles of those told."""
    found = await store.by_id(kit.db, given.ids)
    unseen = await store.unseen(kit.db, [staff_id for staff_id, _ in found])
    for staff_id, notice in found:
        await tell(kit.bus, "staff", staff_id, live.given(notice, unseen.get(staff_id, 0)))


@every_s(3600, "notices.prune")
async def prune(kit: Kit) -> None:
    """Forgets what is older than anybody looks for."""
    await store.prune(kit.db, KEEP_DAYS)
