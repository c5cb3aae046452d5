"""Delivery, which waits for the commit of what is told, and housekeeping."""

import msgspec
import structlog

from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.jobs import enqueue, every_s, job

from . import due_store, sending, store
from .model import KEEP_DAYS

log = structlog.get_logger()


class Given(msgspec.Struct, frozen=True):
    """Notices of one happening, to several people."""

    ids: list[int]


class Letter(msgspec.Struct, frozen=True):
    """Somebody has something to get by a way."""

    staff_id: int
    way: str


@job("notices.send", Letter)
async def send(kit: Kit, letter: Letter) -> None:
    """Sends it."""
    await sending.send(kit, letter.staff_id, letter.way)


@job("notices.deliver", Given)
async def deliver(kit: Kit, given: Given) -> None:
    """Shows them on the consoles of those told, and sends what goes out at once."""
    for staff_id, way in await sending.deliver(kit, given.ids):
        await enqueue(kit.db, send, Letter(staff_id, way))


@every_s(10, "notices.due")
async def send_due(kit: Kit) -> None:
    """Sends what waited for its time; one person's trouble holds up nobody else."""
    for staff_id, way in await due_store.due(kit.db, clock.now()):
        try:
            await sending.send(kit, staff_id, way)
        except db.LOST:
            raise
        except Exception:
            log.exception("notices.send_failed", staff=staff_id, way=way)


@every_s(3600, "notices.prune")
async def prune(kit: Kit) -> None:
    """Forgets what is older than anybody looks for."""
    await store.prune(kit.db, KEEP_DAYS)
