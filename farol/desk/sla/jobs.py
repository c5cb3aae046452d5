"""One look at the time for all clocks."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions


@every_s(2, "sla.tick")
async def tick(kit: Kit) -> None:
    """Tells which clocks are half, mostly or wholly spent, and which promises were broken."""
    await actions.tick(kit)
