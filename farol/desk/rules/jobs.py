"""Rules about time, and housekeeping."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions, run_store


@every_s(30, "rules.time")
async def tick(kit: Kit) -> None:
    """Looks whose time has come."""
    await actions.tick(kit)


@every_s(3600, "rules.prune")
async def prune(kit: Kit) -> None:
    """Traces are kept for 90 days, chains for a week."""
    for statement in (run_store.PRUNE_RUNS, run_store.PRUNE_CAUSES, run_store.PRUNE_TIMED):
        await kit.db.execute(statement)
