"""What a web process does for partner keys beside serving."""

import asyncio

import structlog

from farol.kit import db
from farol.kit.core import Kit

from .actions import forget_revoked

log = structlog.get_logger()
EVERY_S = 0.8


async def start(kit: Kit) -> None:
    """Begins forgetting revoked keys, for as long as the process lives."""
    kit.background(_forgetting(kit))


async def _forgetting(kit: Kit) -> None:
    while True:
        await asyncio.sleep(EVERY_S)
        try:
            await forget_revoked(kit)
        except db.LOST:
            log.debug("partner.database_lost")
