"""What a web process does for customers beside serving."""

import asyncio

import structlog

from farol.kit import db
from farol.kit.core import Kit

from .actions import forget_ended

log = structlog.get_logger()
EVERY_S = 0.8


async def start(kit: Kit) -> None:
    """Begins forgetting ended sessions, for as long as the process lives."""
    kit.background(_forgetting(kit))


async def _forgetting(kit: Kit) -> None:
    while True:
        await asyncio.sleep(EVERY_S)
        try:
            await forget_ended(kit)
        except db.LOST:
            log.debug("customers.database_lost")
