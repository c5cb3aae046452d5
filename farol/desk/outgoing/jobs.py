"""Replies whose time has come are said."""

import structlog

from farol.kit import db
from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions, store

log = structlog.get_logger()


@every_s(0.5, "outgoing.send")
async def send(kit: Kit) -> None:
    """Says what is due. Several workers at once share it; what a dying one left is due still."""
    for client_id in await store.due(kit.db):
        try:
            await actions.deliver(kit, client_id)
        except db.LOST:
            raise
        except Exception:
            log.exception("outgoing.failed", client_id=str(client_id))
            await store.put_off(kit.db, client_id)


@every_s(3600, "outgoing.prune")
async def prune(kit: Kit) -> None:
    """Forgets what was sent or taken back a day ago."""
    await store.prune(kit.db)
