"""A turn at a chat is a short lease that its holder renews: who is killed loses it within seconds, who is slow keeps it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import asyncpg
import structlog

from farol.kit.db import LOST

log = structlog.get_logger()
LEASE_S = 20.0
RENEW_S = 5.0


@asynccontextmanager
async def renewed(renew: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    """Renews the lease while the block runs."""
    task = asyncio.create_task(_renewing(renew))
    try:
        yield
    finally:
        task.cancel()


async def _renewing(renew: Callable[[], Awaitable[None]]) -> None:
    while True:
        await asyncio.sleep(RENEW_S)
        try:
            await renew()
        except (*LOST, asyncpg.PostgresError, OSError) as error:
            log.warning("messengers.turn_not_renewed", error=type(error).__name__)
