"""One look at the time for all days of looking again."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions


@every_s(5, "recheck.tick")
async def tick(kit: Kit) -> None:
    """Gives out the tasks whose day has come."""
    await actions.tick(kit)
