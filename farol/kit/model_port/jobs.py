"""Housekeeping: the trace is kept for a quarter of a year."""

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import store

KEEP_DAYS = 90


@every_s(3600, "model_port.prune")
async def prune(kit: Kit) -> None:
    """Forgets old tries and old days."""
    await store.prune(kit.db, clock.now().date(), KEEP_DAYS)
