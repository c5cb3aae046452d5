"""What workers do now and then: judging trials, and forgetting who saw what."""

from datetime import timedelta

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions, count_store

KEPT = timedelta(days=1)
"""How long after its day a visitor's digest is kept: openings of the last minutes of a day are written on the next."""


@every_s(60, "titles.judge")
async def judge(kit: Kit) -> None:
    """Looks at every running trial, which the test allows at any time."""
    await actions.judge(kit)


@every_s(3600, "titles.fold")
async def fold(kit: Kit) -> None:
    """Leaves numbers of the days that are over, and no visitors."""
    await count_store.fold(kit.db, clock.now().date() - KEPT)
