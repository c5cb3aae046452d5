"""Asking feeds."""

import msgspec

from farol.kit.core import Kit
from farol.kit.jobs import enqueue, every_s, job

from . import watch_store
from .actions import watching


class Ask(msgspec.Struct, frozen=True):
    """A feed to ask."""

    watch_id: int


@job("opinions.ask", Ask)
async def ask(kit: Kit, due: Ask) -> None:
    """What is new there is kept once."""
    await watching.ask(kit, due.watch_id)


@every_s(300, "opinions.due")
async def due(kit: Kit) -> None:
    """Feeds whose time has come."""
    for watch_id in await watch_store.due(kit.db):
        await enqueue(kit.db, ask, Ask(watch_id), key=f"opinions.ask:{watch_id}")
